// What people do in a story, through HTTP, sockets and mail alone: found a cooperative, sign in by mailed code, enter.
import ICAL from 'ical.js';
import { OperationsService } from '../../src/operations/operations.service.js';
import { nobody, type Client } from '../factories/auth.js';
import type { TestApp } from './app.js';
import type { ReceivedMail } from './mailbox.js';
import { RoomClient } from './room-client.js';

/** Somebody with an address and a browser of their own. */
export interface Actor {
  id: string;
  name: string;
  email: string;
  client: Client;
}

export const SLUG = 'maju-bersama';
export const ADMIN_EMAIL = 'ratna@maju.example';

/** The one step of the operator, on the command line. @returns the link for the first admin, who is `ADMIN_EMAIL` */
export async function makeCooperative(app: TestApp): Promise<URL> {
  const operations = app.server.app.get(OperationsService, { strict: false });
  const { url } = await operations.createCooperative({
    ...{ slug: SLUG, name: 'Koperasi Maju Bersama', colour: '#0b7285', language: 'id', zone: 'Asia/Jakarta' },
    admin: { number: 'P-001', name: 'Ratna Dewi', email: ADMIN_EMAIL },
  });
  return new URL(url);
}

/** The admin comes in by the link that the operator handed over. */
export async function foundCooperative(app: TestApp): Promise<Client> {
  const link = await makeCooperative(app);
  const admin = nobody(app);
  const reply = await admin.post('/api/auth/hand-over', { token: link.hash.slice(1) });
  if (reply.status !== 204) throw new Error(`The link did not let the admin in: ${reply.status}`);
  return admin;
}

/** Each asks for a code, reads it in their mail and types it. */
export async function signInByMail(app: TestApp, people: readonly Actor[]): Promise<void> {
  const challenges = await Promise.all(
    people.map(({ client, email }) =>
      client.post<{ challengeId: string }>('/api/auth/challenges', { cooperative: SLUG, identifier: email }),
    ),
  );
  await app.settle();
  for (const [index, { client, email }] of people.entries()) {
    const code = codeFor(app, email);
    const reply = await client.post(`/api/auth/challenges/${challenges[index]?.body.challengeId ?? ''}/code`, { code });
    if (reply.status !== 204) throw new Error(`${email} could not sign in: ${reply.status}`);
  }
}

/** The six digits that were mailed last, whatever other mail came after them; empty when there are none. */
export function codeFor(app: TestApp, email: string): string {
  const codes = app.mailbox.to(email).flatMap(({ text }) => /\b\d{6}\b/.exec(text)?.[0] ?? []);
  return codes.at(-1) ?? '';
}

export async function enterRoom(app: TestApp, who: Actor, sessionId: string): Promise<RoomClient> {
  const room = new RoomClient(app.url, who.client.cookie, sessionId);
  await room.enter();
  return room;
}

/** The invitation in a mail, read as a calendar reads it. */
export function invitationIn(mail: ReceivedMail | undefined) {
  const file = mail?.parsed.attachments.find((attached) => attached.filename === 'undangan.ics');
  if (!file) return undefined;
  const calendar = ICAL.Component.fromString(file.content.toString('utf8'));
  const event = new ICAL.Event(calendar.getFirstSubcomponent('vevent') ?? undefined);
  const method = calendar.getFirstPropertyValue('method');
  return { method, uid: event.uid, sequence: event.sequence, startsAt: event.startDate.toJSDate() };
}
