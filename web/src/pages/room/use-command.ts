// Something a button of the room does: runs once at a time, and says what went wrong.
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import type { AnswerTo, Refusal, RoomCommand } from '../../../../src/contracts/room-protocol.js';
import { common } from '../../i18n/common.js';
import { say } from '../../i18n/i18n.js';
import { room as words } from './words.js';

type Answer<Command extends RoomCommand> = AnswerTo<Command> | Refusal | undefined;

interface Outcome<Command extends RoomCommand> {
  onDone?: (answer: AnswerTo<Command>) => void;
  /** Answers true if it said everything itself. */
  onRefused?: (refusal: Refusal) => boolean;
}

export function useCommand() {
  const [isBusy, setBusy] = useState(false);
  const run = async <Command extends RoomCommand>(
    asking: Promise<Answer<Command>>,
    { onDone, onRefused }: Outcome<Command> = {},
  ): Promise<void> => {
    setBusy(true);
    const answer = await asking;
    setBusy(false);
    if (answer === undefined) notifyRefused(say(words, 'act.unreached'));
    else if ('ok' in answer) onDone?.(answer);
    else if (!onRefused?.(answer)) notifyRefused(textOf(answer));
  };
  return { run, isBusy };
}

/** The refusal in its reader's words; of a field, why. */
export function textOf({ detail, fields }: Refusal): string {
  return fields?.[0]?.message ?? detail;
}

function notifyRefused(message: string): void {
  notifications.show({
    color: 'red',
    title: say(common, 'error.title'),
    message,
    autoClose: 8_000,
    closeButtonProps: { 'aria-label': say(common, 'act.close') },
  });
}
