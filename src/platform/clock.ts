// The only source of "now": this process's clock, corrected by its measured offset to PostgreSQL's.

import { Injectable } from '@nestjs/common';

/** Every process agrees on the time because each corrects itself by the database's; a test moves it. */
@Injectable()
export class Clock {
  private offsetMs = 0;

  now(): Date {
    return new Date(Date.now() + this.offsetMs);
  }

  /** @param databaseNow what PostgreSQL answered; @param sentAt, @param receivedAt this process's milliseconds around the question. */
  correct(databaseNow: Date, sentAt: number, receivedAt: number): void {
    this.offsetMs = Math.round(databaseNow.getTime() - (sentAt + receivedAt) / 2);
  }

  /** Milliseconds by this process's own clock, for measuring durations only. */
  ticks(): number {
    return Date.now();
  }

  get offset(): number {
    return this.offsetMs;
  }
}
