// The registrations that a filter leaves, as a file for a spreadsheet.
import type { RegistrantsFilter } from '../../api/staff-queries.js';
import { useWords } from '../../i18n/i18n.js';
import { FileMenu } from '../../ui/file-menu.js';
import { staff } from './words.js';

const FORMATS = ['xlsx', 'csv'] as const;

export function RegistrantsFile({ sessionId, filter }: { sessionId: string; filter: RegistrantsFilter }) {
  const t = useWords(staff);
  const formats = FORMATS.map((format) => ({
    label: t(`reg.file.${format}`),
    href: `/api/sessions/${sessionId}/registrations/file?${new URLSearchParams({ ...filter, format }).toString()}`,
  }));
  return <FileMenu label={t('reg.file')} formats={formats} />;
}
