// One caller on one kept-alive connection: writes a prepared request, reads the answer; light enough for thousands.
import { connect, type Socket } from 'node:net';

export interface Reply {
  readonly status: number;
  readonly body: string;
  /** From writing the request to the last byte of the answer. */
  readonly ms: number;
}

export class Caller {
  private readonly socket: Socket;
  private heard = '';
  private waiting: { resolve: (reply: Reply) => void; reject: (error: Error) => void; sentAt: number } | undefined;

  private readonly host: string;
  private readonly cookie: string;

  private constructor(socket: Socket, host: string, cookie: string) {
    this.socket = socket;
    this.host = host;
    this.cookie = cookie;
    socket.setNoDelay(true);
    socket.setEncoding('latin1');
    socket.on('data', (text) => {
      this.hear(String(text));
    });
    socket.on('close', () => this.waiting?.reject(new Error('The connection was closed before its answer came.')));
    socket.on('error', () => undefined);
  }

  static open(url: string, cookie: string): Promise<Caller> {
    const { hostname, port, host } = new URL(url);
    return new Promise((resolve, reject) => {
      const socket = connect(Number(port), hostname);
      socket.once('error', reject);
      socket.once('connect', () => {
        resolve(new Caller(socket, host, cookie));
      });
    });
  }

  call(method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, body?: object): Promise<Reply> {
    const text = body === undefined ? '' : JSON.stringify(body);
    const type = body === undefined ? '' : 'content-type: application/json\r\n';
    const length = method === 'GET' ? '' : `content-length: ${String(Buffer.byteLength(text))}\r\n`;
    const head = `${method} ${path} HTTP/1.1\r\nhost: ${this.host}\r\ncookie: ${this.cookie}\r\n${type}${length}\r\n`;
    this.socket.write(head + text);
    return new Promise((resolve, reject) => {
      this.waiting = { resolve, reject, sentAt: performance.now() };
    });
  }

  close(): void {
    this.socket.destroy();
  }

  private hear(text: string): void {
    this.heard += text;
    const end = this.heard.indexOf('\r\n\r\n');
    if (end === -1) return;
    const length = Number(/\r\ncontent-length: (\d+)/i.exec(this.heard.slice(0, end))?.[1] ?? 0);
    if (this.heard.length < end + 4 + length) return;
    const reply = { status: Number(this.heard.slice(9, 12)), body: this.heard.slice(end + 4, end + 4 + length) };
    this.heard = '';
    const waiting = this.waiting;
    this.waiting = undefined;
    waiting?.resolve({ ...reply, ms: performance.now() - waiting.sentAt });
  }
}

/** The value below which `share` of them lie. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}
