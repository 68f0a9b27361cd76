// How a socket is told no: the same codes and words as HTTP, in the acknowledgement, and never silence.

import type { Refusal } from '../../contracts/room-protocol.js';
import type { Language } from '../../contracts/languages.js';
import { errorWords } from '../../contracts/words/errors.js';
import type { DomainError } from '../errors.js';
import { fieldProblem } from '../http/problem.js';

export function refusalOf(error: DomainError, language: Language): Refusal {
  return {
    code: error.code,
    detail: errorWords[language][error.code],
    ...(error.fields.length > 0 ? { fields: error.fields.map((fault) => fieldProblem(fault, language)) } : {}),
    ...(error.retryAfterSeconds === undefined ? {} : { retryAfterSeconds: error.retryAfterSeconds }),
  };
}

/** The part of a Socket.IO socket that a refusal needs. */
interface Refusable {
  emit(event: 'room.refused', refusal: Refusal & { command: string }): unknown;
}

/**
 * Into the acknowledgement function when the client sent one, else as an event of its own.
 * @param args what came with the command; the acknowledgement is its last function.
 */
export function refuse(socket: Refusable, command: string, args: readonly unknown[], refusal: Refusal): void {
  const ack = args.findLast((arg) => typeof arg === 'function');
  if (ack === undefined) socket.emit('room.refused', { command: command.slice(0, 60), ...refusal });
  else Reflect.apply(ack, undefined, [refusal]);
}
