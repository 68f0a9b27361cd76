// Those who wait for approval: let in, one or all that are shown; or refused, with a reason they read.
import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { answer, api, done, type Schema } from '../../api/client.js';
import { useWords } from '../../i18n/i18n.js';
import { Confirm } from '../../ui/confirm.js';
import { notifyDone } from '../../ui/problem-text.js';
import { useAct } from '../../ui/use-act.js';
import { ReasonField } from './reason-field.js';
import { staff } from './words.js';

type Registrant = Schema<'Registrant'>;
const REFRESH = [['planning'], ['sessions']];
/** As many as the server decides at once. */
const MOST_AT_ONCE = 500;

export function useApprove(sessionId: string) {
  const t = useWords(staff);
  return useAct(
    (registrationIds: string[]) =>
      answer(
        api.POST('/api/sessions/{id}/registrations/approvals', {
          params: { path: { id: sessionId } },
          body: { registrationIds },
        }),
      ),
    {
      refresh: REFRESH,
      onDone: ({ confirmed, queued }) => {
        notifyDone(t('reg.approved', { confirmed, queued }));
      },
    },
  );
}

/** The pending ones among those on the page, and what can be done with all of them. */
export function PendingBar({ sessionId, pending }: { sessionId: string; pending: readonly Registrant[] }) {
  const t = useWords(staff);
  const approve = useApprove(sessionId);
  const [isRefusing, setRefusing] = useState(false);
  const those = pending.slice(0, MOST_AT_ONCE);
  if (those.length === 0) return null;
  return (
    <Group gap="sm" role="group" aria-label={t('reg.state.pending')}>
      <Text fw={600}>{t('reg.pending', { count: those.length })}</Text>
      <Button
        loading={approve.isPending}
        onClick={() => {
          approve.mutate(those.map(({ id }) => id));
        }}
      >
        {t('reg.approve.all', { count: those.length })}
      </Button>
      <Button
        variant="default"
        onClick={() => {
          setRefusing(true);
        }}
      >
        {t('reg.reject.all', { count: those.length })}
      </Button>
      {isRefusing && (
        <RejectModal
          sessionId={sessionId}
          pending={those}
          onClose={() => {
            setRefusing(false);
          }}
        />
      )}
    </Group>
  );
}

interface RejectModalProps {
  sessionId: string;
  pending: readonly Registrant[];
  onClose: () => void;
}

export function RejectModal({ sessionId, pending, onClose }: RejectModalProps) {
  const t = useWords(staff);
  const [reason, setReason] = useState('');
  const reject = useAct(
    (text: string) =>
      done(
        api.POST('/api/sessions/{id}/registrations/rejections', {
          params: { path: { id: sessionId } },
          body: { registrationIds: pending.map(({ id }) => id), reason: text },
        }),
      ),
    {
      refresh: REFRESH,
      onDone: () => {
        onClose();
        notifyDone(t('reg.rejected', { count: pending.length }));
      },
    },
  );
  return (
    <Confirm
      isOpen
      title={t('reg.reject.title', { count: pending.length })}
      text={t('reg.reject.text')}
      yes={t('reg.reject.yes')}
      isReady={reason.trim() !== ''}
      isBusy={reject.isPending}
      onYes={() => {
        reject.mutate(reason.trim());
      }}
      onClose={onClose}
    >
      <ReasonField value={reason} onChange={setReason} />
    </Confirm>
  );
}
