// Rows as a file for a spreadsheet, streamed: CSV, or XLSX. No cell of it is ever run as a formula.

import { StreamableFile } from '@nestjs/common';
import { stringify } from 'csv-stringify';
import { pipeline, Readable } from 'node:stream';
import XLSXTransformStream from 'xlsx-write-stream';
import type { Language } from '../../contracts/languages.js';

export const TABLE_FORMATS = ['csv', 'xlsx'] as const;
export type TableFormat = (typeof TABLE_FORMATS)[number];

const DELIMITERS: Record<Language, string> = { id: ';', en: ',' };
const TYPES: Record<TableFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** A column: what stands above it, and a row's cell in it. Numbers stay numbers, all else is text. */
export interface Column<Row> {
  readonly title: string;
  readonly cell: (row: Row) => string | number;
}

export interface Table<Row> {
  /** Without its ending; letters, digits and hyphens. */
  readonly name: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: AsyncIterable<Row>;
  /** Excel parts a CSV by what its own language uses: semicolons in Indonesian. */
  readonly language: Language;
}

/** @returns a download that is written as it is read: a hundred thousand rows are never in memory at once. */
export function tableFile<Row>(table: Table<Row>, format: TableFormat): StreamableFile {
  const lines = Readable.from(linesOf(table));
  // CSV has no types: a spreadsheet would run text that begins with = + - @, so the stringifier marks it as text.
  const writer =
    format === 'csv'
      ? stringify({ bom: true, escape_formulas: true, delimiter: DELIMITERS[table.language] })
      : new XLSXTransformStream();
  // What breaks off the rows breaks off the download too: half a list must not look like a whole one.
  const file = pipeline(lines, writer, () => undefined);
  return new StreamableFile(file, {
    type: TYPES[format],
    disposition: `attachment; filename="${table.name}.${format}"`,
  });
}

async function* linesOf<Row>({ columns, rows }: Table<Row>): AsyncGenerator<(string | number)[]> {
  yield columns.map((column) => column.title);
  for await (const row of rows) yield columns.map((column) => column.cell(row));
}
