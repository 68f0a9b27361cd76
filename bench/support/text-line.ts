// A WebSocket client that costs next to nothing: whole text frames in, text frames out; thousands of them fit in one process.
import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';

export interface TextLineEars {
  /** @param text valid during the call only */
  onText(text: Buffer): void;
  onClose(): void;
}

const [TEXT, CLOSE, PING, PONG] = [0x1, 0x8, 0x9, 0xa];
/** All lines read into it, one after the other: what is kept is copied. */
const SHARED = Buffer.allocUnsafe(256 * 1024);
const NOTHING = Buffer.alloc(0);

export class TextLine {
  private readonly socket: Socket;
  private readonly ears: TextLineEars;
  private kept = NOTHING;
  private isUpgraded = false;
  private readonly upgrade = Promise.withResolvers<null>();

  constructor(address: string, headers: Record<string, string>, ears: TextLineEars) {
    this.ears = ears;
    // Whoever does not wait for it hears of the end all the same.
    this.upgrade.promise.catch(() => undefined);
    const url = new URL(address);
    const onread = {
      buffer: SHARED,
      callback: (bytes: number, buffer: Uint8Array): boolean => {
        this.hear(Buffer.from(buffer.buffer, buffer.byteOffset, bytes));
        return true;
      },
    };
    this.socket = connect({ host: url.hostname, port: Number(url.port), noDelay: true, onread });
    this.socket.on('error', () => undefined);
    this.socket.once('close', () => {
      this.upgrade.reject(new Error('The line was cut before it stood.'));
      this.ears.onClose();
    });
    const lines = Object.entries({
      host: url.host,
      connection: 'Upgrade',
      upgrade: 'websocket',
      'sec-websocket-version': '13',
      'sec-websocket-key': randomBytes(16).toString('base64'),
      ...headers,
    }).map(([name, value]) => `${name}: ${value}\r\n`);
    this.socket.write(`GET ${url.pathname}${url.search} HTTP/1.1\r\n${lines.join('')}\r\n`);
  }

  /** Rejects when the server does not upgrade, or the line is cut before it does. */
  get opened(): Promise<null> {
    return this.upgrade.promise;
  }

  /** All that came over it, the upgrade and every frame's head included. */
  get bytesRead(): number {
    return this.socket.bytesRead;
  }

  send(text: string): void {
    this.write(TEXT, Buffer.from(text));
  }

  /** Gone at once, without a word. */
  cut(): void {
    this.socket.destroy();
  }

  private hear(chunk: Buffer): void {
    let rest = this.kept.length > 0 ? Buffer.concat([this.kept, chunk]) : chunk;
    if (!this.isUpgraded) {
      const end = rest.indexOf('\r\n\r\n');
      if (end === -1) {
        this.kept = Buffer.from(rest);
        return;
      }
      if (!rest.toString('latin1', 0, end).startsWith('HTTP/1.1 101')) {
        this.upgrade.reject(new Error(`No upgrade: ${rest.toString('latin1', 0, end)}`));
        this.cut();
        return;
      }
      this.isUpgraded = true;
      this.upgrade.resolve(null);
      rest = rest.subarray(end + 4);
    }
    for (;;) {
      const frame = frameOf(rest);
      if (!frame) break;
      this.take(frame.kind, rest.subarray(frame.from, frame.to));
      rest = rest.subarray(frame.to);
    }
    this.kept = rest.length > 0 ? Buffer.from(rest) : NOTHING;
  }

  private take(kind: number, payload: Buffer): void {
    if (kind === TEXT) this.ears.onText(payload);
    else if (kind === PING) this.write(PONG, payload);
    else if (kind === CLOSE) this.socket.end();
  }

  /** Masked, as a client must, with a mask of zeros, which changes nothing. */
  private write(kind: number, payload: Buffer): void {
    const { length } = payload;
    const head = Buffer.alloc(length < 126 ? 6 : 8);
    head[0] = 0x80 | kind;
    if (length < 126) head[1] = 0x80 | length;
    else {
      head[1] = 0x80 | 126;
      head.writeUInt16BE(length, 2);
    }
    this.socket.write(Buffer.concat([head, payload]));
  }
}

/** Undefined while it is not whole. A server's frames are not masked, and the ones measured here never in parts. */
function frameOf(bytes: Buffer): { kind: number; from: number; to: number } | undefined {
  if (bytes.length < 2) return undefined;
  const short = (bytes[1] ?? 0) & 0x7f;
  const from = short < 126 ? 2 : short === 126 ? 4 : 10;
  if (bytes.length < from) return undefined;
  const length = short < 126 ? short : short === 126 ? bytes.readUInt16BE(2) : Number(bytes.readBigUInt64BE(2));
  return bytes.length < from + length ? undefined : { kind: (bytes[0] ?? 0) & 0x0f, from, to: from + length };
}
