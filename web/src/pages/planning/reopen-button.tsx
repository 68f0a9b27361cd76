// An ended session goes on: for how long is asked once, with what it means for the minutes since its end.
import { Button, NativeSelect } from '@mantine/core';
import { IconPlayerPlay } from '@tabler/icons-react';
import { useState } from 'react';
import { answer, api, type Schema } from '../../api/client.js';
import { useWords } from '../../i18n/i18n.js';
import { useNow } from '../../time/use-now.js';
import { Confirm } from '../../ui/confirm.js';
import { notifyDone } from '../../ui/problem-text.js';
import { useAct } from '../../ui/use-act.js';
import { staff } from './words.js';

const MINUTES = [30, 60, 120, 180] as const;
const MINUTE_MS = 60_000;
/** As long as the server opens one again. */
const REOPEN_MS = 48 * 60 * MINUTE_MS;

export function ReopenButton({ session: { id, endedAt, wentLiveAt } }: { session: Schema<'SessionDetail'> }) {
  const t = useWords(staff);
  const now = useNow();
  const [isAsking, setAsking] = useState(false);
  const [minutes, setMinutes] = useState(60);
  const reopen = useAct(
    () =>
      answer(
        api.POST('/api/sessions/{id}/reopen', {
          params: { path: { id } },
          body: { endsAt: new Date(Date.now() + minutes * MINUTE_MS).toISOString() },
        }),
      ),
    {
      refresh: [['sessions'], ['planning']],
      onDone: () => {
        setAsking(false);
        notifyDone(t(wentLiveAt === null ? 'reopen.done.unstarted' : 'reopen.done'));
      },
    },
  );
  if (endedAt === null || now.getTime() - Date.parse(endedAt) > REOPEN_MS) return null;
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconPlayerPlay size={20} />}
        onClick={() => {
          setAsking(true);
        }}
      >
        {t('reopen.do')}
      </Button>
      <Confirm
        isOpen={isAsking}
        title={t('reopen.title')}
        text={t(wentLiveAt === null ? 'reopen.text.unstarted' : 'reopen.text')}
        yes={t('reopen.yes')}
        isDangerous={false}
        isBusy={reopen.isPending}
        onYes={() => {
          reopen.mutate(undefined);
        }}
        onClose={() => {
          setAsking(false);
        }}
      >
        <NativeSelect
          label={t('reopen.for')}
          value={String(minutes)}
          data={MINUTES.map((value) => ({ value: String(value), label: t('reopen.minutes', { count: value }) }))}
          onChange={(event) => {
            setMinutes(Number(event.currentTarget.value));
          }}
        />
      </Confirm>
    </>
  );
}
