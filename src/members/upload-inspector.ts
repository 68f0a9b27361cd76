// Looks at an upload as it passes: its size, its hash, its first bytes, and whether it is UTF-8. It keeps only the head.

import { createHash } from 'node:crypto';
import { DomainError } from '../platform/errors.js';
import { ROSTER_LIMITS } from './roster-text.rules.js';

const HEAD_BYTES = 64 * 1024;
const LF = 0x0a;
const CR = 0x0d;

export class UploadInspector {
  private readonly hash = createHash('sha256');
  private readonly utf8 = new TextDecoder('utf-8', { fatal: true });
  private head = Buffer.alloc(0);
  private size = 0;
  private lines = 0;
  /** Bytes since the last line end. */
  private open = 0;
  private longLine: number | undefined;
  isUtf8 = true;

  /**
   * Passes the upload on, until a line is too long: a million columns, or one huge cell. The rest is read all the same,
   * and let go: a sender who is cut off may never hear why.
   * @throws DomainError invalid-file at the end, naming that line.
   */
  async *through(source: AsyncIterable<unknown>): AsyncGenerator<Buffer> {
    for await (const chunk of source) {
      if (!Buffer.isBuffer(chunk)) throw new TypeError('An upload comes in buffers');
      if (this.longLine !== undefined) continue;
      this.look(chunk);
      yield chunk;
    }
    this.decode(Buffer.alloc(0), false);
    if (this.longLine === undefined) return;
    throw new DomainError('invalid-file', [{ path: 'file', rule: 'line-too-long', limit: this.longLine }]);
  }

  result(): { head: Buffer; size: number; sha256: string; lines: number } {
    return { head: this.head, size: this.size, sha256: this.hash.digest('hex'), lines: this.lines };
  }

  private look(chunk: Buffer): void {
    this.hash.update(chunk);
    this.size += chunk.length;
    if (this.head.length < HEAD_BYTES) {
      this.head = Buffer.concat([this.head, chunk.subarray(0, HEAD_BYTES - this.head.length)]);
    }
    this.decode(chunk, true);
    this.measureLines(chunk);
  }

  private decode(chunk: Buffer, stream: boolean): void {
    if (!this.isUtf8) return;
    try {
      this.utf8.decode(chunk, { stream });
    } catch {
      this.isUtf8 = false;
    }
  }

  /** Chunks are small: it is enough to know how long no line has ended. */
  private measureLines(chunk: Buffer): void {
    for (let at = chunk.indexOf(LF); at >= 0; at = chunk.indexOf(LF, at + 1)) this.lines += 1;
    const end = Math.max(chunk.lastIndexOf(LF), chunk.lastIndexOf(CR));
    this.open = end < 0 ? this.open + chunk.length : chunk.length - end - 1;
    if (this.open > ROSTER_LIMITS.lineBytes) this.longLine = this.lines + 1;
  }
}
