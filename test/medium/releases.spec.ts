// The link in a mail gives a place back without a sign-in: by POST alone, for one registration, and the queue moves up.
import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { nobody, signedIn } from '../factories/auth.js';
import { aCooperative, aMember, type CooperativeRow, type MemberRow } from '../factories/members.js';
import { aSession, type SessionRow } from '../factories/sessions.js';
import { bootApp, type TestApp } from '../support/app.js';

let app: TestApp;
let cooperative: CooperativeRow;
let session: SessionRow;
let [first, second]: [MemberRow, MemberRow] = [] as never;

interface Release {
  state: string;
  isWaiting: boolean;
  title: string;
}

beforeAll(async () => {
  app = await bootApp({ mailbox: true });
  cooperative = await aCooperative(app, { name: 'Koperasi Maju' });
});

afterAll(async () => {
  await app.close();
});

/** One seat: the first has it, the second waits. */
beforeEach(async () => {
  app.mailbox.clear();
  const startsAt = new Date(app.clock.now().getTime() + 72 * 3_600_000);
  session = await aSession(app, cooperative, { title: 'Menabung', capacity: 1, startsAt });
  [first, second] = [await aMember(app, cooperative), await aMember(app, cooperative)];
  await register(first);
  await register(second);
  await app.settle();
});

async function register(member: MemberRow): Promise<void> {
  const reply = await (await signedIn(app, member)).post(`/api/sessions/${session.id}/registration`);
  expect(reply.status).toBe(200);
}

/** From the last mail to that member, as its plain text has it. */
function tokenOf(member: MemberRow): string {
  const token = /\/lepas#([\w.-]+)$/m.exec(app.mailbox.to(member.email ?? '').at(-1)?.text ?? '')?.[1];
  if (token === undefined) throw new Error('The mail has no link');
  return token;
}

const look = (token: string) => nobody(app).post<Release>('/api/releases/look', { token });
const release = (token: string) => nobody(app).post<Release>('/api/releases', { token });
const stateOf = async (member: MemberRow): Promise<unknown[]> =>
  app.db.sql('SELECT state FROM registrations WHERE session_id = $1 AND member_id = $2 ORDER BY created_at', [
    session.id,
    member.id,
  ]);

it('shows what it is about, and gives the seat to the next only when told to', async () => {
  const token = tokenOf(first);
  expect(await look(token)).toMatchObject({
    status: 200,
    body: { state: 'open', isWaiting: false, title: 'Menabung', cooperative: { name: 'Koperasi Maju' } },
  });
  expect(await stateOf(first)).toEqual([{ state: 'confirmed' }]);

  expect(await release(token)).toMatchObject({ status: 200, body: { state: 'released' } });
  expect(await stateOf(first)).toEqual([{ state: 'cancelled' }]);
  expect(await stateOf(second)).toEqual([{ state: 'confirmed' }]);
  // Pressed again, it takes nothing from anybody; nor does it once its reader has come back.
  expect(await release(token)).toMatchObject({ status: 200, body: { state: 'released' } });
  await register(first);
  expect(await release(token)).toMatchObject({ body: { state: 'released' } });
  expect(await stateOf(first)).toEqual([{ state: 'cancelled' }, { state: 'waitlisted' }]);
});

it('lets somebody leave the queue', async () => {
  const token = tokenOf(second);
  expect((await look(token)).body).toMatchObject({ state: 'open', isWaiting: true });
  expect((await release(token)).body).toMatchObject({ state: 'released' });
  expect(await stateOf(second)).toEqual([{ state: 'cancelled' }]);
});

it('asks for the seat a day before while others wait, and not when nobody does', async () => {
  app.mailbox.clear();
  app.clock.advance({ hours: 48, minutes: 1 });
  await app.settle();
  const asked = 'Ada anggota lain yang menunggu tempat.';
  expect(app.mailbox.to(first.email ?? '')[0]?.text).toContain(asked);
  await release(tokenOf(first));
  await app.settle();
  app.clock.advance({ minutes: 1 });
  await app.settle();
  const told = app.mailbox.to(second.email ?? '').map((mail) => mail.text);
  expect(told.length).toBeGreaterThan(0);
  expect(told.filter((text) => text.includes(asked))).toEqual([]);
});

it('does nothing once the session is over, and for a token that was changed', async () => {
  const token = tokenOf(first);
  const [id, signature = ''] = token.split('.');
  for (const made of [`${second.id}.${signature}`, `${String(id)}.${signature.slice(1)}x`]) {
    expect(await release(made)).toMatchObject({ status: 404, body: { code: 'not-found' } });
  }
  for (const broken of [`${String(id)}.`, '', 'x', `${token}x`]) {
    expect(await release(broken)).toMatchObject({ status: 400, body: { code: 'invalid-input' } });
  }
  await app.db.sql(`UPDATE sessions SET state = 'ended' WHERE id = $1`, [session.id]);
  expect((await look(token)).body).toMatchObject({ state: 'over' });
  expect(await release(token)).toMatchObject({ status: 409, body: { code: 'wrong-state' } });
  expect(await stateOf(first)).toEqual([{ state: 'confirmed' }]);
});
