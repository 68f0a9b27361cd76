// What a roster file is written in: its encoding and its delimiter, told from its first bytes as Excel leaves them.

export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const;
export type Encoding = (typeof ENCODINGS)[number];

export const DELIMITERS = [',', ';', '\t'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** What a file may hold, so that one that is no roster costs no memory to find out. */
export const ROSTER_LIMITS = { bytes: 50 * 1024 * 1024, rows: 200_000, columns: 100, lineBytes: 256 * 1024 } as const;

const SNIFFED_LINES = 20;

/**
 * @param head the first bytes; @param isUtf8 whether all of the file is UTF-8, as only reading it through can tell.
 * @returns undefined for what is no text: a workbook, an archive, a picture.
 */
export function encodingOf(head: Uint8Array, isUtf8: boolean): Encoding | undefined {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  if (startsLikeBinary(head)) return undefined;
  const zeros = { even: 0, odd: 0 };
  head.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2 === 0 ? 'even' : 'odd'] += 1;
  });
  // Latin text in UTF-16 has a zero in nearly every second byte, always on the same side.
  const half = head.length / 2;
  if (zeros.odd > half * 0.6 && zeros.even < half * 0.1) return 'utf-16le';
  if (zeros.even > half * 0.6 && zeros.odd < half * 0.1) return 'utf-16be';
  if (zeros.even + zeros.odd > 0) return undefined;
  return isUtf8 ? 'utf-8' : 'windows-1252';
}

/** The delimiter that parts most lines into as many cells as the first; undefined when none parts the first at all. */
export function delimiterOf(text: string): Delimiter | undefined {
  const hint = /^sep=([,;\t])\r?\n/i.exec(text)?.[1];
  if (hint !== undefined) return DELIMITERS.find((delimiter) => delimiter === hint);
  const scored = DELIMITERS.map((delimiter) => ({ delimiter, score: scoreOf(text, delimiter) }));
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a));
  return best.score > 0 ? best.delimiter : undefined;
}

/** Whether the first line is `sep=;`, by which Excel is told the delimiter: the table begins after it. */
export function isDelimiterHint(cells: readonly string[]): boolean {
  return cells.length === 2 && /^sep=$/i.test(cells[0] ?? '') && cells[1] === '';
}

function scoreOf(text: string, delimiter: Delimiter): number {
  const counts = delimitersByLine(text, delimiter);
  const [first = 0] = counts;
  return first * counts.filter((count) => count === first).length;
}

/** How often the delimiter stands outside of quotes, in each of the first lines. */
function delimitersByLine(text: string, delimiter: Delimiter): number[] {
  const counts = [0];
  let isQuoted = false;
  for (const character of text) {
    if (character === '"') isQuoted = !isQuoted;
    else if (isQuoted) continue;
    else if (character === delimiter) counts.push((counts.pop() ?? 0) + 1);
    else if (character === '\n') {
      if (counts.length >= SNIFFED_LINES) break;
      counts.push(0);
    }
  }
  if (counts.length > 1 && counts.at(-1) === 0) counts.pop();
  return counts;
}

/** ZIP (and so XLSX), OLE (XLS), PDF, PNG, JPEG, GIF, gzip. */
function startsLikeBinary(head: Uint8Array): boolean {
  const starts = ['504b0304', 'd0cf11e0', '25504446', '89504e47', 'ffd8ff', '47494638', '1f8b'];
  const hex = Array.from(head.subarray(0, 4), (byte) => byte.toString(16).padStart(2, '0')).join('');
  return starts.some((start) => hex.startsWith(start));
}
