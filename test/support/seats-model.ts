// What a session's seats must be, in memory and in one hand: one mode, first come first served, offers by day.
import { USUAL_POLICIES } from '../../src/contracts/policies.js';
import { giveSeat } from '../../src/registrations/offer.rules.js';

export type ModelState = 'pending' | 'confirmed' | 'waitlisted' | 'offered' | 'cancelled' | 'expired' | 'rejected';

interface Entry {
  memberId: string;
  state: ModelState;
  endsAt: Date | null;
}

const LIVE: readonly ModelState[] = ['pending', 'confirmed', 'waitlisted', 'offered'];
const ZONE = 'Asia/Jakarta';
const OFFER_HOURS = 12;
const LAST_MS = 30 * 60_000;
const SHORTEST_MS = 15 * 60_000;

/** `entries` stand in the order of the queue; a member may have several, of which one lives. */
export class SeatsModel {
  private entries: Entry[] = [];
  private isCancelled = false;

  constructor(
    private capacity: number,
    private startsAt: Date,
    private readonly freed: 'confirm' | 'offer',
    private readonly needsApproval: boolean,
  ) {}

  register(memberId: string): void {
    if (this.isCancelled || this.live(memberId)) return;
    this.entries.push({ memberId, state: this.needsApproval ? 'pending' : this.newcomer(), endsAt: null });
  }

  cancel(memberId: string, now: Date): void {
    const mine = this.live(memberId);
    if (this.isCancelled || !mine) return;
    mine.state = 'cancelled';
    this.fill(now);
  }

  approve(memberId: string): void {
    const mine = this.live(memberId);
    if (this.isCancelled || mine?.state !== 'pending') return;
    this.entries = this.entries.filter((one) => one !== mine);
    mine.state = this.newcomer();
    this.entries.push(mine);
  }

  reject(memberId: string): void {
    const mine = this.live(memberId);
    if (mine?.state === 'pending') mine.state = 'rejected';
  }

  accept(memberId: string, now: Date): void {
    const mine = this.live(memberId);
    if (this.isCancelled || mine?.state !== 'offered' || mine.endsAt === null || now >= mine.endsAt) return;
    mine.state = 'confirmed';
  }

  /** What the sweep does: offers that are over end, and the next are offered. */
  expire(now: Date): void {
    const due = this.entries.filter((one) => one.state === 'offered' && one.endsAt !== null && one.endsAt <= now);
    for (const one of due) one.state = 'expired';
    if (due.length > 0) this.fill(now);
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
    const latest = startsAt.getTime() - LAST_MS;
    for (const one of this.entries) {
      if (one.state !== 'offered' || one.endsAt === null || one.endsAt <= now || one.endsAt.getTime() <= latest)
        continue;
      if (latest - now.getTime() < SHORTEST_MS) one.state = 'confirmed';
      else one.endsAt = new Date(latest);
    }
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

  private count(...states: ModelState[]): number {
    return this.entries.filter((one) => states.includes(one.state)).length;
  }

  private newcomer(): 'confirmed' | 'waitlisted' {
    return this.count('confirmed', 'offered', 'waitlisted') < this.capacity ? 'confirmed' : 'waitlisted';
  }

  private fill(now: Date): void {
    if (this.isCancelled) return;
    const free = Math.max(0, this.capacity - this.count('confirmed', 'offered'));
    for (const one of this.entries.filter((entry) => entry.state === 'waitlisted').slice(0, free)) {
      const given = giveSeat(
        { freed: this.freed, offerHours: OFFER_HOURS, day: USUAL_POLICIES },
        this.startsAt,
        ZONE,
        now,
      );
      one.state = given.state;
      one.endsAt = given.state === 'offered' ? given.endsAt : null;
    }
  }
}
