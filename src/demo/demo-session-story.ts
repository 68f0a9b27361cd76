// The life of one demo session as a list of acts, each at its moment: planned, registered for, held, ended, judged.

import type { Faker } from '@faker-js/faker';
import type { Actor } from '../contracts/permissions.js';
import { newId } from '../platform/ids.js';
import { demoId, type DemoPerson } from './demo-people.js';
import type { DemoServices } from './demo-services.js';
import type { DemoSession } from './demo-sessions.js';
import type { DemoTimes } from './demo-timeline.js';

const MINUTE = 60_000;
/** Verdicts wait until the end can no longer be taken back. */
const JUDGED_AFTER_MINUTES = 11;
/** Arrivals come in so many waves, a minute and a half apart, the first before the start. */
const WAVES = 8;
const WAVE_MINUTES = 1.5;

export interface Act {
  readonly at: Date;
  play(): Promise<void>;
}

export interface Cast {
  readonly admin: Actor;
  readonly host: Actor;
  /** Who may ask for a seat, in the order in which they do. */
  readonly guests: readonly Actor[];
  readonly now: Date;
  readonly faker: Faker;
}

export function actsOf(services: DemoServices, cast: Cast, session: DemoSession, times: DemoTimes): Act[] {
  const story = new SessionStory(services, cast, session, times);
  const acts = [{ at: times.plannedAt, play: () => story.plan() }];
  if (session.isDraft === true) return acts;
  acts.push({ at: times.registeredAt, play: () => story.register() });
  if (times.stage === 'coming') return acts;
  return [...acts, ...story.broadcast()].filter((act) => act.at <= cast.now);
}

/** Who came, when, and until when. */
interface Visit {
  readonly spanId: string;
  readonly memberId: string;
  readonly leavesAt: Date;
}

class SessionStory {
  private sessionId = '';
  private seated: string[] = [];
  private readonly visits: Visit[] = [];

  constructor(
    private readonly services: DemoServices,
    private readonly cast: Cast,
    private readonly session: DemoSession,
    private readonly times: DemoTimes,
  ) {}

  async plan(): Promise<void> {
    const { sessions, invitations, lifecycle } = this.services;
    const { title, topic, description, capacity, isDraft } = this.session;
    const { admin, host } = this.cast;
    const { startsAt, endsAt } = this.times;
    this.sessionId = await sessions.create(admin, {
      ...{ title, topic, description, capacity, startsAt, endsAt, stage: { kind: 'none' } },
      staff: [{ memberId: host.memberId, role: 'host' }],
    });
    await invitations.answer(host, this.sessionId, { answer: 'accepted' });
    if (isDraft !== true) await lifecycle.publish(admin, this.sessionId);
  }

  async register(): Promise<void> {
    const guests = this.cast.guests.slice(0, this.session.registrants);
    const answers = await Promise.all(
      guests.map((guest) => this.services.registrations.register(guest, this.sessionId)),
    );
    this.seated = guests.flatMap((guest, index) => (answers[index]?.state === 'confirmed' ? [guest.memberId] : []));
  }

  broadcast(): Act[] {
    const { startsAt, endsAt } = this.times;
    const after = (minutes: number): Date => new Date(startsAt.getTime() + minutes * MINUTE);
    const chat = this.session.chat ?? [];
    const pause = Math.min(2, (this.session.minutes - 10) / Math.max(1, chat.length));
    const overAt = new Date(endsAt.getTime() + 2 * MINUTE);
    return [
      { at: startsAt, play: () => this.services.lifecycle.goLive(this.cast.host, this.sessionId) },
      ...Array.from({ length: WAVES }, (_, wave) => ({
        at: after((wave - 3) * WAVE_MINUTES),
        play: () => this.arrive(wave),
      })),
      ...chat.map(([who, text], index) => ({ at: after(3 + index * pause), play: () => this.say(who, text, index) })),
      { at: this.times.stage === 'live' ? this.cast.now : overAt, play: () => this.goHome() },
      { at: overAt, play: () => this.services.lifecycle.end(this.cast.host, this.sessionId) },
      {
        at: new Date(overAt.getTime() + JUDGED_AFTER_MINUTES * MINUTE),
        play: () => this.services.finaliser.finaliseDue(),
      },
    ];
  }

  private async arrive(wave: number): Promise<void> {
    const { presence, clock } = this.services;
    const { faker } = this.cast;
    const here = this.seated.slice(0, Math.round((this.seated.length * (this.session.turnout ?? 0)) / 100));
    const { cooperativeId } = this.cast.host;
    const arriving = here.filter((_, index) => index % WAVES === wave);
    await Promise.all(
      arriving.map(async (memberId) => {
        // One in seven leaves early; the others stay until it is over.
        const stays = faker.datatype.boolean(6 / 7) ? 1 : faker.number.float({ min: 0.25, max: 0.65 });
        const leavesAt = new Date(clock.now().getTime() + stays * (this.session.minutes + 8) * MINUTE);
        const visit = { spanId: newId(), memberId, leavesAt };
        this.visits.push(visit);
        const span = { id: visit.spanId, cooperativeId, sessionId: this.sessionId, memberId };
        await presence.open({ ...span, lastHeardAt: () => clock.now() });
      }),
    );
  }

  private async goHome(): Promise<void> {
    const { presence, clock } = this.services;
    const last = clock.now();
    await Promise.all(
      this.visits.map(({ spanId, leavesAt }) => presence.end(spanId, leavesAt < last ? leavesAt : last)),
    );
  }

  private async say(who: 'h' | number, text: string, index: number): Promise<void> {
    const memberId = who === 'h' ? this.cast.host.memberId : this.seated[who];
    if (memberId === undefined) return;
    const { database, roomLog } = this.services;
    await database.transaction(async (tx) => {
      const room = await roomLog.lock(tx, this.sessionId);
      const by = { memberId, clientId: demoId(this.session.key, 'chat', String(index)) };
      await roomLog.append(tx, room, [{ kind: 'chat.posted', payload: { text, isStaff: who === 'h' }, by }]);
    });
  }
}

/** A person as the services know an actor; nobody signs in for it. */
export function actorOf(cooperativeId: string, person: DemoPerson): Actor {
  const { id: memberId, roles, coordinatesUnitIds: unitIds, language, zone } = person;
  return { tokenId: '', cooperativeId, memberId, roles, unitIds, language, zone };
}
