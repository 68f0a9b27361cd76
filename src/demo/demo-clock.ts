// The clock of a told story: it stands where the teller puts it, and never runs by itself.

import { Clock } from '../platform/clock.js';

export class DemoClock extends Clock {
  private at: Date;

  constructor(start: Date) {
    super();
    this.at = start;
  }

  override now(): Date {
    return new Date(this.at);
  }

  /** The database's own time does not matter to a story. */
  override correct(): void {
    return;
  }

  set(at: Date): void {
    this.at = at;
  }
}
