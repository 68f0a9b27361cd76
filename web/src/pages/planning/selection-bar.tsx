// What staff do to the registrations they selected: cancel them, or move them to another session; with a reason for both.
import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { answer, api, done, type Schema } from '../../api/client.js';
import { common } from '../../i18n/common.js';
import { useWords } from '../../i18n/i18n.js';
import { Confirm } from '../../ui/confirm.js';
import { DataTable } from '../../ui/data-table.js';
import { notifyDone } from '../../ui/problem-text.js';
import { useAct } from '../../ui/use-act.js';
import { ReasonField } from './reason-field.js';
import { SessionSearch } from './session-search.js';
import { staff } from './words.js';

const REFRESH = [['planning'], ['sessions']];

interface SelectionProps {
  sessionId: string;
  selected: readonly string[];
  onClear: () => void;
}

export function SelectionBar({ sessionId, selected, onClear }: SelectionProps) {
  const t = useWords(staff);
  const [act, setAct] = useState<'cancel' | 'move'>();
  const count = selected.length;
  if (count === 0) return null;
  const modal = {
    sessionId,
    selected,
    onDone: () => {
      setAct(undefined);
      onClear();
    },
    onClose: () => {
      setAct(undefined);
    },
  };
  return (
    <Group gap="sm" role="group" aria-label={t('reg.selected', { count })}>
      <Text fw={600}>{t('reg.selected', { count })}</Text>
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
      <Button variant="subtle" onClick={onClear}>
        {t('reg.select.none')}
      </Button>
      {act === 'cancel' && <CancelModal {...modal} />}
      {act === 'move' && <MoveModal {...modal} />}
    </Group>
  );
}

interface ModalProps {
  sessionId: string;
  selected: readonly string[];
  onDone: () => void;
  onClose: () => void;
}

function CancelModal({ sessionId, selected, onDone, onClose }: ModalProps) {
  const t = useWords(staff);
  const [reason, setReason] = useState('');
  const count = selected.length;
  const cancel = useAct(
    (text: string) =>
      done(
        api.POST('/api/sessions/{id}/registrations/cancellations', {
          params: { path: { id: sessionId } },
          body: { registrationIds: [...selected], reason: text },
        }),
      ),
    {
      refresh: REFRESH,
      onDone: () => {
        onDone();
        notifyDone(t('reg.cancel.many.done', { count }));
      },
    },
  );
  return (
    <Confirm
      isOpen
      title={t('reg.cancel.many.title', { count })}
      text={t('reg.cancel.many.text')}
      yes={t('reg.remove.yes')}
      isReady={reason.trim() !== ''}
      isBusy={cancel.isPending}
      onYes={() => {
        cancel.mutate(reason.trim());
      }}
      onClose={onClose}
    >
      <ReasonField value={reason} onChange={setReason} />
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

function MoveModal({ sessionId, selected, onDone, onClose }: ModalProps) {
  const t = useWords(staff);
  const [reason, setReason] = useState('');
  const [toSessionId, setToSessionId] = useState<string | null>(null);
  const [outcome, setOutcome] = useState<Moved>();
  const saidOf = ({ confirmed, queued, refused }: Moved): string =>
    t('reg.move.many.done', { confirmed, queued, refused });
  const count = selected.length;
  const move = useAct(
    (text: string) =>
      answer(
        api.POST('/api/sessions/{id}/registrations/moves', {
          params: { path: { id: sessionId } },
          body: { registrationIds: [...selected], toSessionId: toSessionId ?? '', reason: text },
        }),
      ),
    {
      refresh: REFRESH,
      onDone: (moved) => {
        if (moved.stayed.length > 0) {
          setOutcome(moved);
          return;
        }
        onDone();
        notifyDone(saidOf(moved));
      },
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
      isBusy={move.isPending}
      onYes={() => {
        move.mutate(reason.trim());
      }}
      onClose={onClose}
    >
      <SessionSearch label={t('reg.move.many.to')} value={toSessionId} without={sessionId} onChoose={setToSessionId} />
      <ReasonField value={reason} onChange={setReason} />
    </Confirm>
  );
}
