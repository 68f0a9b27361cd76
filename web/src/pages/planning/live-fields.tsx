// What can still be changed of a session that is live: its end, and how many fit.
import { DateTimePicker, DatesProvider } from '@mantine/dates';
import '@mantine/dates/styles.css';
import type { UseFormReturnType } from '@mantine/form';
import 'dayjs/locale/id.js';
import { useLanguage, useWords } from '../../i18n/i18n.js';
import { Panel } from '../../ui/panel.js';
import type { EditorValues } from './editor-values.js';
import { Seats } from './place-panel.js';
import { staff } from './words.js';

export function LiveFields({ form, confirmed }: { form: UseFormReturnType<EditorValues>; confirmed: number }) {
  const t = useWords(staff);
  const language = useLanguage();
  const { delivery } = form.values;
  return (
    <Panel title={t('live.title')} text={t('live.text')}>
      <DatesProvider settings={{ locale: language, firstDayOfWeek: 1 }}>
        <DateTimePicker
          size="md"
          label={t('edit.end')}
          valueFormat={language === 'id' ? 'dddd, D MMMM YYYY, HH.mm' : 'dddd, D MMMM YYYY, HH:mm'}
          {...form.getInputProps('endsAt')}
        />
      </DatesProvider>
      {delivery !== 'onsite' && <Seats form={form} kind="virtual" confirmed={confirmed} />}
      {delivery !== 'virtual' && <Seats form={form} kind="onsite" confirmed={confirmed} />}
    </Panel>
  );
}
