// Why staff decided so, as the members read it.
import { Textarea } from '@mantine/core';
import { useWords } from '../../i18n/i18n.js';
import { staff } from './words.js';

/** As long as the server takes. */
const LONGEST = 300;

export function ReasonField({ value, onChange }: { value: string; onChange: (text: string) => void }) {
  const t = useWords(staff);
  return (
    <Textarea
      label={t('reg.remove.reason')}
      maxLength={LONGEST}
      value={value}
      onChange={(event) => {
        onChange(event.currentTarget.value);
      }}
    />
  );
}
