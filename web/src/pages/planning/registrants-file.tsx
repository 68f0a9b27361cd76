// The registrations as a file for a spreadsheet.
import { useWords } from '../../i18n/i18n.js';
import { FileMenu } from '../../ui/file-menu.js';
import { staff } from './words.js';

const FORMATS = ['xlsx', 'csv'] as const;

export function RegistrantsFile({ sessionId }: { sessionId: string }) {
  const t = useWords(staff);
  const formats = FORMATS.map((format) => ({
    label: t(`reg.file.${format}`),
    href: `/api/sessions/${sessionId}/registrations/file?format=${format}`,
  }));
  return <FileMenu label={t('reg.file')} formats={formats} />;
}
