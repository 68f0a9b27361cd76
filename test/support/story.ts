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

/** The one step that is not HTTP: the operator makes the cooperative on the command line and hands the link over. */
export async function foundCooperative(app: TestApp): Promise<Client> {
  const operations = app.server.app.get(OperationsService, { strict: false });
  const { url } = await operations.createCooperative({
    ...{ slug: SLUG, name: 'Koperasi Maju Bersama', colour: '#0b7285', language: 'id', zone: 'Asia/Jakarta' },
    admin: { number: 'P-001', name: 'Ratna Dewi', email: 'ratna@maju.example' },
  });
  const admin = nobody(app);
  const reply = await admin.post('/api/auth/hand-over', { token: new URL(url).hash.slice(1) });
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
    const code = /\b\d{6}\b/.exec(app.mailbox.to(email).at(-1)?.text ?? '')?.[0] ?? '';
    const reply = await client.post(`/api/auth/challenges/${challenges[index]?.body.challengeId ?? ''}/code`, { code });
    if (reply.status !== 204) throw new Error(`${email} could not sign in: ${reply.status}`);
  }
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
