// "Tambah tanggal": the series goes on by its rule, so many times more or until a day.
import { Button, NativeSelect, NumberInput } from '@mantine/core';
import '@mantine/core/styles/NumberInput.css';
import { DatePickerInput, DatesProvider } from '@mantine/dates';
import { useForm } from '@mantine/form';
import { IconCalendarPlus } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { MOST_OCCURRENCES } from '../../../../src/contracts/recurrence.js';
import { answer, api } from '../../api/client.js';
import { queries } from '../../api/queries.js';
import { useLanguage, useWords } from '../../i18n/i18n.js';
import { Confirm } from '../../ui/confirm.js';
import { notifyDone } from '../../ui/problem-text.js';
import { series } from '../../ui/rule-words.js';
import { useAct } from '../../ui/use-act.js';
import { plans } from './words.js';

const ENDS = ['count', 'until'] as const;

interface Growth {
  end: (typeof ENDS)[number];
  more: number | string;
  until: string | null;
}

export function GrowSeriesButton({ sessionId, seriesId }: { sessionId: string; seriesId: string }) {
  const w = useWords(series);
  const t = useWords(plans);
  const language = useLanguage();
  const client = useQueryClient();
  const [isAsking, setAsking] = useState(false);
  const form = useForm<Growth>({ initialValues: { end: 'count', more: 4, until: null } });
  const { end, more, until } = form.values;
  const grow = useAct(
    async () => {
      const { version } = await client.query({ ...queries.series(seriesId), staleTime: 'static' });
      const by = end === 'count' ? { more: Number(more) } : { until: until ?? '' };
      return answer(
        api.POST('/api/sessions/{id}/series/dates', {
          params: { path: { id: sessionId } },
          body: { version, ...by },
        }),
      );
    },
    {
      form,
      refresh: [['sessions'], ['planning']],
      onDone: () => {
        setAsking(false);
        notifyDone(w('grow.done'));
      },
    },
  );
  return (
    <>
      <Button
        mt="md"
        variant="default"
        leftSection={<IconCalendarPlus size={20} />}
        onClick={() => {
          setAsking(true);
        }}
      >
        {w('grow')}
      </Button>
      <Confirm
        isOpen={isAsking}
        title={w('grow.title')}
        text={w('grow.text')}
        yes={w('grow.yes')}
        isDangerous={false}
        isReady={end === 'count' ? Number(more) > 0 : until !== null}
        isBusy={grow.isPending}
        onYes={() => {
          grow.mutate(undefined);
        }}
        onClose={() => {
          setAsking(false);
        }}
      >
        <NativeSelect
          label={t('repeat.end')}
          data={ENDS.map((value) => ({ value, label: t(`repeat.end.${value}`) }))}
          {...form.getInputProps('end')}
        />
        {end === 'count' ? (
          <NumberInput label={w('grow.more')} min={1} max={MOST_OCCURRENCES} {...form.getInputProps('more')} />
        ) : (
          <DatesProvider settings={{ locale: language, firstDayOfWeek: 1 }}>
            <DatePickerInput
              size="md"
              label={t('repeat.until')}
              valueFormat="D MMMM YYYY"
              {...form.getInputProps('until')}
            />
          </DatesProvider>
        )}
      </Confirm>
    </>
  );
}
