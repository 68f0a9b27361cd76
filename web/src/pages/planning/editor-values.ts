// A session as the editor's form holds it, and the way there and back. Wall-clock times belong to the session's zone.
import dayjs from 'dayjs';
import timezone from 'dayjs/plugin/timezone.js';
import utc from 'dayjs/plugin/utc.js';
import type { StageKind } from '../../../../src/contracts/stage.js';
import type { Schema } from '../../api/client.js';

dayjs.extend(utc);
dayjs.extend(timezone);

export const DELIVERIES = ['virtual', 'onsite', 'hybrid'] as const;

export interface EditorValues {
  title: string;
  topic: string;
  description: string;
  /** In the other of the two languages. */
  descriptionOther: string;
  language: 'id' | 'en';
  zone: string;
  /** `YYYY-MM-DD HH:mm:ss` on a clock in `zone`; null until chosen. */
  startsAt: string | null;
  endsAt: string | null;
  delivery: (typeof DELIVERIES)[number];
  isUnlimited: boolean;
  capacity: number | string;
  isOnsiteUnlimited: boolean;
  onsiteCapacity: number | string;
  venue: string;
  protocol: string;
  stage: { kind: StageKind; url: string };
  /** `state` is null for who was added here and is not asked yet. */
  staff: {
    memberId: string;
    name: string;
    role: 'host' | 'moderator' | 'speaker';
    state: 'invited' | 'accepted' | null;
  }[];
}

const WALL = 'YYYY-MM-DD HH:mm:ss';
const USUAL_SEATS = 100;

export function emptyValues(cooperative: { language: 'id' | 'en'; zone: string }): EditorValues {
  return {
    title: '',
    topic: '',
    description: '',
    descriptionOther: '',
    language: cooperative.language,
    zone: cooperative.zone,
    startsAt: null,
    endsAt: null,
    delivery: 'virtual',
    isUnlimited: true,
    capacity: USUAL_SEATS,
    isOnsiteUnlimited: false,
    onsiteCapacity: USUAL_SEATS,
    venue: '',
    protocol: '',
    stage: { kind: 'jitsi', url: '' },
    staff: [],
  };
}

export function valuesOf(session: Schema<'SessionDetail'>): EditorValues {
  const { title, topic, language, zone, startsAt, endsAt, stage, planning } = session;
  const { delivery, capacity, onsiteCapacity, venue } = session;
  return {
    title,
    topic: topic?.name ?? '',
    description: planning?.description ?? '',
    descriptionOther: planning?.descriptionOther ?? '',
    language,
    zone,
    startsAt: dayjs(startsAt).tz(zone).format(WALL),
    endsAt: dayjs(endsAt).tz(zone).format(WALL),
    delivery,
    isUnlimited: capacity === null,
    capacity: capacity ?? USUAL_SEATS,
    isOnsiteUnlimited: delivery !== 'virtual' && onsiteCapacity === null,
    onsiteCapacity: onsiteCapacity ?? USUAL_SEATS,
    venue: venue ?? '',
    protocol: planning?.protocol ?? '',
    stage: { kind: stage.kind, url: planning?.stageUrl ?? '' },
    staff: planning?.staff ?? [],
  };
}

/** What a template says of a new session; when it is and who runs it stays as it is. */
export function valuesFrom({ content }: Schema<'SessionTemplate'>): Partial<EditorValues> {
  const { title, topic, description, language, zone, delivery, capacity, onsiteCapacity, venue, protocol } = content;
  const { descriptionOther, stage } = content;
  return {
    ...{ title, topic: topic ?? '', description, descriptionOther, language, zone, delivery },
    ...{ isUnlimited: capacity === null, capacity: capacity ?? USUAL_SEATS },
    isOnsiteUnlimited: delivery !== 'virtual' && onsiteCapacity === null,
    ...{ onsiteCapacity: onsiteCapacity ?? USUAL_SEATS, venue: venue ?? '', protocol },
    stage: { kind: stage.kind, url: 'url' in stage ? stage.url : '' },
  };
}

/** What the server takes. An empty time or number is left for the server to refuse, beside its field. */
export function inputOf(values: EditorValues): Schema<'SessionInput'> {
  const { title, topic, description, descriptionOther, language, zone, startsAt, endsAt, stage, staff } = values;
  const { delivery, isUnlimited, capacity, isOnsiteUnlimited, onsiteCapacity, venue, protocol } = values;
  const isOnlyVirtual = delivery === 'virtual';
  return {
    title,
    topic: topic.trim() || null,
    description,
    descriptionOther,
    language,
    zone,
    startsAt: instantOf(startsAt, zone) ?? '',
    endsAt: instantOf(endsAt, zone) ?? '',
    delivery,
    capacity: isUnlimited || delivery === 'onsite' ? null : Number(capacity || 0),
    onsiteCapacity: isOnsiteUnlimited || isOnlyVirtual ? null : Number(onsiteCapacity || 0),
    venue: isOnlyVirtual ? null : venue.trim() || null,
    protocol: isOnlyVirtual ? '' : protocol,
    stage: delivery === 'onsite' ? { kind: 'none' } : stageOf(stage),
    staff: staff.map(({ memberId, role }) => ({ memberId, role })),
  };
}

/** Whether somebody has to say where it is; the others are made for the session. */
export function hasAddress(kind: StageKind): kind is 'link' | 'embed' | 'youtube' {
  return kind === 'link' || kind === 'embed' || kind === 'youtube';
}

function stageOf({ kind, url }: EditorValues['stage']): Schema<'StageInput'> {
  return hasAddress(kind) ? { kind, url } : { kind };
}

/** What is left to plan once a session is live. */
export function liveInputOf(
  values: EditorValues,
): Pick<Schema<'SessionInput'>, 'endsAt' | 'capacity' | 'onsiteCapacity'> {
  const { endsAt, capacity = null, onsiteCapacity = null } = inputOf(values);
  return { endsAt, capacity, onsiteCapacity };
}

/** What a series' sessions share of a change: only what was changed, so that each keeps what is its own. */
export function changesBetween(
  session: Schema<'SessionDetail'>,
  values: EditorValues,
): Omit<Schema<'SessionInput'>, 'id' | 'zone' | 'title' | 'startsAt' | 'endsAt'> & Partial<Schema<'SessionInput'>> {
  const before = Object.entries(inputOf(valuesOf(session)));
  const { zone: _, ...after } = inputOf(values);
  const wasBefore = new Map(before.map(([field, value]) => [field, JSON.stringify(value)]));
  return Object.fromEntries(
    Object.entries(after).filter(([field, value]) => wasBefore.get(field) !== JSON.stringify(value)),
  );
}

/** Whether a form has nothing to learn from the newer of two versions. */
export function isSameInForm(one: Schema<'SessionDetail'>, other: Schema<'SessionDetail'>): boolean {
  return JSON.stringify(valuesOf(one)) === JSON.stringify(valuesOf(other));
}

/** The instant at which a clock in `zone` shows `wall`. */
export function instantOf(wall: string | null, zone: string): string | undefined {
  return wall ? dayjs.tz(wall, zone).toISOString() : undefined;
}

export function later(wall: string, minutes: number): string {
  return dayjs(wall).add(minutes, 'minute').format(WALL);
}
