// Takes the words out of answers that were put away, once they are kept for nobody: neither as the room's nor to be put back.

import { Injectable } from '@nestjs/common';
import { DateTime } from 'luxon';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { RESTORABLE_DAYS } from './question.rules.js';
import { QuestionsQueries } from './questions.queries.js';

@Injectable()
export class LibraryRetention {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly queries: QuestionsQueries,
  ) {}

  async emptyPutAway(): Promise<void> {
    const before = DateTime.fromJSDate(this.clock.now()).minus({ days: RESTORABLE_DAYS }).toJSDate();
    await this.database.transaction((tx) => this.queries.emptyPutAway(tx, before));
  }
}
