// A session's own fields, from what was sent to what is kept.

import type { SessionInput, SessionPatch } from '../contracts/session-input.js';
import type { Tx } from '../platform/database/tx.js';
import { DomainError, found } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import { htmlFromMarkdown } from '../platform/markdown.js';
import type { Session } from './session.entity.js';
import { meetingFaults } from './session.rules.js';

/** A new draft's fields; what is not said is the cooperative's usual. */
export async function draftOf(tx: Tx, cooperativeId: string, input: SessionInput): Promise<Partial<Session>> {
  const home = await cooperativeDefaults(tx, cooperativeId);
  return {
    title: input.title,
    topicId: await topicNamed(tx, cooperativeId, input.topic ?? null),
    ...descriptionOf(input.description ?? ''),
    ...descriptionOtherOf(input.descriptionOther ?? ''),
    language: input.language ?? home.language,
    zone: input.zone ?? home.zone,
    startsAt: input.startsAt,
    endsAt: input.endsAt,
    delivery: input.delivery ?? 'virtual',
    capacity: input.capacity ?? null,
    onsiteCapacity: input.onsiteCapacity ?? null,
    venue: input.venue ?? null,
    ...protocolOf(input.protocol ?? ''),
    ...stageOf(input.stage ?? { kind: 'none' }),
  };
}

/** What a patch changes, but for the times, which are decided apart. @throws DomainError invalid-input */
export async function patchOf(
  tx: Tx,
  session: Session,
  patch: Omit<SessionPatch, 'version'>,
): Promise<Partial<Session>> {
  const { title, language, zone, delivery, capacity, onsiteCapacity, venue } = patch;
  const meeting = { delivery: delivery ?? session.delivery, venue: venue === undefined ? session.venue : venue };
  const faults = session.state === 'draft' ? [] : meetingFaults(meeting);
  if (faults.length > 0) throw new DomainError('invalid-input', faults);
  return {
    ...(title === undefined ? {} : { title }),
    ...(patch.topic === undefined ? {} : { topicId: await topicNamed(tx, session.cooperativeId, patch.topic) }),
    ...(patch.description === undefined ? {} : descriptionOf(patch.description)),
    ...(patch.descriptionOther === undefined ? {} : descriptionOtherOf(patch.descriptionOther)),
    ...(language === undefined ? {} : { language }),
    ...(zone === undefined ? {} : { zone }),
    ...(delivery === undefined ? {} : { delivery }),
    ...(capacity === undefined ? {} : { capacity }),
    ...(onsiteCapacity === undefined ? {} : { onsiteCapacity }),
    ...(venue === undefined ? {} : { venue }),
    ...(patch.protocol === undefined ? {} : protocolOf(patch.protocol)),
    ...(patch.stage === undefined ? {} : stageOf(patch.stage)),
  };
}

/** The audit keeps what was written, not what it was turned into. */
export function withoutHtml(fields: Partial<Session>): Partial<Session> {
  const { descriptionHtml: _, descriptionOtherHtml: __, protocolHtml: ___, ...written } = fields;
  return written;
}

/** What a cooperative's sessions have where nobody says otherwise. */
export async function cooperativeDefaults(
  tx: Tx,
  cooperativeId: string,
): Promise<{ language: 'id' | 'en'; zone: string }> {
  const [row] = await tx.sql<{ language: 'id' | 'en'; zone: string }>(
    'SELECT language, zone FROM cooperatives WHERE id = $1',
    [cooperativeId],
  );
  return found(row);
}

/** The topic of that name, made if there is none; upper and lower case are the same topic. */
async function topicNamed(tx: Tx, cooperativeId: string, name: string | null): Promise<string | null> {
  if (name === null) return null;
  await tx.lockKey(`topics ${cooperativeId}`);
  const [known] = await tx.sql<{ id: string }>(
    'SELECT id FROM topics WHERE cooperative_id = $1 AND lower(name) = lower($2) LIMIT 1',
    [cooperativeId, name],
  );
  if (known) return known.id;
  const id = newId();
  await tx.sql('INSERT INTO topics (id, cooperative_id, name) VALUES ($1, $2, $3)', [id, cooperativeId, name]);
  return id;
}

function descriptionOf(description: string): { description: string; descriptionHtml: string } {
  return { description, descriptionHtml: htmlFromMarkdown(description) };
}

function descriptionOtherOf(text: string): { descriptionOther: string; descriptionOtherHtml: string } {
  return { descriptionOther: text, descriptionOtherHtml: htmlFromMarkdown(text) };
}

function protocolOf(protocol: string): { protocol: string; protocolHtml: string } {
  return { protocol, protocolHtml: htmlFromMarkdown(protocol) };
}

function stageOf(stage: NonNullable<SessionInput['stage']>): Pick<Session, 'stageKind' | 'stageUrl'> {
  return { stageKind: stage.kind, stageUrl: 'url' in stage ? stage.url : null };
}

/** A stage as it would be sent. */
export function stageInputOf({ stageKind: kind, stageUrl }: Session): NonNullable<SessionInput['stage']> {
  return kind === 'link' || kind === 'embed' || kind === 'youtube' ? { kind, url: stageUrl ?? '' } : { kind };
}
