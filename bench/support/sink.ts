// A mail server that takes everything, counts each Message-ID, and delivers nothing.
import { setTimeout as delay } from 'node:timers/promises';
import { SMTPServer } from 'smtp-server';

export interface Sink {
  readonly smtpUrl: string;
  /** How often each Message-ID came. */
  readonly received: ReadonlyMap<string, number>;
  /** Mails taken, those that came twice included. */
  readonly total: number;
  /** From the mail of this number on, those taken are not answered until the function it gives is called. */
  holdFrom(count: number): () => void;
  close(): Promise<void>;
}

/** @param answerMs how long it holds back its 250: what is in flight then is what a crash leaves in doubt. */
export async function openSink(answerMs: number): Promise<Sink> {
  const received = new Map<string, number>();
  let total = 0;
  let heldFrom = Infinity;
  let released: Promise<unknown> = Promise.resolve();
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    closeTimeout: 200,
    onData: (stream, _session, done) => {
      const take = async (): Promise<void> => {
        const chunks: Buffer[] = [];
        for await (const chunk of stream as AsyncIterable<Buffer>) chunks.push(chunk);
        const id = /^Message-ID: (<[^>]+>)/im.exec(Buffer.concat(chunks).toString('latin1'))?.[1] ?? '';
        received.set(id, (received.get(id) ?? 0) + 1);
        total += 1;
        await (total >= heldFrom ? released : delay(answerMs));
      };
      take().then(() => {
        done();
      }, done);
    },
  });
  // Senders are killed in the middle: that is the point.
  server.on('error', () => undefined);
  const port = await new Promise<number>((resolve, reject) => {
    server.server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.server.address();
      resolve(address !== null && typeof address === 'object' ? address.port : 0);
    });
  });
  return {
    smtpUrl: `smtp://127.0.0.1:${String(port)}`,
    received,
    get total() {
      return total;
    },
    holdFrom: (count) => {
      const { promise, resolve } = Promise.withResolvers<null>();
      heldFrom = count;
      released = promise;
      return () => {
        heldFrom = Infinity;
        resolve(null);
      };
    },
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
      }),
  };
}
