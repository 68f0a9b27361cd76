// What can still be changed of a session that is live: its end, and how many fit.
import type { UseFormReturnType } from '@mantine/form';
import { useWords } from '../../i18n/i18n.js';
import { DayAndTimeInput } from '../../ui/day-and-time-input.js';
import { Panel } from '../../ui/panel.js';
import type { EditorValues } from './editor-values.js';
import { Seats, type Confirmed } from './place-panel.js';
import { staff } from './words.js';

interface LiveFieldsProps {
  form: UseFormReturnType<EditorValues>;
  confirmed: Confirmed;
}

export function LiveFields({ form, confirmed }: LiveFieldsProps) {
  const t = useWords(staff);
  const { delivery } = form.values;
  return (
    <Panel title={t('live.title')} text={t('live.text')}>
      <DayAndTimeInput label={t('edit.end')} {...form.getInputProps('endsAt')} />
      {delivery !== 'onsite' && <Seats form={form} kind="virtual" confirmed={confirmed} />}
      {delivery !== 'virtual' && <Seats form={form} kind="onsite" confirmed={confirmed} />}
    </Panel>
  );
}
