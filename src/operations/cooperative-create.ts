// `cooperative:create`: the first way into a new deployment; it needs no mail server.

import { loadConfig } from '../platform/config/config.js';
import { generatedSecret } from '../platform/config/secrets.js';
import { brokenUnique } from '../platform/database/database.js';
import { startServer } from '../server.js';
import { readOptions } from './cooperative-options.js';
import { OperationsService } from './operations.service.js';
import type { Outcome } from './outcome.js';

/** @param options as the command line gave them. */
export async function createCooperative(env: NodeJS.ProcessEnv, options: Record<string, unknown>): Promise<Outcome> {
  const verdict = readOptions(options);
  if (verdict.kind === 'refused') return { lines: verdict.faults.map((fault) => `${fault}.`), isDone: false };
  const quiet = { LOG_LEVEL: 'error', ...env };
  const config = loadConfig(quiet, generatedSecret);
  // It serves nobody and does no work behind: only the services are wanted.
  const server = await startServer({ env: quiet, runs: [] });
  try {
    const { cooperative } = verdict;
    const { url, expiresAt } = await server.app
      .get(OperationsService, { strict: false })
      .createCooperative(cooperative);
    return {
      lines: [
        `${cooperative.name} is at ${config.publicUrl}/k/${cooperative.slug}.`,
        `${cooperative.admin.name} (${cooperative.admin.number}) is its admin and signs in once with this link,`,
        `which works until ${expiresAt.toISOString()}; whoever has it is the admin:`,
        `  ${url}`,
      ],
      isDone: true,
    };
  } catch (error) {
    if (brokenUnique(error) !== 'cooperatives_slug') throw error;
    return {
      lines: [`There is a cooperative at /k/${verdict.cooperative.slug} already: choose another --slug.`],
      isDone: false,
    };
  } finally {
    await server.close();
  }
}
