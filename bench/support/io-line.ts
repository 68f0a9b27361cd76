// A Socket.IO connection over one websocket, as light as its frames: events, acknowledgements, heartbeats.
import { TextLine } from './text-line.ts';

export interface IoLineEars {
  /** @param text `["name",payload]`, valid during the call only; most of a crowd gets the same bytes */
  onEvent(text: Buffer): void;
  onClose?(): void;
}

/** The first characters of an engine.io packet and, in a message, of Socket.IO's. */
const [OPEN, PING, MESSAGE] = ['0', '2', '4'].map((digit) => digit.charCodeAt(0));
const [CONNECT, EVENT, ACK, REFUSED] = ['0', '2', '3', '4'].map((digit) => digit.charCodeAt(0));

export class IoLine {
  isOpen = false;
  private readonly line: TextLine;
  private readonly ears: IoLineEars;
  private readonly waiting = new Map<number, { resolve: (answer: unknown) => void; reject: (error: Error) => void }>();
  private nextAck = 0;
  private readonly standing = Promise.withResolvers<null>();

  private constructor(url: string, cookie: string, ears: IoLineEars) {
    this.ears = ears;
    this.standing.promise.catch(() => undefined);
    this.line = new TextLine(`${url}/socket.io/?EIO=4&transport=websocket`, cookie === '' ? {} : { cookie }, {
      onText: (text) => {
        this.take(text);
      },
      onClose: () => {
        this.closed();
      },
    });
  }

  /** @param cookie empty: none. @throws Error when it is refused, or cut before it stands */
  static async open(url: string, cookie: string, ears: IoLineEars): Promise<IoLine> {
    const io = new IoLine(url, cookie, ears);
    await io.line.opened;
    await io.standing.promise;
    return io;
  }

  get bytesRead(): number {
    return this.line.bytesRead;
  }

  /** @throws Error when the line is cut before the acknowledgement came: it may have been done, or not */
  ask<Answer>(name: string, payload: unknown): Promise<Answer> {
    if (!this.isOpen) return Promise.reject(cutError());
    const id = this.nextAck;
    this.nextAck += 1;
    this.line.send(`42${String(id)}${JSON.stringify([name, payload])}`);
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve: resolve as (answer: unknown) => void, reject });
    });
  }

  cut(): void {
    this.line.cut();
  }

  private take(text: Buffer): void {
    const [first, second] = text;
    if (first === PING) this.line.send('3');
    else if (first === OPEN) this.line.send('40');
    else if (first !== MESSAGE) return;
    else if (second === EVENT) this.ears.onEvent(text.subarray(2));
    else if (second === ACK) this.acknowledged(text);
    else if (second === CONNECT) {
      this.isOpen = true;
      this.standing.resolve(null);
    } else if (second === REFUSED) this.standing.reject(new Error(text.toString('utf8', 2)));
  }

  private acknowledged(text: Buffer): void {
    const from = text.indexOf('[');
    const id = Number(text.toString('latin1', 2, from));
    const [answer] = JSON.parse(text.toString('utf8', from)) as unknown[];
    this.waiting.get(id)?.resolve(answer);
    this.waiting.delete(id);
  }

  private closed(): void {
    this.isOpen = false;
    this.standing.reject(cutError());
    for (const { reject } of this.waiting.values()) reject(cutError());
    this.waiting.clear();
    this.ears.onClose?.();
  }
}

function cutError(): Error {
  return new Error('The line was cut.');
}
