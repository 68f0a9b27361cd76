// Whatever arrives at whichever route: a coded problem that names the field, never a failure of ours, never a half-written
// row. Generated from the server's own routes and the schemas it publishes.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ERROR_CODES, type Problem } from '../../src/contracts/error-codes.js';
import type { Client } from '../factories/auth.js';
import { newId } from '../../src/platform/ids.js';
import { bootApp, type TestApp } from '../support/app.js';
import { ROUTES } from '../support/route-table.js';
import { operationsOf, type JsonSchema } from '../support/router.js';
import { aPlace, clientOf, pathIn, type Place } from '../support/world.js';

let app: TestApp;
let place: Place;
let other: Place;
let admin: Client;

beforeAll(async () => {
  app = await bootApp();
  place = await aPlace(app);
  other = await aPlace(app);
  admin = await clientOf(app, place.admin);
  // A roster's lists exist once it was checked.
  await admin.post(`/api/roster-imports/${place.rosterImportId}/dry-run`, { mapping: { number: 0, name: 1 } });
  // What making them asked for has happened: from here on every new row is somebody's fault.
  await app.settle();
});

afterAll(async () => {
  await app.close();
});

const JSON_TYPE = { 'content-type': 'application/json' };
const UNKNOWN_FIELD = 'bukanIsian';
/** The field that is not there, and the one whose value is refused: a value must break it whatever its schema says. */
const BROKEN_VALUES: readonly [string, string][] = [
  ['of the wrong type', '{"salah":true}'],
  ['of another wrong type', '[[1]]'],
  ['too long', JSON.stringify('x'.repeat(100_000))],
  ['with control characters', '"a\\u0000b\\u0007"'],
  ['with a lone surrogate', '"a\\ud800b"'],
  ['that is no number', '1e999'],
];

const withBody = Object.entries(ROUTES).filter(([, row]) => row.body !== undefined);
const withId = Object.keys(ROUTES).filter((route) => /\/:(id|memberId|registrationId)/.test(route));

describe.each(withBody)('%s refuses', (route, row) => {
  const valid = (): Record<string, unknown> => row.body?.(place) ?? {};

  it.each([
    ['nothing', '', ['invalid-json', 'invalid-input', 'unsupported-media-type']],
    ['broken JSON', '{"a":', ['invalid-json']],
    ['JSON with two values', '{}{}', ['invalid-json']],
    ['a prototype', '{"__proto__":{"a":1}}', ['invalid-json', 'invalid-input']],
    ['null', 'null', ['invalid-input', 'invalid-json']],
    ['a list', '[]', ['invalid-input']],
    ['a text', '"teks"', ['invalid-input']],
    ['a megabyte', JSON.stringify({ a: 'x'.repeat(1_048_576) }), ['body-too-large']],
    ['lists in lists in lists', `${'['.repeat(20_000)}${']'.repeat(20_000)}`, ['invalid-input', 'invalid-json']],
  ])('%s', async (_, body, codes) => {
    const problem = await refused(route, { body, headers: JSON_TYPE });
    expect(codes).toContain(problem.code);
  });

  it.each(['text/plain', 'application/xml', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])(
    'a body of the type %s',
    async (type) => {
      const problem = await refused(route, { body: JSON.stringify(valid()), headers: { 'content-type': type } });
      expect(['unsupported-media-type', 'invalid-input']).toContain(problem.code);
    },
  );

  it('a field it does not know', async () => {
    const problem = await refusedJson(route, { ...valid(), [UNKNOWN_FIELD]: 1 });
    expect(problem.fields).toContainEqual(expect.objectContaining({ path: UNKNOWN_FIELD, rule: 'unknown-field' }));
  });

  it('a body without what is required, naming it', async () => {
    for (const name of schemaOf(route).required ?? []) {
      const { [name]: _, ...rest } = valid();
      const problem = await refusedJson(route, rest);
      expect(problem.fields).toContainEqual(expect.objectContaining({ path: name, rule: 'required' }));
    }
  });

  it.each(BROKEN_VALUES)('any field %s, naming it', async (_, value) => {
    for (const name of Object.keys(schemaOf(route).properties ?? {})) {
      const rest = Object.entries(valid()).filter(([key]) => key !== name);
      const body = `{${[...rest.map(([key, item]) => `${JSON.stringify(key)}:${JSON.stringify(item)}`), `"${name}":${value}`].join(',')}}`;
      const problem = await refused(route, { body, headers: JSON_TYPE });
      expect({ name, problem }).toMatchObject({ problem: { code: 'invalid-input' } });
      const isNamed = problem.fields?.some(({ path }) => path === name || path.startsWith(`${name}.`));
      expect({ name, value: value.slice(0, 40), fields: problem.fields, isNamed }).toMatchObject({ isNamed: true });
    }
  });
});

describe.each(withId)('%s', (route) => {
  const [, pattern = ''] = route.split(' ');
  const row = ROUTES[route];
  const body = (): RequestInit => (row?.body ? { body: JSON.stringify(row.body(place)), headers: JSON_TYPE } : {});

  it.each([
    'bukan-id',
    '1',
    "'; DROP TABLE members; --",
    '%00',
    '%ED%A0%80',
    '%zz',
    'x'.repeat(5_000),
    '..%2F..%2Fetc',
  ])('refuses what is no id: %.20s', async (id) => {
    const problem = await refused(route, body(), (path) => path.replace(uuidsIn(path)[0] ?? '', id));
    expect(['invalid-input', 'not-found']).toContain(problem.code);
  });

  it('finds nothing under an unknown id, and nothing of another cooperative', async () => {
    const code = row?.isPublic === true ? 'challenge-failed' : 'not-found';
    const paths = [
      ...uuidsIn(pathIn(place, pattern)).map((uuid) => (path: string) => path.replace(uuid, newId())),
      () => pathIn(other, pattern),
    ];
    for (const path of paths) {
      const problem = await refused(route, body(), path);
      expect(code === problem.code || problem.fields?.[0]?.rule === 'unknown-id').toBe(true);
    }
  });
});

describe('what a list is asked for', () => {
  const VALUES = [
    '',
    'x'.repeat(8_000),
    '%00',
    '%ED%A0%80',
    '-1',
    '0',
    '1e9',
    'NaN',
    '[]',
    '%22',
    "'",
    '%25',
    '%F0%9F%99%88',
  ];

  it('is refused or answered, and never fails', async () => {
    const operations = operationsOf(app).filter(
      ({ route, parameters }) => route.startsWith('GET ') && parameters.some((one) => one.in === 'query'),
    );
    expect(operations.length).toBeGreaterThan(4);
    for (const { route, parameters } of operations) {
      const path = pathIn(place, route.split(' ')[1] ?? '');
      for (const { name } of parameters.filter((one) => one.in === 'query')) {
        for (const value of VALUES) {
          const reply = await admin.get<Partial<Problem>>(`${path}?${name}=${value}`);
          const asked = `${path}?${name}=${value.slice(0, 20)}`;
          expect({ asked, status: reply.status }).not.toMatchObject({ status: 500 });
          if (reply.status === 400) {
            expect({ asked, fields: reply.body.fields }).toMatchObject({ fields: [{ path: name }] });
          } else if (reply.status !== 414) {
            expect({ asked, status: reply.status }).toMatchObject({ status: 200 });
          }
        }
        const twice = await admin.get(`${path}?${name}=a&${name}=b&${name}[x]=1`);
        expect({ path, name, status: twice.status }).not.toMatchObject({ status: 500 });
      }
    }
  });

  it('refuses a cursor that was made up, naming it', async () => {
    const lists = operationsOf(app).filter(({ parameters }) => parameters.some(({ name }) => name === 'cursor'));
    for (const { route } of lists) {
      const path = pathIn(place, route.split(' ')[1] ?? '');
      for (const cursor of [
        'x',
        Buffer.from('{"a":1}').toString('base64url'),
        Buffer.from('["\\u0000","1"]').toString('base64url'),
      ]) {
        const reply = await admin.get<Problem>(`${path}?cursor=${cursor}`);
        expect({ path, ...reply.body }).toMatchObject({ path, code: 'invalid-input', fields: [{ path: 'cursor' }] });
      }
    }
  });
});

function uuidsIn(path: string): string[] {
  return path.match(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g) ?? [];
}

function schemaOf(route: string): JsonSchema {
  const schema = operationsOf(app).find((operation) => operation.route === route)?.body;
  if (!schema?.properties) throw new Error(`${route} publishes no schema for its body`);
  return schema;
}

function refusedJson(route: string, body: unknown): Promise<Problem> {
  return refused(route, { body: JSON.stringify(body), headers: JSON_TYPE });
}

/** Sends it as an admin of the place, who may do all; it must be refused with a known code, and no row may be the more. */
async function refused(route: string, init: RequestInit, change = (path: string): string => path): Promise<Problem> {
  const [method = '', pattern = ''] = route.split(' ');
  const before = await rows();
  const response = await admin.fetch(change(pathIn(place, pattern)), { method, ...init });
  const text = await response.text();
  const answer = `${String(response.status)} ${text.slice(0, 300)}`;
  expect(answer).toMatch(/^4\d\d \{/);
  expect(response.headers.get('content-type')).toMatch('application/problem+json');
  const problem = JSON.parse(text) as Problem;
  expect(ERROR_CODES).toContain(problem.code);
  expect(text).not.toMatch(/\bat .*\.(ts|js):\d|SELECT |INSERT |node_modules/);
  expect(await rows()).toEqual(before);
  return problem;
}

/** How many rows each table has; what counts attempts may count them. */
async function rows(): Promise<unknown> {
  const tables = await app.db.sql<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'rate_limits' ORDER BY 1`,
  );
  const counts = tables.map(({ name }) => `(SELECT count(*) FROM "${name}") AS "${name}"`);
  return app.db.sql(`SELECT ${counts.join(', ')}`);
}
