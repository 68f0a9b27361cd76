// A clock that stands still until a test moves it: one of the two doubles the tests have (the other is the mail transport).
import { Clock } from '../../src/platform/clock.js';

export class FixedClock extends Clock {
  private at: number;

  constructor(start = '2026-07-01T02:00:00Z') {
    super();
    this.at = Date.parse(start);
  }

  override now(): Date {
    return new Date(this.at);
  }

  /** The database's time does not matter to a clock that tests move. */
  override correct(): void {
    return;
  }

  advance(by: { days?: number; hours?: number; minutes?: number; seconds?: number }): void {
    const { days = 0, hours = 0, minutes = 0, seconds = 0 } = by;
    this.at += (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1_000;
  }

  set(to: string | Date): void {
    this.at = new Date(to).getTime();
  }
}
