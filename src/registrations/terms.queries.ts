// Reads the terms of a session, and what is known of those who want in: one statement for a whole batch.

import { policiesWith, type Policies } from '../contracts/policies.js';
import type { Database } from '../platform/database/database.js';
import type { Tx } from '../platform/database/tx.js';
import { found } from '../platform/errors.js';
import { namedIn, usualTerms, type Applicant, type Requirement, type Terms } from './terms.rules.js';

/** A transaction, or the database outside of one. */
type Reader = Pick<Tx | Database, 'sql'>;

export type VersionedTerms = Terms & { readonly version: number };

/** A session's own, or the usual ones of its cooperative as version 0. @throws DomainError not-found */
export async function termsOf(reader: Reader, sessionId: string): Promise<VersionedTerms> {
  const [row] = await reader.sql<(VersionedTerms | { version: null }) & { policies: Partial<Policies> }>(
    `SELECT c.policies, t.version, t.needs_approval AS "needsApproval", t.closes_at AS "closesAt",
       t.unit_ids AS "unitIds", t.roles, t.prerequisites, t.queue_policy AS "queuePolicy", t.quotas,
       t.quota_release_hours AS "quotaReleaseHours",
       t.freed_virtual AS "freedVirtual", t.freed_onsite AS "freedOnsite", t.offer_hours AS "offerHours"
     FROM sessions s JOIN cooperatives c ON c.id = s.cooperative_id
     LEFT JOIN registration_terms t ON t.session_id = s.id WHERE s.id = $1`,
    [sessionId],
  );
  const { policies, ...said } = found(row);
  return said.version === null ? { ...usualTerms(policiesWith(policies)), version: 0 } : said;
}

/** By member id. A session counts as attended by its standing verdict, or by what the ledger says of it. */
export async function applicantsOf(
  reader: Reader,
  sessionId: string,
  terms: Terms,
  memberIds: readonly string[],
): Promise<Map<string, Applicant>> {
  const sessionIds = terms.prerequisites.flatMap((one) => (one.kind === 'session' ? [one.sessionId] : []));
  const topicIds = terms.prerequisites.flatMap((one) => (one.kind === 'hours' ? [one.topicId] : []));
  const rows = await reader.sql<Applicant & { memberId: string }>(
    `SELECT m.id AS "memberId", m.unit_id AS "unitId", m.roles,
       ARRAY(SELECT wanted.id FROM unnest($2::uuid[]) AS wanted(id)
         WHERE EXISTS (SELECT FROM attendances a WHERE a.session_id = wanted.id AND a.member_id = m.id
             AND a.superseded_at IS NULL AND a.verdict = 'present')
           OR (SELECT sum(quantity) FROM ledger_entries l WHERE l.session_id = wanted.id AND l.member_id = m.id
             AND l.kind IN ('attended', 'attended-reversed')) > 0) AS attended,
       coalesce((SELECT jsonb_object_agg(topic_id, minutes) FROM (
         SELECT s.topic_id, sum(l.quantity)::int AS minutes FROM ledger_entries l JOIN sessions s ON s.id = l.session_id
         WHERE l.member_id = m.id AND l.kind IN ('attended', 'attended-reversed') AND s.topic_id = ANY($3)
         GROUP BY s.topic_id) learned), '{}') AS minutes,
       (SELECT count(*)::int FROM registrations r
         WHERE r.member_id = m.id AND r.session_id = $4 AND r.state = 'rejected') AS rejections
     FROM members m WHERE m.id = ANY($1)`,
    [memberIds, sessionIds, topicIds, sessionId],
  );
  return new Map(rows.map(({ memberId, ...applicant }) => [memberId, applicant]));
}

/** What conditions name: a session's title, the name of a topic or a unit. `isDraft`: no member knows of it. */
export async function namesOf(
  reader: Reader,
  list: readonly Requirement[],
): Promise<(id: string) => { name: string; isDraft: boolean }> {
  const ids = namedIn(list);
  const rows = ids.length === 0 ? [] : await namesById(reader, ids);
  const known = new Map(rows.map(({ id, ...named }) => [id, named]));
  return (id) => known.get(id) ?? { name: '', isDraft: false };
}

/** Titles of the sessions that have to be attended, for those who set the terms. */
export async function prerequisiteTitles(
  reader: Reader,
  { prerequisites }: Pick<Terms, 'prerequisites'>,
): Promise<{ id: string; title: string; startsAt: Date }[]> {
  const ids = prerequisites.flatMap((one) => (one.kind === 'session' ? [one.sessionId] : []));
  if (ids.length === 0) return [];
  return reader.sql(
    'SELECT id, title, starts_at AS "startsAt" FROM sessions WHERE id = ANY($1) ORDER BY starts_at, id',
    [ids],
  );
}

async function namesById(
  reader: Reader,
  ids: readonly string[],
): Promise<{ id: string; name: string; isDraft: boolean }[]> {
  return reader.sql(
    `SELECT id, title AS name, state = 'draft' AS "isDraft" FROM sessions WHERE id = ANY($1)
     UNION ALL SELECT id, name, false FROM topics WHERE id = ANY($1)
     UNION ALL SELECT id, name, false FROM units WHERE id = ANY($1)`,
    [ids],
  );
}

/** Of what terms name, the ids that are not this cooperative's. */
export async function unknownIds(
  reader: Reader,
  cooperativeId: string,
  named: { unitIds: readonly string[]; sessionIds: readonly string[]; topicIds: readonly string[] },
): Promise<Set<string>> {
  const rows = await reader.sql<{ id: string }>(
    `SELECT id FROM unnest($2::uuid[]) AS t(id) WHERE id NOT IN (SELECT id FROM units WHERE cooperative_id = $1)
     UNION ALL SELECT id FROM unnest($3::uuid[]) AS t(id) WHERE id NOT IN
       (SELECT id FROM sessions WHERE cooperative_id = $1 AND id = ANY($3))
     UNION ALL SELECT id FROM unnest($4::uuid[]) AS t(id) WHERE id NOT IN (SELECT id FROM topics WHERE cooperative_id = $1)`,
    [cooperativeId, named.unitIds, named.sessionIds, named.topicIds],
  );
  return new Set(rows.map(({ id }) => id));
}
