// A short list of members as staff have it, a CSV with a column of numbers or addresses, and maybe one more: each line found,
// or named as bad.

import { Injectable } from '@nestjs/common';
import { parse } from 'csv-parse/sync';
import iconv from 'iconv-lite';
import { isUtf8 } from 'node:buffer';
import type { Actor, Permission } from '../contracts/permissions.js';
import { DomainError } from '../platform/errors.js';
import type { Upload } from '../platform/http/upload.js';
import { reachOf } from './member.rules.js';
import { MembersQueries } from './members.queries.js';
import { headersOf, suggestedMapping } from './roster-headers.rules.js';
import { delimiterOf, encodingOf, isDelimiterHint } from './roster-text.rules.js';

/** A list is read whole, into memory. */
export const LIST_LIMITS = { bytes: 1024 * 1024, rows: 5_000 } as const;

interface Given {
  readonly line: number;
  /** What stood there. */
  readonly given: string;
  /** What stood in the column that was asked for beside; empty without one. */
  readonly beside: string;
}

/** A line of the list: the member it names, or why it names none that counts. */
export type ListedLine = (Given & { readonly memberId: string }) | BadLine;
type BadLine = Given & { readonly fault: 'unknown' | 'left' | 'repeated' };

@Injectable()
export class MemberListsService {
  constructor(private readonly queries: MembersQueries) {}

  /**
   * Matched by member number, else by e-mail address, within the actor's reach: whoever is out of it is unknown.
   * @param besideNames headers, in small letters, of a column to be read beside. @throws DomainError body-too-large, invalid-file
   */
  async read(
    actor: Actor,
    upload: Upload,
    permission: Permission,
    besideNames: readonly string[] = [],
  ): Promise<ListedLine[]> {
    const given = cellsOf(await wholeText(upload), besideNames);
    const names = [...new Set(given.map((one) => one.given))];
    const found = await this.queries.byNames(actor.cooperativeId, reachOf(actor, permission), names);
    const seen = new Set<string>();
    return given.map((one) => {
      const member = found.get(one.given);
      if (member === undefined) return { ...one, fault: 'unknown' };
      if (member.hasLeft) return { ...one, fault: 'left' };
      if (seen.has(member.id)) return { ...one, fault: 'repeated' };
      seen.add(member.id);
      return { ...one, memberId: member.id };
    });
  }

  /** Whether all of them are within the actor's reach still. */
  async reachesAll(actor: Actor, memberIds: readonly string[], permission: Permission): Promise<boolean> {
    return this.queries.areAllWithin(actor.cooperativeId, reachOf(actor, permission), memberIds);
  }
}

async function wholeText({ stream, isCut }: Upload): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  // A sender who is cut off may never hear why: what is too much is read, and let go.
  for await (const chunk of stream) {
    if (!Buffer.isBuffer(chunk)) throw new TypeError('An upload comes in buffers');
    size += chunk.length;
    if (size <= LIST_LIMITS.bytes) chunks.push(chunk);
  }
  if (isCut() || size > LIST_LIMITS.bytes) {
    throw new DomainError('body-too-large', [{ path: 'file', rule: 'too-large', limit: '1 MB' }]);
  }
  const bytes = Buffer.concat(chunks);
  if (size === 0) throw new DomainError('invalid-file', [{ path: 'file', rule: 'required' }]);
  const encoding = encodingOf(bytes, isUtf8(bytes));
  if (encoding === undefined) throw new DomainError('invalid-file', [{ path: 'file', rule: 'format' }]);
  return iconv.decode(bytes, encoding);
}

/** A header says which columns hold numbers and addresses; without one, the first column does. */
function cellsOf(text: string, besideNames: readonly string[]): Given[] {
  const [first, ...rest] = rowsOf(text).filter(({ cells }) => !isDelimiterHint(cells));
  if (!first) throw new DomainError('invalid-file', [{ path: 'file', rule: 'required' }]);
  const header = headersOf(
    first.cells,
    rest.slice(0, 60).map(({ cells }) => cells),
  );
  const { number, email } = suggestedMapping(header);
  const isHeader = number !== undefined || email !== undefined;
  const columns = isHeader ? [number, email].filter((column) => column !== undefined) : [0];
  const besideColumn = isHeader ? first.cells.findIndex((name) => besideNames.includes(name.trim().toLowerCase())) : -1;
  const rows = isHeader ? rest : [first, ...rest];
  if (rows.length > LIST_LIMITS.rows) {
    throw new DomainError('invalid-file', [{ path: 'file', rule: 'too-many', limit: LIST_LIMITS.rows }]);
  }
  return rows.flatMap(({ cells, line }) => {
    const given = columns.map((column) => (cells[column] ?? '').trim()).find((cell) => cell !== '');
    const beside = (cells[besideColumn] ?? '').trim().slice(0, 100);
    return given === undefined ? [] : [{ line, given: given.slice(0, 254), beside }];
  });
}

/** A row's cells, and the line of the file it ends on. */
interface Row {
  readonly cells: readonly string[];
  readonly line: number;
}

function rowsOf(text: string): Row[] {
  const rows: Row[] = [];
  try {
    parse(text, {
      ...CSV,
      delimiter: delimiterOf(text) ?? ',',
      on_record: (cells: string[], { lines }) => {
        rows.push({ cells, line: lines });
        return null;
      },
    });
    return rows;
  } catch {
    throw new DomainError('invalid-file', [{ path: 'file', rule: 'format' }]);
  }
}

const CSV = { bom: true, relax_column_count: true, relax_quotes: true, skip_empty_lines: true } as const;
