// A real SMTP server that keeps what it accepts and answers as a test tells it: 4xx, 5xx, slowly, or not at all.
import { setTimeout as pause } from 'node:timers/promises';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';

export interface ReceivedMail {
  /** The envelope's recipient. */
  readonly to: string;
  readonly messageId: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** The bytes as they came. */
  readonly raw: string;
  readonly parsed: ParsedMail;
}

/** How one attempt is answered; `lost` keeps the mail and hangs up without its 250. `after` holds the mail until then. */
export type Answer =
  | { kind: 'accept'; afterMs?: number; after?: Promise<unknown> }
  | { kind: 'refuse'; at: 'rcpt' | 'data'; code: number }
  | { kind: 'drop' }
  | { kind: 'lost' };

export interface TestMailbox {
  readonly smtpUrl: string;
  /** Everything accepted (or lost on the way back), in order of arrival. */
  readonly mails: readonly ReceivedMail[];
  /** Recipients of all attempts, refused ones included. */
  readonly attempts: readonly string[];
  to(address: string): ReceivedMail[];
  /** From now on every attempt asks `rule`; without a rule everything is accepted. */
  answer(rule?: (to: string) => Answer): void;
  clear(): void;
  close(): Promise<void>;
}

const ACCEPT: Answer = { kind: 'accept' };

export async function startMailbox(): Promise<TestMailbox> {
  const mails: ReceivedMail[] = [];
  const attempts: string[] = [];
  const answers = new Map<string, Answer>();
  let rule: ((to: string) => Answer) | undefined;
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    closeTimeout: 200,
    onRcptTo: ({ address }, session, done) => {
      attempts.push(address);
      const answer = rule?.(address) ?? ACCEPT;
      answers.set(session.id, answer);
      if (answer.kind === 'drop') hangUp(server, session);
      else done(answer.kind === 'refuse' && answer.at === 'rcpt' ? refusal(answer.code) : null);
    },
    onData: (stream, session, done) => {
      const receive = async (): Promise<void> => {
        const chunks: Buffer[] = [];
        for await (const chunk of stream as AsyncIterable<Buffer>) chunks.push(chunk);
        const answer = answers.get(session.id) ?? ACCEPT;
        if (answer.kind === 'refuse') throw refusal(answer.code);
        if (answer.kind === 'accept') {
          if (answer.afterMs !== undefined) await pause(answer.afterMs);
          await answer.after;
        }
        mails.push(await received(session, Buffer.concat(chunks)));
        if (answer.kind === 'lost') hangUp(server, session);
      };
      receive().then(() => {
        done();
      }, done);
    },
  });
  server.on('error', () => undefined);
  const port = await listen(server);
  return {
    smtpUrl: `smtp://127.0.0.1:${String(port)}`,
    mails,
    attempts,
    to: (address) => mails.filter((mail) => mail.to === address),
    answer: (next) => {
      rule = next;
    },
    clear: () => {
      mails.length = 0;
      attempts.length = 0;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
      }),
  };
}

async function received(session: SMTPServerSession, raw: Buffer): Promise<ReceivedMail> {
  const parsed = await simpleParser(raw);
  return {
    to: session.envelope.rcptTo[0]?.address ?? '',
    messageId: parsed.messageId ?? '',
    subject: parsed.subject ?? '',
    text: parsed.text ?? '',
    html: typeof parsed.html === 'string' ? parsed.html : '',
    raw: raw.toString('utf8'),
    parsed,
  };
}

function refusal(responseCode: number): Error {
  return Object.assign(new Error('As the test asked'), { responseCode });
}

function hangUp(server: SMTPServer, session: SMTPServerSession): void {
  for (const connection of server.connections as Set<{ id: string; _socket: { destroy(): void } }>) {
    if (connection.id === session.id) connection._socket.destroy();
  }
}

function listen(server: SMTPServer): Promise<number> {
  return new Promise((resolve, reject) => {
    server.server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.server.address();
      resolve(address !== null && typeof address === 'object' ? address.port : 0);
    });
  });
}
