// Roster files in the data folder: taken in as a stream within limits, read back line by line, removed when done.

import { Inject, Injectable } from '@nestjs/common';
import { parse as parseStream } from 'csv-parse';
import { parse as parseSync } from 'csv-parse/sync';
import iconv from 'iconv-lite';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.module.js';
import { DomainError } from '../platform/errors.js';
import type { Upload } from '../platform/http/upload.js';
import { delimiterOf, encodingOf, isDelimiterHint, ROSTER_LIMITS } from './roster-text.rules.js';
import type { Delimiter, Encoding } from './roster-text.rules.js';
import { UploadInspector } from './upload-inspector.js';

const SAMPLE_ROWS = 60;
const READ_BYTES = 256 * 1024;

/** What a file says of itself before anybody reads all of it. */
export interface RosterFile {
  size: number;
  sha256: string;
  /** Line ends: about how many rows there are. */
  lines: number;
  encoding: Encoding;
  delimiter: Delimiter;
  header: string[];
  samples: string[][];
}

@Injectable()
export class RosterFiles {
  private readonly folder: string;

  constructor(@Inject(CONFIG) config: Config) {
    this.folder = join(config.dataFolder, 'rosters');
  }

  /**
   * Keeps an upload under this id; a refused one leaves nothing behind.
   * @throws DomainError body-too-large above 50 MB; invalid-file for what is no table, or has lines no roster has.
   */
  async take(id: string, upload: Upload): Promise<RosterFile> {
    const inspector = new UploadInspector();
    const part = `${this.pathOf(id)}.part`;
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    try {
      const kept = createWriteStream(part, { mode: 0o600 });
      await pipeline(upload.stream, (source) => inspector.through(source), kept);
      if (upload.isCut())
        throw new DomainError('body-too-large', [{ path: 'file', rule: 'too-large', limit: '50 MB' }]);
      const file = described(inspector);
      await rename(part, this.pathOf(id));
      return file;
    } catch (error) {
      await rm(part, { force: true });
      throw refusalOf(error);
    }
  }

  /**
   * Each line's cells, from the header on; nothing but the line at hand is held in memory.
   * @throws DomainError invalid-file naming the line where the table breaks off.
   */
  async *lines(id: string, how: { encoding: Encoding; delimiter: Delimiter }): AsyncGenerator<string[]> {
    const bytes = createReadStream(this.pathOf(id), { highWaterMark: READ_BYTES });
    const parser = parseStream({ ...CSV, delimiter: how.delimiter, bom: true });
    const fed =
      how.encoding === 'utf-8' ? pipeline(bytes, parser) : pipeline(bytes, iconv.decodeStream(how.encoding), parser);
    // The parser fails too, and its reader hears of it.
    fed.catch(() => undefined);
    const records: AsyncIterable<string[]> = parser;
    try {
      let isFirst = true;
      for await (const cells of records) {
        if (!isFirst || !isDelimiterHint(cells)) yield cells;
        isFirst = false;
      }
    } catch (error) {
      throw brokenTable(error);
    } finally {
      bytes.destroy();
    }
  }

  async remove(id: string): Promise<void> {
    await rm(this.pathOf(id), { force: true });
  }

  /** Names of kept files (an import's id, with `.part` while it arrives) that nobody wrote to since. */
  async untouchedSince(before: Date): Promise<string[]> {
    const names = await readdir(this.folder).catch(() => []);
    const untouched: string[] = [];
    for (const name of names) {
      const info = await stat(join(this.folder, name)).catch(() => undefined);
      if (info && info.mtime < before) untouched.push(name);
    }
    return untouched;
  }

  private pathOf(id: string): string {
    return join(this.folder, id);
  }
}

const CSV = {
  relax_column_count: true,
  relax_quotes: true,
  max_record_size: ROSTER_LIMITS.lineBytes,
} as const;

function described(inspector: UploadInspector): RosterFile {
  const { head, size, sha256, lines } = inspector.result();
  const encoding = encodingOf(head, inspector.isUtf8);
  if (size === 0) throw new DomainError('invalid-file', [{ path: 'file', rule: 'required' }]);
  if (encoding === undefined) throw new DomainError('invalid-file', [{ path: 'file', rule: 'format' }]);
  const text = wholeLines(iconv.decode(head, encoding), head.length < size);
  const delimiter = delimiterOf(text);
  if (delimiter === undefined) throw new DomainError('invalid-file', [{ path: 'file', rule: 'format' }]);
  const [header = [], ...samples] = sampleRows(text, delimiter, head.length < size);
  if (header.length > ROSTER_LIMITS.columns) {
    throw new DomainError('invalid-file', [{ path: 'columns', rule: 'too-large', limit: ROSTER_LIMITS.columns }]);
  }
  return { size, sha256, lines, encoding, delimiter, header, samples };
}

/** Without the last line, which the end of the sample may have cut. */
function wholeLines(text: string, isCut: boolean): string {
  if (!isCut) return text;
  const end = Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r'));
  if (end < 0) throw new DomainError('invalid-file', [{ path: 'file', rule: 'line-too-long', limit: 1 }]);
  return text.slice(0, end + 1);
}

function sampleRows(text: string, delimiter: Delimiter, isCut: boolean): string[][] {
  const rows = parsed(text, delimiter, SAMPLE_ROWS + 2, isCut);
  return isDelimiterHint(rows[0] ?? []) ? rows.slice(1) : rows;
}

function parsed(text: string, delimiter: Delimiter, most: number, isCut: boolean): string[][] {
  try {
    return parseSync(text, { ...CSV, delimiter, to: most });
  } catch (error) {
    const whole = wholeRecords(error);
    // The end of the sample may stand within a quoted cell of many lines: the rows before it will do.
    if (isCut && codeOf(error) === 'CSV_QUOTE_NOT_CLOSED' && whole > 0) return parsed(text, delimiter, whole, false);
    throw brokenTable(error);
  }
}

function brokenTable(error: unknown): unknown {
  const code = codeOf(error);
  if (code === undefined) return error;
  const rule = code === 'CSV_QUOTE_NOT_CLOSED' ? 'unclosed-quote' : 'line-too-long';
  return new DomainError('invalid-file', [{ path: 'file', rule, limit: wholeRecords(error) + 1 }]);
}

/** Records, not physical lines: a cell may hold line feeds, and a spreadsheet counts rows. */
function wholeRecords(error: unknown): number {
  return error instanceof Error && 'records' in error && typeof error.records === 'number' ? error.records : 0;
}

/** What went wrong while a file came in, as the uploader should hear it. */
function refusalOf(error: unknown): unknown {
  if (error instanceof DomainError) return error;
  const code = codeOf(error);
  // The disk's own errors are ours; anything else is a form that broke off.
  const isOurs = code !== undefined && /^E[A-Z]+$/.test(code) && code !== 'ECONNRESET';
  return isOurs ? error : new DomainError('invalid-file', [{ path: 'file', rule: 'format' }]);
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
