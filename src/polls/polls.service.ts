// Staff prepare polls, open and close them: one runs at a time, and what a run came to is frozen when it is closed.

import { Injectable } from '@nestjs/common';
import { MOST_POLLS, type PollInput, type RoomPoll } from '../contracts/room-polls.js';
import type { CommandOf, Posted } from '../contracts/room-protocol.js';
import { Audit } from '../platform/audit/audit.js';
import type { Tx } from '../platform/database/tx.js';
import { DomainError, found } from '../platform/errors.js';
import { RoomDesk, type AtTheDesk, type NewEvent, type RoomConnection } from '../room/room-desk.service.js';
import { PollClosing } from './poll-closing.service.js';
import { Poll } from './poll.entity.js';
import { PollRun } from './poll-run.entity.js';
import { isForMembers, isOver, mayNot, pollFaults, tally } from './poll.rules.js';
import { PollsQueries } from './polls.queries.js';

type Act = Parameters<typeof mayNot>[0];

@Injectable()
export class PollsService {
  constructor(
    private readonly desk: RoomDesk,
    private readonly queries: PollsQueries,
    private readonly closing: PollClosing,
    private readonly audit: Audit,
  ) {}

  /** @throws DomainError forbidden, invalid-input, conflict (the id is taken), version-conflict, wrong-state */
  save(connection: RoomConnection, command: CommandOf<'poll.save'>): Promise<Posted> {
    const { v: _, id, pollId, version, ...input } = command;
    return this.act(connection, id, async ({ tx, place, now }) => {
      const faults = pollFaults(input);
      if (faults.length > 0) throw new DomainError('invalid-input', faults);
      const { sessionId, memberId } = place;
      if (version === undefined) {
        await this.assertNew(tx, sessionId, pollId);
        const born = { version: 1, state: 'draft' as const, run: 0, createdBy: memberId, createdAt: now };
        await tx.manager.insert(Poll, { id: pollId, sessionId, ...born, ...columnsOf(input), updatedAt: now });
      } else {
        const before = await this.lookAt('save', tx, sessionId, pollId, version);
        await tx.manager.update(Poll, pollId, { ...columnsOf(input), version: before.version + 1, updatedAt: now });
      }
      return this.told(connection, { tx, place, now }, pollId, 'poll.saved', { ...input });
    });
  }

  /** @throws DomainError forbidden, not-found, version-conflict, wrong-state (it was asked once) */
  delete(connection: RoomConnection, { id, pollId, version }: CommandOf<'poll.delete'>): Promise<Posted> {
    return this.act(connection, id, async ({ tx, place }) => {
      const { text } = await this.lookAt('delete', tx, place.sessionId, pollId, version);
      await tx.manager.delete(Poll, pollId);
      const subject = { type: 'poll', id: pollId };
      await this.audit.record(tx, { actor: connection.actor, action: 'poll.deleted', subject, before: { text } });
      return [{ kind: 'poll.deleted', payload: { pollId }, audience: 'staff' }];
    });
  }

  /** @throws DomainError forbidden, not-found, version-conflict, wrong-state (another runs too, or the session is over) */
  open(connection: RoomConnection, { id, pollId, version }: CommandOf<'poll.open'>): Promise<Posted> {
    return this.act(connection, id, async (at) => {
      const { tx, place, now } = at;
      const poll = await this.lookAt('open', tx, place.sessionId, pollId, version);
      if (isOver(place.state) || (await this.queries.open(tx, place.sessionId))) throw new DomainError('wrong-state');
      const run = poll.run + 1;
      await tx.manager.update(Poll, pollId, { state: 'open', run, version: version + 1, updatedAt: now });
      const results = tally(poll, []);
      await tx.manager.insert(PollRun, { pollId, run, openedAt: now, closedAt: null, results, countedAt: null });
      return this.told(connection, at, pollId, 'poll.opened', { run });
    });
  }

  /** @throws DomainError forbidden, not-found, version-conflict, wrong-state */
  close(connection: RoomConnection, { id, pollId, version }: CommandOf<'poll.close'>): Promise<Posted> {
    return this.act(connection, id, async (at) => {
      const { tx, place, now } = at;
      const poll = await this.lookAt('close', tx, place.sessionId, pollId, version);
      const { answered } = await this.closing.freeze(tx, poll, now);
      return this.told(connection, at, pollId, 'poll.closed', { run: poll.run, answered });
    });
  }

  /** @throws DomainError forbidden, not-found, version-conflict, wrong-state */
  archive(connection: RoomConnection, { id, pollId, version }: CommandOf<'poll.archive'>): Promise<Posted> {
    return this.act(connection, id, async (at) => {
      const { tx, place, now } = at;
      await this.lookAt('archive', tx, place.sessionId, pollId, version);
      await tx.manager.update(Poll, pollId, { state: 'archived', version: version + 1, updatedAt: now });
      return this.told(connection, at, pollId, 'poll.archived', { state: 'archived' }, 'all');
    });
  }

  private act(
    connection: RoomConnection,
    commandId: string,
    decide: (at: AtTheDesk) => Promise<NewEvent[]>,
  ): Promise<Posted> {
    return this.desk.act(connection, commandId, 'polls.run', decide);
  }

  /** Under the room's lock: nobody else changes the room's polls. @throws DomainError not-found, version-conflict, wrong-state */
  private async lookAt(act: Act, tx: Tx, sessionId: string, pollId: string, version: number): Promise<RoomPoll> {
    const poll = found(await this.queries.one(tx, sessionId, pollId));
    const refused = mayNot(act, poll, version);
    if (refused) throw new DomainError(refused);
    return poll;
  }

  private async assertNew(tx: Tx, sessionId: string, pollId: string): Promise<void> {
    if (await tx.manager.existsBy(Poll, { id: pollId })) throw new DomainError('conflict');
    if ((await tx.manager.countBy(Poll, { sessionId })) < MOST_POLLS) return;
    throw new DomainError('invalid-input', [{ path: 'pollId', rule: 'too-many', limit: MOST_POLLS }]);
  }

  /** The act in the audit, and the poll as it stands now for whoever may know of it. */
  private async told(
    connection: RoomConnection,
    { tx, place }: AtTheDesk,
    pollId: string,
    action: string,
    after: Record<string, unknown>,
    audience?: 'all',
  ): Promise<NewEvent[]> {
    const poll = found(await this.queries.one(tx, place.sessionId, pollId));
    const subject = { type: 'poll', id: pollId };
    await this.audit.record(tx, { actor: connection.actor, action, subject, after });
    const payload = { poll };
    return [{ kind: 'poll.changed', payload, audience: audience ?? (isForMembers(poll.state) ? 'all' : 'staff') }];
  }
}

function columnsOf({ kind, text, options, scaleTo, right, results }: PollInput) {
  return { kind, text, options, scaleTo, rightOptions: right, showsResults: results };
}
