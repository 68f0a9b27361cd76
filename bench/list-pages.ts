// Every list page of a cooperative of 100,000, over HTTP, with each of its filters: each under 50 ms in the middle, whichever
// page it is; and what PostgreSQL did for the slowest of them.
import { Caller } from './support/caller.ts';
import { explainAll, slowestPlan } from './support/explained.ts';
import { fillHouse, type FullHouse } from './support/full-house.ts';
import { aHome } from './support/people.ts';
import { openPlace, type Place } from './support/place.ts';
import { median, report, rounded } from './support/report.ts';
import { Server } from './support/server.ts';

const GOAL_MS = 50;
const CALLS = 15;

interface Page {
  readonly by: 'admin' | 'member';
  readonly path: string;
}

interface Sample {
  readonly page: string;
  readonly ms: number;
  readonly slowest: number;
  readonly status: number;
}

const place = await openPlace();
try {
  const home = await aHome(place.pool, 0);
  const filledAt = performance.now();
  const house = await fillHouse(place, home);
  console.log(`Filled in ${String(rounded((performance.now() - filledAt) / 1_000))} s.`);
  const all = await measureAll(place, house);
  const worst = all.reduce((a, b) => (b.sample.ms > a.sample.ms ? b : a));
  const explained = await explain(place, house, worst.asked);
  console.log(explained?.plan);
  const samples = all.map(({ sample }) => sample);
  report({
    name: 'list-pages',
    ratio: rounded(worst.sample.ms),
    goal: `<= ${String(GOAL_MS)}`,
    unit: 'ms, the slowest page',
    yardstick: null,
    slowest: worst.sample.page,
    slowestQueryMs: explained?.ms ?? null,
    invariants: { 'every page was answered': samples.every(({ status }) => status === 200) },
    samples,
  });
} finally {
  await place.close();
}

async function measureAll(at: Place, house: FullHouse): Promise<{ sample: Sample; asked: Page }[]> {
  const server = await Server.start(at);
  try {
    const [admin = '', member = ''] = await server.signIn([house.adminId, house.keenId]);
    const cookies = { admin, member };
    const measuredPages: { sample: Sample; asked: Page }[] = [];
    for (const [page, asked] of Object.entries(pagesOf(house))) {
      // One a page: a connection that nobody speaks on meanwhile is closed by the server.
      const caller = await Caller.open(server.url, cookies[asked.by]);
      // The first call of a route compiles it and warms its pages: everybody after it waits for neither.
      const first = await caller.call('GET', asked.path);
      measuredPages.push({ sample: await measured(page, caller, asked.path), asked });
      const cursor = nextOf(first.body);
      if (cursor !== undefined) {
        const next = `${asked.path}${asked.path.includes('?') ? '&' : '?'}cursor=${cursor}`;
        const nextPage = { ...asked, path: next };
        measuredPages.push({ sample: await measured(`${page}, next`, caller, next), asked: nextPage });
      }
      caller.close();
    }
    return measuredPages;
  } finally {
    await server.close();
  }
}

/** By a server of its own: to explain everything makes everything slower. */
async function explain(at: Place, { adminId, keenId }: FullHouse, { by, path }: Page) {
  await explainAll(at);
  const server = await Server.start(at);
  try {
    const [cookie = ''] = await server.signIn([by === 'admin' ? adminId : keenId]);
    const caller = await Caller.open(server.url, cookie);
    // The first call of a connection plans and warms; the second is the one that is looked at.
    await caller.call('GET', path);
    const plan = await slowestPlan(at, () => caller.call('GET', path));
    caller.close();
    return plan;
  } finally {
    await server.close();
  }
}

function pagesOf({ crowdedId, endedId, name, unitId, topicId }: FullHouse): Record<string, Page> {
  const crowd = `/api/sessions/${crowdedId}/registrations?limit=100`;
  return {
    catalogue: { by: 'member', path: '/api/sessions' },
    'catalogue, searched': { by: 'member', path: '/api/sessions?q=penipuan' },
    'catalogue, searched for nothing': { by: 'member', path: '/api/sessions?q=zzz' },
    'catalogue, of a topic': { by: 'member', path: `/api/sessions?topic=${topicId}` },
    'catalogue, live': { by: 'member', path: '/api/sessions?when=live' },
    'catalogue, past': { by: 'member', path: '/api/sessions?when=past' },
    'catalogue, past, searched': { by: 'member', path: '/api/sessions?when=past&q=pajak' },
    'catalogue, of days': { by: 'member', path: `/api/sessions?from=${day(0)}&to=${day(30)}` },
    'catalogue, onsite': { by: 'member', path: '/api/sessions?delivery=onsite' },
    'catalogue, hybrid': { by: 'member', path: '/api/sessions?delivery=hybrid' },
    'catalogue, English': { by: 'member', path: '/api/sessions?language=en' },
    'catalogue, with seats left': { by: 'member', path: '/api/sessions?seats=left' },
    'catalogue, all at once': {
      by: 'member',
      path: `/api/sessions?topic=${topicId}&delivery=virtual&language=id&seats=left&q=menabung&from=${day(0)}&to=${day(300)}`,
    },
    'what came to nothing for me': { by: 'member', path: '/api/my/registrations?when=refused' },
    'my registrations': { by: 'member', path: '/api/my/registrations' },
    'my past registrations': { by: 'member', path: '/api/my/registrations?when=past' },
    'the crowded session': { by: 'member', path: `/api/sessions/${crowdedId}` },
    planning: { by: 'admin', path: '/api/planning/sessions' },
    members: { by: 'admin', path: '/api/members?limit=100' },
    'members, searched': { by: 'admin', path: `/api/members?limit=100&q=${name}` },
    'registrations of the crowd': { by: 'admin', path: crowd },
    'its queue': { by: 'admin', path: `${crowd}&state=waitlisted` },
    'of one unit': { by: 'admin', path: `${crowd}&unitId=${unitId}` },
    'at the venue': { by: 'admin', path: `${crowd}&mode=onsite` },
    'at the venue, protocol asked': { by: 'admin', path: `${crowd}&protocol=asked` },
    'at the venue, protocol read, waiting': { by: 'admin', path: `${crowd}&protocol=acknowledged&state=waitlisted` },
    'of one unit, who wait at the venue': {
      by: 'admin',
      path: `${crowd}&unitId=${unitId}&mode=onsite&state=waitlisted`,
    },
    'of one unit, searched': { by: 'admin', path: `${crowd}&unitId=${unitId}&q=${name}` },
    'of nobody: rejected': { by: 'admin', path: `${crowd}&state=rejected` },
    'its registrations, searched': { by: 'admin', path: `${crowd}&q=${name}` },
    'its registrations, searched for nobody': { by: 'admin', path: `${crowd}&q=Zzz` },
    attendance: { by: 'admin', path: `/api/sessions/${endedId}/attendance?limit=100` },
    'my record': { by: 'member', path: '/api/my/record' },
  };
}

async function measured(page: string, caller: Caller, path: string): Promise<Sample> {
  const times: number[] = [];
  let status = 200;
  for (let call = 0; call < CALLS; call += 1) {
    const reply = await caller.call('GET', path);
    times.push(reply.ms);
    if (reply.status !== 200) status = reply.status;
  }
  return { page, ms: rounded(median(times)), slowest: rounded(Math.max(...times)), status };
}

function day(ahead: number): string {
  return new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);
}

function nextOf(body: string): string | undefined {
  const { nextCursor } = JSON.parse(body) as { nextCursor?: string | null };
  return nextCursor === null || nextCursor === undefined ? undefined : encodeURIComponent(nextCursor);
}
