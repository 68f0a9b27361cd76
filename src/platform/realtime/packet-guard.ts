// Stands before every handler: answers unknown commands, holds each member to their allowance, hangs up on floods.

import type { Socket } from 'socket.io';
import type { Language } from '../../contracts/languages.js';
import { DomainError } from '../errors.js';
import { refusalOf, refuse } from './refusal.js';
import { TokenBuckets, type Allowance } from '../limits/token-bucket.js';

/** For what is no command at all. */
const UNKNOWN: Allowance = { burst: 20, perSecond: 1 };
/** Refusals that a connection gets in a row before it is closed: nobody reads them any more. */
const MOST_REFUSALS = 200;

export class PacketGuard {
  private readonly buckets = new TokenBuckets();

  /** @param allowances every command there is, with how often one member may send it, over all their devices. */
  constructor(
    private readonly allowances: Readonly<Record<string, Allowance>>,
    private readonly ticks: () => number,
  ) {}

  /** @param memberId whose allowance the socket spends; @param language of its refusals. */
  watch(socket: Socket, memberId: string, language: Language): void {
    let refusals = 0;
    // Without next() a packet goes no further: an event named `error` would otherwise be thrown, with no listener for it.
    socket.use(([event, ...args], next) => {
      const command = nameOf(event);
      const problem = this.problemOf(command, memberId);
      if (problem === undefined) {
        refusals = 0;
        next();
        return;
      }
      refusals += 1;
      if (refusals > MOST_REFUSALS) socket.disconnect(true);
      else refuse(socket, command, args, refusalOf(problem, language));
    });
  }

  private problemOf(command: string, memberId: string): DomainError | undefined {
    const known = Object.hasOwn(this.allowances, command) ? this.allowances[command] : undefined;
    const wait = this.buckets.take(`${memberId} ${known ? command : ''}`, known ?? UNKNOWN, this.ticks());
    if (wait > 0) return new DomainError('rate-limited', [], wait);
    return known ? undefined : new DomainError('unknown-event');
  }
}

/** A client may send a number for a name: the parser lets it through, whatever its types say. */
function nameOf(event: unknown): string {
  return typeof event === 'string' ? event : '';
}
