// The yardstick of http-read: fastify and pg with nothing between them, the same statement, the same JSON.
import { createHash } from 'node:crypto';
import fastify from 'fastify';
import pg from 'pg';

const PAGE = 30;

const { catalogueStatement } = (await import(
  new URL('../../dist/sessions/catalogue.queries.js', import.meta.url).href
)) as typeof import('../../src/sessions/catalogue.queries.ts');

const { seatsOf } = (await import(
  new URL('../../dist/sessions/session-seats.js', import.meta.url).href
)) as typeof import('../../src/sessions/session-seats.ts');

type Row = Parameters<typeof seatsOf>[0] & {
  readonly id: string;
  readonly startsAt: Date;
  readonly version: number;
  readonly confirmed: number;
  /** None has a cover here. */
  readonly coverFileId: null;
};

function cardOf(row: Row) {
  const { version: _, confirmed: __, coverFileId: cover, onsiteCapacity, virtual, onsite, ...card } = row;
  return { ...card, cover, ...seatsOf(row) };
}

const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 10 });
const server = fastify();
const statement = catalogueStatement('open');
/** No days, words, topic, delivery, language. */
const NO_FILTER = [null, null, null, null, null, null, null];

server.get('/api/sessions', async (request, reply) => {
  const token = /(?:^|; )sinau=([^;]+)/.exec(request.headers.cookie ?? '')?.[1] ?? '';
  const who = await pool.query<{ memberId: string; cooperativeId: string }>(
    `SELECT token.member_id AS "memberId", member.cooperative_id AS "cooperativeId"
     FROM sign_in_tokens token JOIN members member ON member.id = token.member_id
     WHERE token.hash = $1 AND token.revoked_at IS NULL AND member.status <> 'keluar'`,
    [createHash('sha256').update(token).digest('hex')],
  );
  const [actor] = who.rows;
  if (!actor) return reply.status(401).send({ code: 'unauthenticated' });
  const { rows } = await pool.query<Row>(statement, [
    ...[actor.memberId, actor.cooperativeId, new Date(), null, null, PAGE + 1],
    ...NO_FILTER,
  ]);
  const items = rows.slice(0, PAGE).map(cardOf);
  const last = items.at(-1);
  const key = last && JSON.stringify([last.startsAt.toISOString(), last.id]);
  const nextCursor = rows.length > PAGE && key !== undefined ? Buffer.from(key).toString('base64url') : null;
  return reply.send({ items, nextCursor });
});

const url = await server.listen({ host: '127.0.0.1', port: 0 });
process.on('message', () => void server.close().then(() => process.exit(0)));
process.on('disconnect', () => process.exit(0));
process.send?.({ kind: 'ready', url });
