// One instant on a clock: a day from a calendar, then hours and minutes, every part of it named in the reader's language.
import { DateTimePicker, DatesProvider, type DateTimePickerProps } from '@mantine/dates';
import '@mantine/dates/styles.css';
import 'dayjs/locale/id.js';
import { common } from '../i18n/common.js';
import { useLanguage, useWords } from '../i18n/i18n.js';

/** Takes and gives `YYYY-MM-DD HH:mm:ss`, as the wall clock shows it; null until chosen. */
export function DayAndTimeInput(props: Omit<DateTimePickerProps, 'ref'>) {
  const t = useWords(common);
  const language = useLanguage();
  return (
    <DatesProvider settings={{ locale: language, firstDayOfWeek: 1 }}>
      <DateTimePicker
        size="md"
        valueFormat={language === 'id' ? 'dddd, D MMMM YYYY, HH.mm' : 'dddd, D MMMM YYYY, HH:mm'}
        ariaLabels={{
          monthLevelControl: t('calendar.months'),
          yearLevelControl: t('calendar.years'),
          previousMonth: t('calendar.month.previous'),
          nextMonth: t('calendar.month.next'),
          previousYear: t('calendar.year.previous'),
          nextYear: t('calendar.year.next'),
        }}
        timePickerProps={{ hoursInputLabel: t('calendar.hour'), minutesInputLabel: t('calendar.minute') }}
        submitButtonProps={{ 'aria-label': t('calendar.done') }}
        clearButtonProps={{ 'aria-label': t('calendar.clear') }}
        {...props}
      />
    </DatesProvider>
  );
}
