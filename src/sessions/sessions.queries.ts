// Reads sessions as people see them: the catalogue, one session, the planners' list. Seats are counted, never remembered.

import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Actor } from '../contracts/permissions.js';
import type { Page } from '../contracts/schemas.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { found } from '../platform/errors.js';
import { FileLinks } from '../platform/files/file-links.js';
import { keyOf, pageFrom } from '../platform/http/keyset.js';
import { planningScope } from './session.rules.js';
import { seatsOf } from './session-seats.js';
import type { CatalogueQuery, PlanningCard, PlanningQuery, PublicCard, SessionCard } from './session.dto.js';

const cursorKey = z.tuple([z.iso.datetime(), z.uuid()]);

/** A row of the lists below, as the driver gives it. */
interface CardRow extends Omit<PlanningCard, 'startsAt' | 'endsAt' | 'cover' | 'seatsLeft' | 'waiting' | 'seats'> {
  coverFileId: string | null;
  startsAt: Date;
  endsAt: Date;
  onsiteCapacity: number | null;
  virtual: { taken: number; waiting: number };
  onsite: { taken: number; waiting: number };
}

const WORDS = `to_tsvector('indonesian', title || ' ' || description) || to_tsvector('english', title || ' ' || description)`;

/** Everything on a card. `page` is the CTE of the sessions to show, in order; $1 is the reader's member id, or null. */
const CARDS = `
  SELECT s.id, s.state, s.title, s.language, s.zone, s.starts_at AS "startsAt", s.ends_at AS "endsAt", s.delivery, s.capacity,
    s.onsite_capacity AS "onsiteCapacity", s.version, s.cover_file_id AS "coverFileId",
    CASE WHEN t.id IS NOT NULL THEN jsonb_build_object('id', t.id, 'name', t.name) END AS topic,
    seats.virtual, seats.onsite, seats.confirmed, staff.list AS facilitators, own.registration
  FROM page s
  LEFT JOIN topics t ON t.id = s.topic_id
  CROSS JOIN LATERAL (
    SELECT count(*) FILTER (WHERE state = 'confirmed')::int AS confirmed,
      jsonb_build_object('taken', count(*) FILTER (WHERE state <> 'waitlisted' AND NOT at_venue),
        'waiting', count(*) FILTER (WHERE state = 'waitlisted' AND NOT at_venue)) AS virtual,
      jsonb_build_object('taken', count(*) FILTER (WHERE state <> 'waitlisted' AND at_venue),
        'waiting', count(*) FILTER (WHERE state = 'waitlisted' AND at_venue)) AS onsite
    FROM (SELECT state, CASE WHEN s.delivery = 'hybrid' THEN mode ELSE s.delivery END = 'onsite' AS at_venue
      FROM registrations WHERE session_id = s.id AND state IN ('confirmed', 'offered', 'waitlisted')) taken) seats
  CROSS JOIN LATERAL (
    SELECT coalesce(jsonb_agg(jsonb_build_object('memberId', m.id, 'name', m.name, 'role', f.role)
      ORDER BY array_position(ARRAY['host', 'moderator', 'speaker'], f.role), m.name), '[]') AS list
    FROM session_staff f JOIN members m ON m.id = f.member_id WHERE f.session_id = s.id) staff
  LEFT JOIN LATERAL (
    SELECT jsonb_build_object('id', r.id, 'state', r.state,
      'mode', CASE WHEN s.delivery = 'hybrid' THEN r.mode ELSE s.delivery END, 'place', CASE WHEN r.state = 'waitlisted' THEN (
      SELECT count(*) FROM registrations w WHERE w.session_id = r.session_id AND w.state = 'waitlisted'
        AND (s.delivery <> 'hybrid' OR w.mode = r.mode) AND (-w.priority, w.queued_at, w.id) <= (-r.priority, r.queued_at, r.id)) END,
      'offerEndsAt', CASE WHEN r.state = 'offered' THEN to_char(r.offer_ends_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') END) AS registration
    FROM registrations r WHERE r.session_id = s.id AND r.member_id = $1
      AND r.state IN ('pending', 'confirmed', 'waitlisted', 'offered')) own ON true`;

/** Each list's sessions ($3 is now) and its order: what comes next comes first, what was last comes first. */
const LISTS = {
  open: { which: `(state = 'live' OR (state = 'published' AND ends_at > $3))`, order: 'ASC' },
  upcoming: { which: `state = 'published' AND ends_at > $3`, order: 'ASC' },
  live: { which: `state = 'live' AND $3::timestamptz IS NOT NULL`, order: 'ASC' },
  past: { which: `(state = 'ended' OR (state = 'published' AND ends_at <= $3))`, order: 'DESC' },
} as const;

/** The catalogue in one statement: reader, cooperative, now, topic, words, cursor's start and id, limit. */
export function catalogueStatement(list: keyof typeof LISTS): string {
  const { which, order } = LISTS[list];
  return `WITH page AS (
      SELECT * FROM sessions
      WHERE cooperative_id = $2 AND ${which}
        AND ($4::uuid IS NULL OR topic_id = $4)
        AND ($5::text IS NULL OR (${WORDS}) @@ (websearch_to_tsquery('indonesian', $5) || websearch_to_tsquery('english', $5)))
        AND ($6::timestamptz IS NULL OR (starts_at, id) ${order === 'ASC' ? '>' : '<'} ($6, $7::uuid))
      ORDER BY starts_at ${order}, id ${order} LIMIT $8)
    ${CARDS} ORDER BY s.starts_at ${order}, s.id ${order}`;
}

@Injectable()
export class SessionsQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly links: FileLinks,
  ) {}

  /** What members may find: published, live and past sessions; drafts and cancelled ones never. */
  async catalogue(actor: Actor, query: CatalogueQuery): Promise<Page<SessionCard>> {
    const page = await this.list(actor.cooperativeId, actor.memberId, query);
    return { ...page, items: page.items.map((row) => this.cardOf(row)) };
  }

  /** The same for everybody on the internet: without names, and only what is still to come or on. */
  async publicCatalogue(
    slug: string,
    query: { cursor?: string | undefined; limit: number },
  ): Promise<Page<PublicCard>> {
    const [cooperative] = await this.database.sql<{ id: string }>('SELECT id FROM cooperatives WHERE slug = $1', [
      slug.toLowerCase(),
    ]);
    const page = await this.list(found(cooperative).id, null, query);
    return { ...page, items: page.items.map((row) => this.publicCardOf(row)) };
  }

  /** What an admin plans, a facilitator runs, or a supervisor or coordinator reads: the newest start first. */
  async planning(actor: Actor, query: PlanningQuery): Promise<Page<PlanningCard>> {
    const scope = planningScope(actor);
    const key = keyOf(query.cursor, cursorKey);
    const rows = await this.database.sql<CardRow>(
      `WITH page AS (
         SELECT * FROM sessions
         WHERE cooperative_id = $2 AND ($3::text IS NULL OR state = $3)
           AND ($4 = 'all' OR ($4 = 'announced' AND state IN ('published', 'live', 'ended'))
             OR id IN (SELECT session_id FROM session_staff WHERE member_id = $1 AND role <> 'speaker'))
           AND ($5::timestamptz IS NULL OR (starts_at, id) < ($5, $6::uuid))
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
      ],
    );
    const page = pageFrom(rows, query.limit, keyForRow);
    return {
      ...page,
      items: page.items.map((row) => ({ ...this.cardOf(row), version: row.version, confirmed: row.confirmed })),
    };
  }

  /** One session as a card, whatever its state: who may see it was asked before. */
  async card(memberId: string, sessionId: string): Promise<SessionCard & { confirmed: number }> {
    const rows = await this.database.sql<CardRow>(`WITH page AS (SELECT * FROM sessions WHERE id = $2) ${CARDS}`, [
      memberId,
      sessionId,
    ]);
    const row = found(rows[0]);
    return { ...this.cardOf(row), confirmed: row.confirmed };
  }

  async topics(actor: Actor): Promise<{ id: string; name: string }[]> {
    return this.database.sql('SELECT id, name FROM topics WHERE cooperative_id = $1 ORDER BY lower(name), id', [
      actor.cooperativeId,
    ]);
  }

  private async list(
    cooperativeId: string,
    memberId: string | null,
    query: Pick<CatalogueQuery, 'q' | 'topic' | 'when' | 'cursor' | 'limit'>,
  ): Promise<Page<CardRow>> {
    const key = keyOf(query.cursor, cursorKey);
    const rows = await this.database.sql<CardRow>(catalogueStatement(query.when ?? 'open'), [
      memberId,
      cooperativeId,
      this.clock.now(),
      query.topic ?? null,
      query.q ?? null,
      key?.[0] ?? null,
      key?.[1] ?? null,
      query.limit + 1,
    ]);
    return pageFrom(rows, query.limit, keyForRow);
  }

  private cardOf(row: CardRow): SessionCard {
    return { ...this.publicCardOf(row), facilitators: row.facilitators, registration: row.registration };
  }

  private publicCardOf(row: CardRow): PublicCard {
    const { id, state, title, topic, language, zone, delivery, capacity } = row;
    const times = { startsAt: row.startsAt.toISOString(), endsAt: row.endsAt.toISOString() };
    const cover = row.coverFileId === null ? null : this.coverOf(row.coverFileId);
    return { id, state, title, topic, language, zone, ...times, delivery, cover, capacity, ...seatsOf(row) };
  }

  private coverOf(fileId: string): PublicCard['cover'] {
    const { links } = this;
    return { large: links.to(fileId, 'cover', 'large'), small: links.to(fileId, 'cover', 'small') };
  }
}

function keyForRow(row: CardRow): [string, string] {
  return [row.startsAt.toISOString(), row.id];
}
