// The registrations as a file for a spreadsheet. A link, so that the browser writes it to disk as it comes.
import { Button, Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useWords } from '../../i18n/i18n.js';
import { staff } from './words.js';

const FORMATS = ['xlsx', 'csv'] as const;

export function RegistrantsFile({ sessionId }: { sessionId: string }) {
  const t = useWords(staff);
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" leftSection={<IconDownload size={20} />}>
          {t('reg.file')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {FORMATS.map((format) => (
          <Menu.Item
            key={format}
            component="a"
            href={`/api/sessions/${sessionId}/registrations/file?format=${format}`}
            download
          >
            {t(`reg.file.${format}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
