// Seats that were kept for units: given to whoever waits, once their time is over.

import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { RegistrationDesk } from './registration-desk.js';
import { RegistrationsQueries } from './registrations.queries.js';

@Injectable()
export class QuotasService {
  constructor(
    private readonly database: Database,
    private readonly queries: RegistrationsQueries,
    private readonly desk: RegistrationDesk,
  ) {}

  /** Gives out what quotas keep no more; a session in which nobody waits needs nothing. */
  async releaseDue(): Promise<void> {
    for (const sessionId of await this.queries.sessionsWithReleasedSeats()) {
      await this.database.transaction((tx) => this.desk.promote(tx, sessionId));
    }
  }
}
