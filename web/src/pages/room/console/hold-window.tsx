// Mute or remove somebody: with a reason, and what it will do said first.
import { Alert, Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { RoomPerson } from '../../../../../src/contracts/room-command.js';
import { common } from '../../../i18n/common.js';
import { useWords } from '../../../i18n/i18n.js';
import { textOf, useCommand } from '../use-command.js';
import type { Room } from '../use-room.js';
import { LONGEST_REASON_TEXT } from './limits.js';
import { console as words } from './words.js';

/** `isUndone`: the hold is taken back. */
export interface Hold {
  kind: 'mute' | 'remove';
  isUndone: boolean;
  person: RoomPerson;
}

interface HoldWindowProps {
  room: Room;
  hold: Hold | undefined;
  onClose: () => void;
  onDone: () => void;
}

export function HoldWindow({ room, hold, onClose, onDone }: HoldWindowProps) {
  const t = useWords(words);
  const tc = useWords(common);
  const [shown, setShown] = useState(hold);
  if (hold && hold !== shown) setShown(hold);
  return (
    <Modal
      opened={hold !== undefined}
      onClose={onClose}
      title={shown && t(`hold.${nameOf(shown)}.title`, { name: shown.person.name })}
      closeButtonProps={{ 'aria-label': tc('act.close') }}
    >
      {shown && <HoldForm room={room} hold={shown} onClose={onClose} onDone={onDone} />}
    </Modal>
  );
}

function HoldForm({ room, hold, onClose, onDone }: HoldWindowProps & { hold: Hold }) {
  const t = useWords(words);
  const tc = useWords(common);
  const { run, isBusy } = useCommand();
  const [reason, setReason] = useState('');
  const [refused, setRefused] = useState<string>();
  const name = nameOf(hold);
  const send = () => {
    const about = { memberId: hold.person.memberId, reason: reason.trim() };
    const outcome = {
      onDone: () => {
        onDone();
        onClose();
      },
      onRefused: (refusal: Parameters<typeof textOf>[0]) => {
        setRefused(textOf(refusal));
        return true;
      },
    };
    if (hold.kind === 'mute') {
      void run<'member.mute'>(room.act('member.mute', { ...about, isMuted: !hold.isUndone }), outcome);
    } else {
      void run<'member.remove'>(room.act('member.remove', { ...about, isRemoved: !hold.isUndone }), outcome);
    }
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (reason.trim() !== '') send();
      }}
    >
      <Stack gap="md">
        <Text>{t(`hold.${name}.what`, { name: hold.person.name })}</Text>
        <TextInput
          data-autofocus
          label={t('hold.reason')}
          description={t('hold.reason.what')}
          maxLength={LONGEST_REASON_TEXT}
          value={reason}
          onChange={(event) => {
            setReason(event.currentTarget.value);
          }}
        />
        {refused && (
          <Alert color="red" role="alert">
            {refused}
          </Alert>
        )}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            {tc('act.cancel')}
          </Button>
          <Button
            type="submit"
            {...(hold.isUndone ? {} : { color: 'red' })}
            disabled={reason.trim() === ''}
            loading={isBusy}
          >
            {t(`hold.${name}`)}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function nameOf({ kind, isUndone }: Hold) {
  if (kind === 'mute') return isUndone ? 'unmute' : 'mute';
  return isUndone ? 'readmit' : 'remove';
}
