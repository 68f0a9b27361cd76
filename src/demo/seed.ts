// Seeds the demo on a first start: founds the cooperatives, tells their sessions in order, and answers who can sign in.

import { base, Faker, id_ID } from '@faker-js/faker';
import { randomInt } from 'node:crypto';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Clock } from '../platform/clock.js';
import { startServer } from '../server.js';
import { DEMO_ACCOUNTS } from './demo-accounts.js';
import { DemoClock } from './demo-clock.js';
import { DEMO_COOPERATIVES, KARYA_SENTOSA, type DemoCooperative } from './demo-cooperatives.js';
import { deliverAll, dropMails } from './demo-events.js';
import { removeDemo } from './demo-removal.service.js';
import { found, openAccounts, type DemoAccount } from './demo-founding.js';
import { demoPeople } from './demo-people.js';
import { actorOf, actsOf, type Act } from './demo-session-story.js';
import { servicesOf, type DemoServices } from './demo-services.js';
import { KARYA_SENTOSA_SESSIONS, NGUDI_KAWRUH_SESSIONS } from './demo-sessions.js';
import { timesOf } from './demo-timeline.js';

const DAY = 24 * 3_600_000;
const FOUNDED_DAYS_AGO = 90;
/** Without letters and digits that are read for one another: 31^12, some 59 bits. */
const PASSWORD_LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';

/**
 * Writes the accounts into the data folder (0600) when all is done, where every start finds them again. A demo without
 * that file was left half-made by a start that died, and is made anew.
 * @param env with DATABASE_URL, MIGRATION_DATABASE_URL and SINAU_DATA
 * @param now when the demo's present is
 * @returns false when there is a demo already, or somebody's own cooperative: then nothing is done
 */
export async function seedDemo(env: NodeJS.ProcessEnv, now: Date = new Clock().now()): Promise<boolean> {
  const accountsFile = join(env['SINAU_DATA'] ?? '', DEMO_ACCOUNTS);
  if (existsSync(accountsFile)) return false;
  await removeDemo(env, true);
  const clock = new DemoClock(new Date(now.getTime() - FOUNDED_DAYS_AGO * DAY));
  // Nothing is sent from within the story.
  const { SMTP_URL: _, ...quiet } = env;
  const DATABASE_URL = unhurried(env['DATABASE_URL'] ?? '');
  const server = await startServer({ env: { ...quiet, DATABASE_URL, LOG_LEVEL: 'error' }, runs: [], clock });
  try {
    const services = servicesOf(server.app, clock);
    if ((await services.cooperatives.names()).length > 0) return false;
    const told = [];
    for (const cooperative of DEMO_COOPERATIVES) told.push(await tell(services, cooperative, now));
    clock.set(now);
    await dropMails(
      services,
      told.map((one) => one.id),
    );
    const text = told.map((one) => accountLines(one.cooperative, one.accounts)).join('\n');
    await writeFile(accountsFile, text, { mode: 0o600 });
    return true;
  } finally {
    await server.close();
  }
}

/** Thousands of small commits need not each wait for the disk: the last one of all waits for every one before it. */
function unhurried(databaseUrl: string): string {
  const url = new URL(databaseUrl);
  url.searchParams.set('options', '-c synchronous_commit=off');
  return url.href;
}

async function tell(services: DemoServices, cooperative: DemoCooperative, now: Date) {
  const { clock } = services;
  clock.set(new Date(now.getTime() - FOUNDED_DAYS_AGO * DAY));
  const people = demoPeople(cooperative);
  const id = await found(services, cooperative, people);
  const accounts = await openAccounts(services, people, newPassword);
  for (const act of actsIn(services, cooperative, id, people, now)) {
    clock.set(act.at);
    await act.play();
    await deliverAll(services);
  }
  return { cooperative, id, accounts };
}

/** Every act of every session, in the order of time: chains and queues grow as they would have. */
function actsIn(
  services: DemoServices,
  cooperative: DemoCooperative,
  id: string,
  people: ReturnType<typeof demoPeople>,
  now: Date,
): Act[] {
  const sessions = cooperative === KARYA_SENTOSA ? KARYA_SENTOSA_SESSIONS : NGUDI_KAWRUH_SESSIONS;
  const actors = people.filter((person) => person.status === 'aktif').map((person) => actorOf(id, person));
  const [admin] = actors.filter((actor) => actor.roles.includes('admin'));
  const hosts = actors.filter((actor) => actor.roles.includes('facilitator'));
  const members = actors.filter((actor) => actor.roles.length === 1);
  return sessions
    .flatMap((session, index) => {
      const host = hosts[index % hosts.length];
      if (admin === undefined || host === undefined) throw new Error(`${cooperative.slug} has nobody to run a session`);
      const faker = new Faker({ locale: [id_ID, base], seed: index + cooperative.members });
      // The member one signs in as has been to everything and has a seat in what is to come.
      const [shown, ...others] = members;
      const guests = [...(shown === undefined ? [] : [shown]), ...faker.helpers.shuffle(others)];
      const cast = { admin, host, guests, now, faker };
      return actsOf(services, cast, session, timesOf(session, now, cooperative.zone));
    })
    .sort((a, b) => a.at.getTime() - b.at.getTime());
}

function newPassword(): string {
  const group = (): string =>
    Array.from({ length: 4 }, () => PASSWORD_LETTERS[randomInt(PASSWORD_LETTERS.length)]).join('');
  return [group(), group(), group()].join('-');
}

function accountLines(cooperative: DemoCooperative, accounts: readonly DemoAccount[]): string {
  const row = ({ role, number, password, name }: DemoAccount): string =>
    `  ${role.padEnd(12)} ${number.padEnd(9)} ${password}   ${name}\n`;
  return `${cooperative.name}, /k/${cooperative.slug}: role, number, password\n${accounts.map(row).join('')}`;
}
