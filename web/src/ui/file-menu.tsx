// One thing to download, in one of several formats. Links, so that the browser writes it to disk as it comes.
import { Button, Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';

interface FileMenuProps {
  label: string;
  formats: readonly { label: string; href: string }[];
}

export function FileMenu({ label, formats }: FileMenuProps) {
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" leftSection={<IconDownload size={20} />}>
          {label}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {formats.map((format) => (
          <Menu.Item key={format.href} component="a" href={format.href} download>
            {format.label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
