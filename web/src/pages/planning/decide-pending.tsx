// Those who wait for approval: let in, one or all that are shown; or refused, with a reason they read.
import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { answer, api, done, type Schema } from '../../api/client.js';
import { useWords } from '../../i18n/i18n.js';
import { Confirm } from '../../ui/confirm.js';
import { notifyDone } from '../../ui/problem-text.js';
import { useBulk } from './bulk.js';
import { BulkProgress } from './bulk-progress.js';
import { ReasonField } from './reason-field.js';
import { staff } from './words.js';

type Registrant = Schema<'Registrant'>;

export function useApprove(sessionId: string, onDone?: () => void) {
  const t = useWords(staff);
  return useBulk(
    (registrationIds) =>
      answer(
        api.POST('/api/sessions/{id}/registrations/approvals', {
          params: { path: { id: sessionId } },
          body: { registrationIds },
        }),
      ),
    (parts) => {
      onDone?.();
      const sum = (of: 'confirmed' | 'queued'): number => parts.reduce((total, part) => total + part[of], 0);
      notifyDone(t('reg.approved', { confirmed: sum('confirmed'), queued: sum('queued') }));
    },
  );
}

/** The pending ones among those on the page, and what can be done with all of them. */
export function PendingBar({ sessionId, pending }: { sessionId: string; pending: readonly Registrant[] }) {
  const t = useWords(staff);
  const approve = useApprove(sessionId);
  const [isRefusing, setRefusing] = useState(false);
  const ids = pending.map(({ id }) => id);
  if (ids.length === 0) return null;
  return (
    <Group gap="sm" role="group" aria-label={t('reg.state.pending')}>
      <Text fw={600}>{t('reg.pending', { count: ids.length })}</Text>
      <Button
        loading={approve.run.isPending}
        onClick={() => {
          approve.run.mutate({ ids });
        }}
      >
        {t('reg.approve.all', { count: ids.length })}
      </Button>
      <Button
        variant="default"
        onClick={() => {
          setRefusing(true);
        }}
      >
        {t('reg.reject.all', { count: ids.length })}
      </Button>
      {isRefusing && (
        <RejectModal
          sessionId={sessionId}
          ids={ids}
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
  ids: readonly string[];
  onDone?: () => void;
  onClose: () => void;
}

export function RejectModal({ sessionId, ids, onDone, onClose }: RejectModalProps) {
  const t = useWords(staff);
  const [reason, setReason] = useState('');
  const reject = useBulk(
    (registrationIds, text) =>
      done(
        api.POST('/api/sessions/{id}/registrations/rejections', {
          params: { path: { id: sessionId } },
          body: { registrationIds, reason: text },
        }),
      ),
    () => {
      onDone?.();
      onClose();
      notifyDone(t('reg.rejected', { count: ids.length }));
    },
  );
  return (
    <Confirm
      isOpen
      title={t('reg.reject.title', { count: ids.length })}
      text={t('reg.reject.text')}
      yes={t('reg.reject.yes')}
      isReady={reason.trim() !== ''}
      isBusy={reject.run.isPending}
      onYes={() => {
        reject.run.mutate({ ids, reason: reason.trim() });
      }}
      onClose={onClose}
    >
      <ReasonField value={reason} onChange={setReason} />
      <BulkProgress bulk={reject} total={ids.length} />
    </Confirm>
  );
}
