// The mailbox of a trial or a development machine: takes every mail over SMTP, keeps it as a file, delivers nothing onward.
import { createServer } from 'node:http';
import type { Server } from 'node:net';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import { answerMailboxRequest } from './mailbox-pages.ts';
import { MailStore } from './mailbox-store.ts';
import { isTaken } from './ports.ts';

const MAX_BYTES = 30 * 1024 * 1024;

export interface Mailbox {
  /** Where the pages are, on 127.0.0.1. */
  readonly url: string;
  /** Where the application sends, on 127.0.0.1. */
  readonly smtpUrl: string;
  close(): Promise<void>;
}

/**
 * @param options.folder made if missing; one `.eml` a mail
 * @param options.port where the pages should be; when it is taken, or 0, any free one
 */
export async function startMailbox(options: { folder: string; port: number }): Promise<Mailbox> {
  const store = await MailStore.open(options.folder);
  const smtp = new SMTPServer({
    size: MAX_BYTES,
    disabledCommands: ['AUTH', 'STARTTLS'],
    closeTimeout: 500,
    onData: (stream, session, callback) => {
      receive(store, stream, session).then(() => {
        callback();
      }, callback);
    },
  });
  // A client that hangs up in the middle is its own business.
  smtp.on('error', () => undefined);
  const pages = createServer((request, response) => void answerMailboxRequest(store, request, response));
  const isFree = options.port !== 0 && !(await isTaken('127.0.0.1', options.port));
  const smtpPort = await listen(smtp.server, 0);
  const pagesPort = await listen(pages, isFree ? options.port : 0);
  return {
    url: `http://127.0.0.1:${String(pagesPort)}`,
    smtpUrl: `smtp://127.0.0.1:${String(smtpPort)}`,
    close: async () => {
      const closed = Promise.all([
        whenDone((done) => pages.close(done)),
        whenDone((done) => {
          smtp.close(done);
        }),
      ]);
      pages.closeAllConnections();
      await closed;
    },
  };
}

async function receive(store: MailStore, stream: SMTPServerDataStream, session: SMTPServerSession): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    // What is over the limit is read to its end, for the answer to be heard, and kept nowhere.
    if (!stream.sizeExceeded) chunks.push(chunk);
  }
  if (stream.sizeExceeded) throw Object.assign(new Error('Message is too big'), { responseCode: 552 });
  const { mailFrom, rcptTo } = session.envelope;
  const from = mailFrom === false ? '' : mailFrom.address;
  await store.add({ from, to: rcptTo.map((recipient) => recipient.address), content: Buffer.concat(chunks) });
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      resolve(address !== null && typeof address === 'object' ? address.port : port);
    });
  });
}

function whenDone(start: (done: () => void) => unknown): Promise<void> {
  return new Promise((resolve) => {
    start(resolve);
  });
}
