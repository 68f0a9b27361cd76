// Reads of an import: its bad lines, and the members its file does not name.

import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { FieldFault } from '../contracts/error-codes.js';
import type { Language } from '../contracts/languages.js';
import { id, type Page, type PageQuery } from '../contracts/schemas.js';
import { Database } from '../platform/database/database.js';
import { keyOf, pageFrom } from '../platform/http/keyset.js';
import { fieldProblem } from '../platform/http/problem.js';
import type { MemberView } from './member.dto.js';
import { MEMBER_SELECT, memberView, type MemberRow } from './members.queries.js';
import type { AbsentQuery, RosterErrorView } from './roster-import.dto.js';
import type { RosterImport } from './roster-import.entity.js';
import { IN_NAMED_UNITS, IS_ABSENT } from './roster-lines.sql.js';

const lineKey = z.tuple([z.int()]);
const nameKey = z.tuple([z.string(), id]);

@Injectable()
export class RosterImportsQueries {
  constructor(private readonly database: Database) {}

  /** Bad lines in the file's order, each with everything that is wrong with it. */
  async errors(importId: string, query: PageQuery, language: Language): Promise<Page<RosterErrorView>> {
    const [after] = keyOf(query.cursor, lineKey) ?? [0];
    const rows = await this.database.sql<{
      line: number;
      number: string | null;
      name: string | null;
      faults: FieldFault[];
    }>(
      `SELECT line, number, name, faults FROM roster_lines
       WHERE import_id = $1 AND faults IS NOT NULL AND line > $2 ORDER BY line LIMIT $3`,
      [importId, after, query.limit + 1],
    );
    const page = pageFrom(rows, query.limit, (row) => [row.line]);
    const items = page.items.map((row) => ({
      ...row,
      faults: row.faults.map((fault) => fieldProblem(fault, language)),
    }));
    return { items, nextCursor: page.nextCursor };
  }

  /** Members who have not left and are not in the file, by name. @param exempt members who never count as absent. */
  async absent(roster: RosterImport, query: AbsentQuery, exempt: readonly string[]): Promise<Page<MemberView>> {
    const after = keyOf(query.cursor, nameKey);
    const rows = await this.database.sql<MemberRow>(
      `${MEMBER_SELECT} WHERE ${IS_ABSENT} ${query.scope === 'units' ? `AND ${IN_NAMED_UNITS}` : ''}
         AND ($4::text IS NULL OR (m.name, m.id) > ($4, $5::uuid))
       ORDER BY m.name, m.id LIMIT $6`,
      [roster.id, roster.cooperativeId, exempt, after?.[0] ?? null, after?.[1] ?? null, query.limit + 1],
    );
    const page = pageFrom(rows, query.limit, (row) => [row.name, row.id]);
    return { items: page.items.map(memberView), nextCursor: page.nextCursor };
  }
}
