// What staff do to the registrations they chose, by hand or all that match: let them in or refuse them, cancel them, or move
// them to another session; with a reason that the members read.
import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { answer, api, done, type Schema } from '../../api/client.js';
import { common } from '../../i18n/common.js';
import { useWords } from '../../i18n/i18n.js';
import { Confirm } from '../../ui/confirm.js';
import { DataTable } from '../../ui/data-table.js';
import { notifyDone } from '../../ui/problem-text.js';
import { useBulk } from './bulk.js';
import { BulkProgress } from './bulk-progress.js';
import { RejectModal, useApprove } from './decide-pending.js';
import { ReasonField } from './reason-field.js';
import { SessionSearch } from './session-search.js';
import type { Selection } from './use-selection.js';
import { staff } from './words.js';

interface SelectionProps {
  sessionId: string;
  selection: Selection;
}

export function SelectionBar({ sessionId, selection }: SelectionProps) {
  const t = useWords(staff);
  const { chosen, beyond, isChoosing, chooseAll, clear } = selection;
  const [act, setAct] = useState<'cancel' | 'move' | 'reject'>();
  const approve = useApprove(sessionId, clear);
  const ids = chosen.map(({ id }) => id);
  const pending = chosen.filter(({ state }) => state === 'pending').map(({ id }) => id);
  const count = ids.length;
  const close = (): void => {
    setAct(undefined);
  };
  const modal = {
    sessionId,
    ids,
    onDone: () => {
      close();
      clear();
    },
    onClose: close,
  };
  return (
    <Group gap="sm" role="group" aria-label={t('reg.selected', { count })}>
      <Text fw={600} aria-live="polite">
        {beyond === null ? t('reg.selected', { count }) : t('reg.selected.first', { count, beyond })}
      </Text>
      <Button variant="default" loading={isChoosing} onClick={chooseAll}>
        {t('reg.select.all')}
      </Button>
      {pending.length > 0 && (
        <>
          <Button
            variant="default"
            loading={approve.run.isPending}
            onClick={() => {
              approve.run.mutate({ ids: pending });
            }}
          >
            {t('reg.approve.all', { count: pending.length })}
          </Button>
          <Button
            variant="default"
            onClick={() => {
              setAct('reject');
            }}
          >
            {t('reg.reject.all', { count: pending.length })}
          </Button>
          <BulkProgress bulk={approve} total={pending.length} />
        </>
      )}
      {count > 0 && (
        <>
          {(['move', 'cancel'] as const).map((one) => (
            <Button
              key={one}
              variant="default"
              onClick={() => {
                setAct(one);
              }}
            >
              {t(`reg.${one}.many`, { count })}
            </Button>
          ))}
          <Button variant="subtle" onClick={clear}>
            {t('reg.select.none')}
          </Button>
        </>
      )}
      {act === 'reject' && <RejectModal {...modal} ids={pending} />}
      {act === 'cancel' && <CancelModal {...modal} />}
      {act === 'move' && <MoveModal {...modal} />}
    </Group>
  );
}

interface ModalProps {
  sessionId: string;
  ids: readonly string[];
  onDone: () => void;
  onClose: () => void;
}

function CancelModal({ sessionId, ids, onDone, onClose }: ModalProps) {
  const t = useWords(staff);
  const [reason, setReason] = useState('');
  const count = ids.length;
  const cancel = useBulk(
    (registrationIds, text) =>
      done(
        api.POST('/api/sessions/{id}/registrations/cancellations', {
          params: { path: { id: sessionId } },
          body: { registrationIds, reason: text },
        }),
      ),
    () => {
      onDone();
      notifyDone(t('reg.cancel.many.done', { count }));
    },
  );
  return (
    <Confirm
      isOpen
      title={t('reg.cancel.many.title', { count })}
      text={t('reg.cancel.many.text')}
      yes={t('reg.remove.yes')}
      isReady={reason.trim() !== ''}
      isBusy={cancel.run.isPending}
      onYes={() => {
        cancel.run.mutate({ ids, reason: reason.trim() });
      }}
      onClose={onClose}
    >
      <ReasonField value={reason} onChange={setReason} />
      <BulkProgress bulk={cancel} total={count} />
    </Confirm>
  );
}

type Moved = Schema<'MovedRegistrations'>;

/** Who was not let in there, and why: for the reader to settle. */
function Stayed({ stayed, said, onClose }: { stayed: Moved['stayed']; said: string; onClose: () => void }) {
  const t = useWords(staff);
  const says = useWords(common);
  return (
    <Modal opened onClose={onClose} title={t('reg.move.stayed')} closeButtonProps={{ 'aria-label': says('act.close') }}>
      <Stack gap="md">
        <Text>{said}</Text>
        <DataTable
          caption={t('reg.move.stayed')}
          columns={[
            { key: 'name', head: t('reg.member'), cell: ({ name, number }) => `${name} (${number})` },
            { key: 'why', head: t('reg.move.why'), cell: ({ code }) => t(whyOf(code)) },
          ]}
          rows={stayed}
          keyOf={({ registrationId }) => registrationId}
        />
        <Group justify="flex-end">
          <Button onClick={onClose}>{says('act.close')}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}

const REASONS = ['registration-closed', 'wrong-state', 'not-found'] as const;

function whyOf(code: Moved['stayed'][number]['code']) {
  const reason = REASONS.find((one) => one === code) ?? 'other';
  return `reg.move.why.${reason}` as const;
}

function MoveModal({ sessionId, ids, onDone, onClose }: ModalProps) {
  const t = useWords(staff);
  const [reason, setReason] = useState('');
  const [toSessionId, setToSessionId] = useState<string | null>(null);
  const [outcome, setOutcome] = useState<Moved>();
  const saidOf = ({ confirmed, queued, refused }: Moved): string =>
    t('reg.move.many.done', { confirmed, queued, refused });
  const count = ids.length;
  const move = useBulk(
    (registrationIds, text) =>
      answer(
        api.POST('/api/sessions/{id}/registrations/moves', {
          params: { path: { id: sessionId } },
          body: { registrationIds, toSessionId: toSessionId ?? '', reason: text },
        }),
      ),
    (parts) => {
      const moved = together(parts);
      if (moved.stayed.length > 0) {
        setOutcome(moved);
        return;
      }
      onDone();
      notifyDone(saidOf(moved));
    },
  );
  if (outcome) return <Stayed stayed={outcome.stayed} said={saidOf(outcome)} onClose={onDone} />;
  return (
    <Confirm
      isOpen
      title={t('reg.move.many.title', { count })}
      text={t('reg.move.many.text')}
      yes={t('reg.move.many.yes')}
      isDangerous={false}
      isReady={reason.trim() !== '' && toSessionId !== null}
      isBusy={move.run.isPending}
      onYes={() => {
        move.run.mutate({ ids, reason: reason.trim() });
      }}
      onClose={onClose}
    >
      <SessionSearch label={t('reg.move.many.to')} value={toSessionId} without={sessionId} onChoose={setToSessionId} />
      <ReasonField value={reason} onChange={setReason} />
      <BulkProgress bulk={move} total={count} />
    </Confirm>
  );
}

function together(parts: readonly Moved[]): Moved {
  const sum = (of: 'confirmed' | 'queued' | 'refused'): number => parts.reduce((total, part) => total + part[of], 0);
  return {
    ...{ confirmed: sum('confirmed'), queued: sum('queued'), refused: sum('refused') },
    stayed: parts.flatMap(({ stayed }) => stayed),
  };
}
