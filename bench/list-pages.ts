// Every list page of a cooperative of 100,000, over HTTP: each under 50 ms in the middle, whichever page it is.
import { Caller } from './support/caller.ts';
import { fillHouse, type FullHouse } from './support/full-house.ts';
import { aHome } from './support/people.ts';
import { openPlace } from './support/place.ts';
import { median, report, rounded } from './support/report.ts';
import { Server } from './support/server.ts';

const GOAL_MS = 50;
const CALLS = 15;

const place = await openPlace();
try {
  const home = await aHome(place.pool, 0);
  const filledAt = performance.now();
  const house = await fillHouse(place, home);
  console.log(`Filled in ${String(rounded((performance.now() - filledAt) / 1_000))} s.`);
  const server = await Server.start(place);
  try {
    const [adminCookie = '', memberCookie = ''] = await server.signIn([house.adminId, house.keenId]);
    const admin = await Caller.open(server.url, adminCookie);
    const member = await Caller.open(server.url, memberCookie);
    const samples: { page: string; ms: number; slowest: number; status: number }[] = [];
    for (const [page, { by, path }] of Object.entries(pagesOf(house))) {
      const caller = by === 'admin' ? admin : member;
      // The first call of a route compiles it and warms its pages: everybody after it waits for neither.
      const first = await caller.call('GET', path);
      samples.push(await measured(page, caller, path));
      const cursor = nextOf(first.body);
      if (cursor !== undefined) {
        samples.push(
          await measured(`${page}, next`, caller, `${path}${path.includes('?') ? '&' : '?'}cursor=${cursor}`),
        );
      }
    }
    const worst = samples.reduce((a, b) => (b.ms > a.ms ? b : a));
    report({
      name: 'list-pages',
      ratio: rounded(worst.ms),
      goal: `<= ${String(GOAL_MS)}`,
      unit: 'ms, the slowest page',
      yardstick: null,
      slowest: worst.page,
      invariants: { 'every page was answered': samples.every(({ status }) => status === 200) },
      samples,
    });
    admin.close();
    member.close();
  } finally {
    await server.close();
  }
} finally {
  await place.close();
}

function pagesOf({ crowdedId, endedId, name }: FullHouse): Record<string, { by: 'admin' | 'member'; path: string }> {
  const crowd = `/api/sessions/${crowdedId}/registrations?limit=100`;
  return {
    catalogue: { by: 'member', path: '/api/sessions' },
    'catalogue, searched': { by: 'member', path: '/api/sessions?q=penipuan' },
    'my registrations': { by: 'member', path: '/api/my/registrations' },
    'my past registrations': { by: 'member', path: '/api/my/registrations?when=past' },
    'the crowded session': { by: 'member', path: `/api/sessions/${crowdedId}` },
    planning: { by: 'admin', path: '/api/planning/sessions' },
    members: { by: 'admin', path: '/api/members?limit=100' },
    'members, searched': { by: 'admin', path: `/api/members?limit=100&q=${name}` },
    'registrations of the crowd': { by: 'admin', path: crowd },
    'its queue': { by: 'admin', path: `${crowd}&state=waitlisted` },
    'its registrations, searched': { by: 'admin', path: `${crowd}&q=${name}` },
    'its registrations, searched for nobody': { by: 'admin', path: `${crowd}&q=Zzz` },
    attendance: { by: 'admin', path: `/api/sessions/${endedId}/attendance?limit=100` },
    'my record': { by: 'member', path: '/api/my/record' },
  };
}

async function measured(page: string, caller: Caller, path: string) {
  const times: number[] = [];
  let status = 200;
  for (let call = 0; call < CALLS; call += 1) {
    const reply = await caller.call('GET', path);
    times.push(reply.ms);
    if (reply.status !== 200) status = reply.status;
  }
  return { page, ms: rounded(median(times)), slowest: rounded(Math.max(...times)), status };
}

function nextOf(body: string): string | undefined {
  const { nextCursor } = JSON.parse(body) as { nextCursor?: string | null };
  return nextCursor === null || nextCursor === undefined ? undefined : encodeURIComponent(nextCursor);
}
