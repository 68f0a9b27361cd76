// Keeps each year's holidays of a cooperative: entered as a whole list, read by whoever plans.

import { Injectable } from '@nestjs/common';
import { Between } from 'typeorm';
import type { Actor } from '../contracts/permissions.js';
import { Audit } from '../platform/audit/audit.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import type { Tx } from '../platform/database/tx.js';
import { DomainError } from '../platform/errors.js';
import type { HolidaysInput, HolidaysOut } from './holiday.dto.js';
import { HolidayDay } from './holiday.entity.js';
import { holidayFaults, inOrder } from './holiday.rules.js';
import { HolidayYear } from './holiday-year.entity.js';

@Injectable()
export class HolidaysService {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** A year of the actor's cooperative; one that nobody entered has no days, and version 0. */
  async of(actor: Actor, year: number): Promise<HolidaysOut> {
    return read(this.database, actor, year);
  }

  /** The whole list from now on. @throws DomainError version-conflict, invalid-input */
  async set(actor: Actor, year: number, input: HolidaysInput): Promise<HolidaysOut> {
    const faults = holidayFaults(year, input.days);
    if (faults.length > 0) throw new DomainError('invalid-input', faults);
    const { cooperativeId } = actor;
    return this.database.transaction(async (tx) => {
      await tx.lockKey(`holidays ${cooperativeId}`);
      const before = await read(tx, actor, year);
      if (before.version !== input.version) throw new DomainError('version-conflict');
      const after = { year, version: before.version + 1, days: inOrder(input.days) };
      await this.replace(tx, cooperativeId, after);
      await this.audit.record(tx, {
        actor,
        action: 'cooperative.holidays-changed',
        subject: { type: 'cooperative', id: cooperativeId },
        before: { year, days: before.days },
        after: { year, days: after.days },
      });
      return after;
    });
  }

  private async replace(tx: Tx, cooperativeId: string, { year, version, days }: HolidaysOut): Promise<void> {
    await tx.manager.save(HolidayYear, { cooperativeId, year, version, updatedAt: this.clock.now() });
    await tx.manager.delete(HolidayDay, { cooperativeId, day: daysOf(year) });
    const rows = days.map((day) => ({ ...day, cooperativeId }));
    if (rows.length > 0) await tx.manager.insert(HolidayDay, rows);
  }
}

async function read({ manager }: Pick<Tx, 'manager'>, { cooperativeId }: Actor, year: number): Promise<HolidaysOut> {
  const entered = await manager.findOneBy(HolidayYear, { cooperativeId, year });
  const days = await manager.find(HolidayDay, {
    select: { day: true, name: true, kind: true },
    where: { cooperativeId, day: daysOf(year) },
    order: { day: 'ASC' },
  });
  return { year, version: entered?.version ?? 0, days: days.map(({ day, name, kind }) => ({ day, name, kind })) };
}

function daysOf(year: number) {
  return Between(`${year}-01-01`, `${year}-12-31`);
}
