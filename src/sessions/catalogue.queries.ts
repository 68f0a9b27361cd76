// Reads the catalogue: what members and visitors may find, by words, topic, day, way and seats, in pages by key.

import { Injectable } from '@nestjs/common';
import type { Language } from '../contracts/languages.js';
import type { Actor } from '../contracts/permissions.js';
import type { Page } from '../contracts/schemas.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { found } from '../platform/errors.js';
import { keyOf, pageFrom } from '../platform/http/keyset.js';
import { beginnings, spanOf } from './catalogue.rules.js';
import type { CatalogueQuery, PublicCard, SessionCard } from './session.dto.js';
import { CARDS, cursorKey, keyForRow, SessionCards, sessionsSaying, type CardRow } from './session-cards.js';

/** On, or still to come: what everybody may find. @param now its placeholder in the statement. */
const isOpen = (now: string): string => `(s.state = 'live' OR (s.state = 'published' AND s.ends_at > ${now}))`;

/** Each list's sessions ($3 is now) and its order: what comes next comes first, what was last comes first. */
const LISTS = {
  open: { which: isOpen('$3'), order: 'ASC' },
  upcoming: { which: `s.state = 'published' AND s.ends_at > $3`, order: 'ASC' },
  live: { which: `s.state = 'live' AND $3::timestamptz IS NOT NULL`, order: 'ASC' },
  past: { which: `(s.state = 'ended' OR (s.state = 'published' AND s.ends_at <= $3))`, order: 'DESC' },
} as const;

/** A newcomer never overtakes the queue: who waits counts as seated. One mode with a seat is enough. */
const HAS_SEAT = `EXISTS (
  SELECT FROM (VALUES ('virtual', s.capacity), ('onsite', s.onsite_capacity)) AS offered (mode, capacity)
  WHERE s.delivery IN (offered.mode, 'hybrid') AND (offered.capacity IS NULL OR offered.capacity > (
    SELECT count(*) FROM registrations r WHERE r.session_id = s.id AND (s.delivery <> 'hybrid' OR r.mode = offered.mode)
      AND r.state IN ('confirmed', 'offered', 'waitlisted'))))`;

/**
 * The catalogue in one statement. Its parameters: reader, cooperative, now, the cursor's start and id, limit, the first
 * and the end of the days, words and their beginnings, topic, delivery, language; null for what nobody asked.
 */
export function catalogueStatement(list: keyof typeof LISTS, options: { onlyWithSeats?: boolean } = {}): string {
  const { which, order } = LISTS[list];
  return `WITH page AS (
      SELECT s.* FROM sessions s
      WHERE s.cooperative_id = $2 AND ${which}
        AND ($4::timestamptz IS NULL OR (s.starts_at, s.id) ${order === 'ASC' ? '>' : '<'} ($4, $5::uuid))
        AND ($7::timestamptz IS NULL OR s.starts_at >= $7) AND ($8::timestamptz IS NULL OR s.starts_at < $8)
        AND ($9::text IS NULL OR s.id IN (${sessionsSaying('$9', '$10')}))
        AND ($11::uuid IS NULL OR s.topic_id = $11) AND ($12::text IS NULL OR s.delivery = $12)
        AND ($13::text IS NULL OR s.language = $13)
        ${options.onlyWithSeats === true ? `AND ${HAS_SEAT}` : ''}
      ORDER BY s.starts_at ${order}, s.id ${order} LIMIT $6)
    ${CARDS} ORDER BY s.starts_at ${order}, s.id ${order}`;
}

export interface OpenSession {
  id: string;
  title: string;
  zone: string;
  startsAt: Date;
  endsAt: Date;
  delivery: CardRow['delivery'];
  coverFileId: string | null;
  cooperative: { slug: string; name: string; language: Language };
}

/** Whose catalogue it is, and who reads it; null for everybody on the internet. */
interface Reader {
  cooperativeId: string;
  memberId: string | null;
  zone: string;
}

@Injectable()
export class CatalogueQueries {
  constructor(
    private readonly database: Database,
    private readonly cards: SessionCards,
    private readonly clock: Clock,
  ) {}

  /** What members may find: published, live and past sessions; drafts and cancelled ones never. */
  async page(actor: Actor, query: CatalogueQuery): Promise<Page<SessionCard>> {
    const page = await this.list(actor, query);
    return { ...page, items: page.items.map((row) => this.cards.of(row)) };
  }

  /** The same for everybody on the internet: without names, and only what is still to come or on. */
  async open(slug: string, query: Pick<CatalogueQuery, 'cursor' | 'limit'>): Promise<Page<PublicCard>> {
    const [cooperative] = await this.database.sql<{ cooperativeId: string; zone: string }>(
      'SELECT id AS "cooperativeId", zone FROM cooperatives WHERE slug = $1',
      [slug.toLowerCase()],
    );
    const page = await this.list({ ...found(cooperative), memberId: null }, query);
    return { ...page, items: page.items.map((row) => this.cards.publicOf(row)) };
  }

  /** A session as everybody on the internet may know it, if they may. */
  async openSession(sessionId: string): Promise<OpenSession | undefined> {
    const [row] = await this.database.sql<OpenSession>(
      `SELECT s.id, s.title, s.zone, s.starts_at AS "startsAt", s.ends_at AS "endsAt", s.delivery,
         s.cover_file_id AS "coverFileId", jsonb_build_object('slug', c.slug, 'name', c.name, 'language', c.language) AS cooperative
       FROM sessions s JOIN cooperatives c ON c.id = s.cooperative_id
       WHERE s.id = $1 AND ${isOpen('$2')}`,
      [sessionId, this.clock.now()],
    );
    return row;
  }

  async topics(actor: Actor): Promise<{ id: string; name: string }[]> {
    return this.database.sql('SELECT id, name FROM topics WHERE cooperative_id = $1 ORDER BY lower(name), id', [
      actor.cooperativeId,
    ]);
  }

  private async list(reader: Reader, query: CatalogueQuery): Promise<Page<CardRow>> {
    const { q, limit } = query;
    const key = keyOf(query.cursor, cursorKey);
    const days = spanOf(query, reader.zone);
    const statement = catalogueStatement(query.when ?? 'open', { onlyWithSeats: query.seats === 'left' });
    const rows = await this.database.sql<CardRow>(statement, [
      ...[reader.memberId, reader.cooperativeId, this.clock.now()],
      ...[key?.[0] ?? null, key?.[1] ?? null, limit + 1],
      ...[days.from, days.until],
      ...[q ?? null, q === undefined ? null : beginnings(q)],
      ...[query.topic ?? null, query.delivery ?? null, query.language ?? null],
    ]);
    return pageFrom(rows, limit, keyForRow);
  }
}
