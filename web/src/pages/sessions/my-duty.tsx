// I run this session: as what, and the way out of it while there is time to find somebody else.
import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { answer, api, type Schema } from '../../api/client.js';
import { useWords } from '../../i18n/i18n.js';
import { Confirm } from '../../ui/confirm.js';
import { Panel } from '../../ui/panel.js';
import { notifyDone } from '../../ui/problem-text.js';
import { useAct } from '../../ui/use-act.js';
import { sessions } from './words.js';

export function MyDuty({ session: { id, state, mine } }: { session: Schema<'SessionDetail'> }) {
  const t = useWords(sessions);
  const navigate = useNavigate();
  const [isAsking, setAsking] = useState(false);
  const leave = useAct(
    () => answer(api.POST('/api/sessions/{id}/invitation', { params: { path: { id } }, body: { answer: 'declined' } })),
    {
      refresh: [['my-invitations'], ['sessions'], ['planning']],
      onDone: async () => {
        setAsking(false);
        notifyDone(t('duty.left'));
        // A draft is out of sight for whoever is not on it any more.
        if (state === 'draft' && !mine.canPlan) await navigate({ to: '/' });
      },
    },
  );
  if (mine.role === null || (state !== 'draft' && state !== 'published')) return null;
  const role = t(`staff.${mine.role}`);
  return (
    <Panel title={t('duty.title')} text={t('duty.text', { role })}>
      <Button
        variant="default"
        style={{ alignSelf: 'flex-start' }}
        onClick={() => {
          setAsking(true);
        }}
      >
        {t('duty.leave')}
      </Button>
      <Confirm
        isOpen={isAsking}
        title={t('duty.leave.title')}
        text={t('duty.leave.text', { role })}
        yes={t('duty.leave.yes')}
        isBusy={leave.isPending}
        onYes={() => {
          leave.mutate(undefined);
        }}
        onClose={() => {
          setAsking(false);
        }}
      />
    </Panel>
  );
}
