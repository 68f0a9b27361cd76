// The commands that need the application's services: they serve nobody, and do no work behind.

import { loadConfig } from '../platform/config/config.js';
import { generatedSecret } from '../platform/config/secrets.js';
import { brokenUnique } from '../platform/database/database.js';
import { DomainError } from '../platform/errors.js';
import { startServer } from '../server.js';
import { readOptions } from './cooperative-options.js';
import { OperationsService, type OneTimeLink } from './operations.service.js';
import type { Outcome } from './outcome.js';

/**
 * `cooperative:create`: the first way into a new deployment; it needs no mail server.
 * @param options as the command line gave them.
 */
export async function createCooperative(env: NodeJS.ProcessEnv, options: Record<string, unknown>): Promise<Outcome> {
  const verdict = readOptions(options);
  if (verdict.kind === 'refused') return { lines: verdict.faults.map((fault) => `${fault}.`), isDone: false };
  const { cooperative } = verdict;
  const { publicUrl } = loadConfig(env, generatedSecret);
  try {
    const link = await withServices(env, (operations) => operations.createCooperative(cooperative));
    return {
      lines: [
        `${cooperative.name} is at ${publicUrl}/k/${cooperative.slug}.`,
        ...saying(`${cooperative.admin.name} (${cooperative.admin.number}) is its admin and`, link),
      ],
      isDone: true,
    };
  } catch (error) {
    if (brokenUnique(error) !== 'cooperatives_slug') throw error;
    return {
      lines: [`There is a cooperative at /k/${cooperative.slug} already: choose another --slug.`],
      isDone: false,
    };
  }
}

/** `member:link`: the way back in for somebody whom no admin can help, such as the only admin who lost phone and mail. */
export async function linkMember(env: NodeJS.ProcessEnv, slug: string, number: string): Promise<Outcome> {
  try {
    const link = await withServices(env, (operations) => operations.linkMember(slug, number));
    return { lines: saying(`${link.name} (${number})`, link), isDone: true };
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'not-found') throw error;
    return { lines: [`There is no member ${number} at /k/${slug} who may sign in.`], isDone: false };
  }
}

async function withServices<T>(env: NodeJS.ProcessEnv, act: (operations: OperationsService) => Promise<T>): Promise<T> {
  const server = await startServer({ env: { LOG_LEVEL: 'error', ...env }, runs: [] });
  try {
    return await act(server.app.get(OperationsService, { strict: false }));
  } finally {
    await server.close();
  }
}

function saying(who: string, { url, expiresAt }: OneTimeLink): string[] {
  return [
    `${who} signs in once with this link,`,
    `which works until ${expiresAt.toISOString()}; whoever has it is that person:`,
    `  ${url}`,
  ];
}
