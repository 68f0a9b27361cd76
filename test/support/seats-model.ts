// What a session's seats must be, in memory and in one hand: one mode, first come first served, some seats kept for one unit
// until its quota is released, offers by day.
import { USUAL_POLICIES } from '../../src/contracts/policies.js';
import { giveSeat } from '../../src/registrations/offer.rules.js';

export type ModelState = 'pending' | 'confirmed' | 'waitlisted' | 'offered' | 'cancelled' | 'expired' | 'rejected';

interface Entry {
  memberId: string;
  state: ModelState;
  endsAt: Date | null;
}

/** What a session is at first, and by which terms its seats go. `quota` seats are kept for those for whom `isOfUnit`. */
export interface ModelKind {
  readonly capacity: number;
  readonly freed: 'confirm' | 'offer';
  readonly needsApproval: boolean;
  readonly quota: number;
}

const LIVE: readonly ModelState[] = ['pending', 'confirmed', 'waitlisted', 'offered'];
const ZONE = 'Asia/Jakarta';
export const OFFER_HOURS = 12;
export const RELEASE_HOURS = 20;
export const LASTS_MS = 3_600_000;
const LAST_MS = 30 * 60_000;
const SHORTEST_MS = 15 * 60_000;

/** `entries` stand in the order of the queue; a member may have several, of which one lives. */
export class SeatsModel {
  private entries: Entry[] = [];
  private isCancelled = false;
  private capacity: number;
  private endsAt: Date;

  constructor(
    private readonly kind: ModelKind,
    private startsAt: Date,
    private readonly isOfUnit: (memberId: string) => boolean,
  ) {
    this.capacity = kind.capacity;
    this.endsAt = new Date(startsAt.getTime() + LASTS_MS);
  }

  register(memberId: string, now: Date): void {
    if (!this.isOpen(now) || this.live(memberId)) return;
    const state = this.kind.needsApproval ? 'pending' : this.newcomer(memberId, now);
    this.entries.push({ memberId, state, endsAt: null });
  }

  cancel(memberId: string, now: Date): void {
    const mine = this.live(memberId);
    if (!this.isOpen(now) || !mine) return;
    mine.state = 'cancelled';
    this.fill(now);
  }

  approve(memberId: string, now: Date): void {
    const mine = this.live(memberId);
    if (!this.isOpen(now) || mine?.state !== 'pending') return;
    this.entries = this.entries.filter((one) => one !== mine);
    mine.state = this.newcomer(memberId, now);
    this.entries.push(mine);
  }

  reject(memberId: string): void {
    const mine = this.live(memberId);
    if (mine?.state === 'pending') mine.state = 'rejected';
  }

  accept(memberId: string, now: Date): void {
    const mine = this.live(memberId);
    if (!this.isOpen(now) || mine?.state !== 'offered' || mine.endsAt === null || now >= mine.endsAt) return;
    mine.state = 'confirmed';
  }

  /** What the sweeps do: offers that are over end, quotas are released, and the next have their turn. */
  sweep(now: Date): void {
    for (const one of this.entries) {
      if (one.state === 'offered' && one.endsAt !== null && one.endsAt <= now) one.state = 'expired';
    }
    this.fill(now);
  }

  resize(capacity: number, now: Date): void {
    if (this.isCancelled) return;
    const isRaised = capacity > this.capacity;
    this.capacity = capacity;
    if (isRaised) this.fill(now);
  }

  reschedule(startsAt: Date, now: Date): void {
    if (this.isCancelled) return;
    this.startsAt = startsAt;
    this.endsAt = new Date(startsAt.getTime() + LASTS_MS);
    const latest = startsAt.getTime() - LAST_MS;
    for (const one of this.entries) {
      if (one.state !== 'offered' || one.endsAt === null || one.endsAt <= now || one.endsAt.getTime() <= latest)
        continue;
      if (latest - now.getTime() < SHORTEST_MS) one.state = 'confirmed';
      else one.endsAt = new Date(latest);
    }
    this.fill(now);
  }

  cancelSession(): void {
    this.isCancelled = true;
  }

  /** Who has a seat or an offer, in no order; who waits, in order. */
  picture(): string {
    const named = (state: ModelState): string[] =>
      this.entries.filter((one) => one.state === state).map((one) => one.memberId);
    return [...LIVE.filter((state) => state !== 'waitlisted').map((state) => `${state} ${named(state).sort().join()}`)]
      .concat(`waitlisted ${named('waitlisted').join()}`)
      .join(' | ');
  }

  private live(memberId: string): Entry | undefined {
    return this.entries.find((one) => one.memberId === memberId && LIVE.includes(one.state));
  }

  /** A newcomer has what they would be given if they were the last of the queue and it was their turn. */
  private newcomer(memberId: string, now: Date): 'confirmed' | 'waitlisted' {
    const last: Entry = { memberId, state: 'waitlisted', endsAt: null };
    this.entries.push(last);
    const isNext = this.next(now).includes(last);
    this.entries.pop();
    return isNext ? 'confirmed' : 'waitlisted';
  }

  /** Whose turn it is: one after the other, each the first for whom a free seat is not kept from. */
  private next(now: Date): Entry[] {
    const seated = this.entries.filter((one) => one.state === 'confirmed' || one.state === 'offered');
    const waiting = this.entries.filter((one) => one.state === 'waitlisted');
    const isHeld = now.getTime() < this.startsAt.getTime() - RELEASE_HOURS * 3_600_000;
    const next: Entry[] = [];
    while (seated.length < this.capacity) {
      const left = isHeld ? this.kind.quota - seated.filter((one) => this.isOfUnit(one.memberId)).length : 0;
      const isOpenToAll = this.capacity - seated.length > Math.max(0, left);
      const ofUnit = left > 0 ? waiting.find((one) => this.isOfUnit(one.memberId)) : undefined;
      const one = ofUnit ?? (isOpenToAll ? waiting[0] : undefined);
      if (!one) break;
      next.push(one);
      seated.push(one);
      waiting.splice(waiting.indexOf(one), 1);
    }
    return next;
  }

  private isOpen(now: Date): boolean {
    return !this.isCancelled && now < this.endsAt;
  }

  private fill(now: Date): void {
    if (!this.isOpen(now)) return;
    for (const one of this.next(now)) {
      const giving = { freed: this.kind.freed, offerHours: OFFER_HOURS, day: USUAL_POLICIES };
      const given = giveSeat(giving, this.startsAt, ZONE, now);
      one.state = given.state;
      one.endsAt = given.state === 'offered' ? given.endsAt : null;
    }
  }
}
