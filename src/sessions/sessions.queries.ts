// Reads sessions as cards: one of them, and the planners' list. Seats are counted, never remembered.

import { Injectable } from '@nestjs/common';
import type { Actor } from '../contracts/permissions.js';
import type { Page } from '../contracts/schemas.js';
import { Database } from '../platform/database/database.js';
import { found } from '../platform/errors.js';
import { keyOf, pageFrom } from '../platform/http/keyset.js';
import { beginnings } from './catalogue.rules.js';
import { CARDS, cursorKey, keyForRow, SessionCards, sessionsSaying, type CardRow } from './session-cards.js';
import { planningScope } from './session.rules.js';
import type { PlanningCard, PlanningQuery, SessionCard, SessionDetail } from './session.dto.js';

@Injectable()
export class SessionsQueries {
  constructor(
    private readonly database: Database,
    private readonly cards: SessionCards,
  ) {}

  /** What an admin plans, a facilitator runs, or a supervisor or coordinator reads: the newest start first. */
  async planning(actor: Actor, query: PlanningQuery): Promise<Page<PlanningCard>> {
    const scope = planningScope(actor);
    const key = keyOf(query.cursor, cursorKey);
    const rows = await this.database.sql<CardRow>(
      `WITH page AS (
         SELECT * FROM sessions
         WHERE cooperative_id = $2 AND ($3::text IS NULL OR state = $3)
           AND ($4 = 'all' OR ($4 = 'announced' AND state IN ('published', 'live', 'ended'))
             OR id IN (SELECT session_id FROM session_staff WHERE member_id = $1 AND role <> 'speaker' AND state = 'accepted'))
           AND ($5::timestamptz IS NULL OR (starts_at, id) < ($5, $6::uuid))
           AND ($8::text IS NULL OR id IN (${sessionsSaying('$8', '$9')}))
         ORDER BY starts_at DESC, id DESC LIMIT $7)
       ${CARDS} ORDER BY s.starts_at DESC, s.id DESC`,
      [
        actor.memberId,
        actor.cooperativeId,
        query.state ?? null,
        scope,
        key?.[0] ?? null,
        key?.[1] ?? null,
        query.limit + 1,
        query.q ?? null,
        query.q === undefined ? null : beginnings(query.q),
      ],
    );
    const page = pageFrom(rows, query.limit, keyForRow);
    return {
      ...page,
      items: page.items.map((row) => {
        const { version, confirmed, onsiteCapacity } = row;
        return { ...this.cards.of(row), version, confirmed, onsiteCapacity };
      }),
    };
  }

  /** Of the seats given, how many come each way, as they chose when they registered or since. */
  async confirmedByMode(sessionId: string): Promise<{ virtual: number; onsite: number }> {
    const [row] = await this.database.sql<{ virtual: number; onsite: number }>(
      `SELECT count(*) FILTER (WHERE mode = 'virtual')::int AS virtual, count(*) FILTER (WHERE mode = 'onsite')::int AS onsite
       FROM registrations WHERE session_id = $1 AND state = 'confirmed'`,
      [sessionId],
    );
    return found(row);
  }

  /** What sessions have in common that were planned together. */
  async series(seriesId: string): Promise<SessionDetail['series']> {
    const [row] = await this.database.sql<NonNullable<SessionDetail['series']>>(
      'SELECT id, rrule, zone, first_start AS "firstStart", registration FROM session_series WHERE id = $1',
      [seriesId],
    );
    return found(row);
  }

  /** One session as a card, whatever its state: who may see it was asked before. */
  async card(memberId: string, sessionId: string): Promise<SessionCard & { confirmed: number }> {
    const rows = await this.database.sql<CardRow>(`WITH page AS (SELECT * FROM sessions WHERE id = $2) ${CARDS}`, [
      memberId,
      sessionId,
    ]);
    const row = found(rows[0]);
    return { ...this.cards.of(row), confirmed: row.confirmed };
  }
}
