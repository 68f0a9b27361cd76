// What was said in the session's room, as a file.
import { useWords } from '../../i18n/i18n.js';
import { FileMenu } from '../../ui/file-menu.js';
import { staff } from './words.js';

const FORMATS = ['csv', 'json'] as const;

export function TranscriptFile({ sessionId }: { sessionId: string }) {
  const t = useWords(staff);
  const formats = FORMATS.map((format) => ({
    label: t(`att.transcript.${format}`),
    href: `/api/sessions/${sessionId}/room/transcript?format=${format}`,
  }));
  return <FileMenu label={t('att.transcript')} formats={formats} />;
}
