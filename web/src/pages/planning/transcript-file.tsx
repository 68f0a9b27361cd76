// What was said in the session's room, as a file: a link, so that the browser writes it to disk as it comes.
import { Button, Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useWords } from '../../i18n/i18n.js';
import { staff } from './words.js';

const FORMATS = ['csv', 'json'] as const;

export function TranscriptFile({ sessionId }: { sessionId: string }) {
  const t = useWords(staff);
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" leftSection={<IconDownload size={20} />}>
          {t('att.transcript')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {FORMATS.map((format) => (
          <Menu.Item
            key={format}
            component="a"
            href={`/api/sessions/${sessionId}/room/transcript?format=${format}`}
            download
          >
            {t(`att.transcript.${format}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
