// A session as a card in a list: read in one statement for a page of them, its cover by a link that lasts a while.

import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { FileLinks } from '../platform/files/file-links.js';
import { seatsOf } from './session-seats.js';
import type { PlanningCard, PublicCard, SessionCard } from './session.dto.js';

export const cursorKey = z.tuple([z.iso.datetime(), z.uuid()]);

/** A row of the lists below, as the driver gives it. */
export interface CardRow extends Omit<
  PlanningCard,
  'startsAt' | 'endsAt' | 'cover' | 'seatsLeft' | 'waiting' | 'seats'
> {
  coverFileId: string | null;
  startsAt: Date;
  endsAt: Date;
  onsiteCapacity: number | null;
  virtual: { taken: number; waiting: number };
  onsite: { taken: number; waiting: number };
}

/**
 * Everything on a card. `page` is the CTE of the sessions to show, in order; $1 is the reader's member id, or null. Who has
 * left the cooperative runs nothing any more; what is over keeps whoever ran it then.
 */
export const CARDS = `
  SELECT s.id, s.state, s.title, s.language, s.zone, s.starts_at AS "startsAt", s.ends_at AS "endsAt", s.delivery, s.capacity,
    s.onsite_capacity AS "onsiteCapacity", s.version, s.series_id AS "seriesId", s.cover_file_id AS "coverFileId",
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
    FROM session_staff f JOIN members m ON m.id = f.member_id WHERE f.session_id = s.id AND f.state = 'accepted'
      AND (m.status <> 'keluar' OR s.state = 'ended')) staff
  LEFT JOIN LATERAL (
    SELECT jsonb_build_object('id', r.id, 'state', r.state, 'promotion', r.promotion,
      'mode', CASE WHEN s.delivery = 'hybrid' THEN r.mode ELSE s.delivery END, 'place', CASE WHEN r.state = 'waitlisted' THEN (
      SELECT count(*) FROM registrations w WHERE w.session_id = r.session_id AND w.state = 'waitlisted'
        AND (s.delivery <> 'hybrid' OR w.mode = r.mode) AND (-w.priority, w.queued_at, w.id) <= (-r.priority, r.queued_at, r.id)) END,
      'offerEndsAt', CASE WHEN r.state = 'offered' THEN to_char(r.offer_ends_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') END) AS registration
    FROM registrations r WHERE r.session_id = s.id AND r.member_id = $1
      AND r.state IN ('pending', 'confirmed', 'waitlisted', 'offered')) own ON true`;

/**
 * Ids of a cooperative's ($2) sessions by words of title and descriptions, whatever their endings; by beginnings of the
 * title's words, or of the topic's. @param words and @param starts: their placeholders in the statement
 */
export function sessionsSaying(words: string, starts: string): string {
  return `
  SELECT id FROM sessions WHERE cooperative_id = $2 AND
    (to_tsvector('indonesian', title || ' ' || description || ' ' || description_other)
      || to_tsvector('english', title || ' ' || description || ' ' || description_other))
    @@ (websearch_to_tsquery('indonesian', ${words}) || websearch_to_tsquery('english', ${words}))
  UNION SELECT id FROM sessions WHERE cooperative_id = $2 AND to_tsvector('simple', title) @@ to_tsquery('simple', ${starts})
  UNION SELECT s.id FROM topics t JOIN sessions s ON s.topic_id = t.id
    WHERE t.cooperative_id = $2 AND to_tsvector('simple', t.name) @@ to_tsquery('simple', ${starts})`;
}

export function keyForRow(row: CardRow): [string, string] {
  return [row.startsAt.toISOString(), row.id];
}

@Injectable()
export class SessionCards {
  constructor(private readonly links: FileLinks) {}

  of(row: CardRow): SessionCard {
    return { ...this.publicOf(row), facilitators: row.facilitators, registration: row.registration };
  }

  publicOf(row: CardRow): PublicCard {
    const { id, state, title, topic, language, zone, delivery, seriesId, capacity } = row;
    const times = { startsAt: row.startsAt.toISOString(), endsAt: row.endsAt.toISOString() };
    const cover = row.coverFileId === null ? null : this.coverOf(row.coverFileId);
    return { id, state, title, topic, language, zone, ...times, delivery, seriesId, cover, capacity, ...seatsOf(row) };
  }

  private coverOf(fileId: string): PublicCard['cover'] {
    const { links } = this;
    return { large: links.to(fileId, 'cover', 'large'), small: links.to(fileId, 'cover', 'small') };
  }
}
