// The operator's commands: what each is called, takes and answers. `npm run cli -- --help` lists them.

import { Command, CommanderError } from 'commander';
import { removeDemo } from '../demo/demo-removal.service.js';
import { ConfigError } from '../platform/config/config.js';
import { diagnose } from './doctor.js';
import type { Embedded, OpenDatabase } from './embedded.js';
import { describeHoldings } from './holdings.js';
import { migrateDatabase } from './migrate-database.js';
import type { Outcome } from './outcome.js';

type Action = (env: NodeJS.ProcessEnv) => Promise<Outcome>;

const ELSEWHERE = {
  backup: [
    'This deployment has its own PostgreSQL: back that up with its own tools, and the data folder with yours.',
    '  pg_dump --format=custom --file=sinau.dump "$MIGRATION_DATABASE_URL"',
    '  tar -czf sinau-data.tar.gz -C "$SINAU_DATA" .',
  ],
  restore: [
    'This deployment has its own PostgreSQL: restore it with its own tools into an empty database, and the data folder with yours.',
    '  pg_restore --exit-on-error --no-privileges --dbname="$MIGRATION_DATABASE_URL" sinau.dump',
    '  tar -xzf sinau-data.tar.gz -C "$SINAU_DATA"',
    '  npm run cli -- migrate',
  ],
};

/**
 * @param args what stands after the program's name
 * @param env the environment; @param embedded where it names no database and a checkout has its own
 * @returns the exit code: 0 done, 1 not done
 */
export async function runCommandLine(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  embedded?: Embedded,
): Promise<number> {
  const exit = { code: 0 };
  const answer = (outcome: Outcome): void => {
    process.stdout.write(outcome.lines.map((line) => `${line}\n`).join(''));
    exit.code = outcome.isDone ? 0 : 1;
  };
  const overDatabase = async (action: Action, isMigrated = true): Promise<void> => {
    const open = await openDatabase(env, embedded, isMigrated);
    try {
      answer(await action(open.env));
    } finally {
      await open.close();
    }
  };
  try {
    await program(overDatabase, answer, embedded).parseAsync(args, { from: 'user' });
    return exit.code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode;
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  }
}

function program(
  overDatabase: (action: Action, isMigrated?: boolean) => Promise<void>,
  answer: (outcome: Outcome) => void,
  embedded: Embedded | undefined,
): Command {
  const sinau = new Command('sinau').description("The operator's commands.").exitOverride().showHelpAfterError();
  // Inherited by the commands below: none of them may end the process while a database is open.
  const command = (line: string, says: string): Command => sinau.command(line).description(says).exitOverride();

  command('migrate', 'bring the database to this version').action(() => overDatabase(migrateDatabase, false));

  command('cooperative:create', "make a cooperative and its first admin, and print the admin's one-time link")
    .requiredOption('--slug <slug>', 'its address, /k/<slug>')
    .requiredOption('--name <name>', 'its name')
    .requiredOption('--admin-name <name>', "the admin's full name")
    .requiredOption('--admin-number <number>', "the admin's member number")
    .option('--admin-email <address>', "the admin's e-mail address")
    .option('--zone <zone>', 'its time zone', 'Asia/Jakarta')
    .option('--colour <colour>', 'its colour, #rrggbb', '#0b6e4f')
    .option('--language <language>', 'its language, id or en', 'id')
    .action(async (options: Record<string, unknown>) => {
      // The whole application, which the other commands need not wait for.
      const { createCooperative } = await import('./service-commands.js');
      await overDatabase((env) => createCooperative(env, options));
    });

  command(
    'member:link <slug> <number>',
    'print a one-time link that signs this member in, such as an admin locked out',
  ).action(async (slug: string, number: string) => {
    const { linkMember } = await import('./service-commands.js');
    await overDatabase((env) => linkMember(env, slug, number));
  });

  command('doctor', 'check this deployment and say what to do about each problem')
    .option('--mail-to <address>', 'also send a test mail to this address')
    .action((options: { mailTo?: string }) => overDatabase((env) => diagnose(env, options), false));

  command('demo:remove', 'delete the demo cooperatives, and no others')
    .option('--yes', 'delete what is listed')
    .action((options: { yes?: boolean }) => overDatabase((env) => removeDemo(env, options.yes === true)));

  command('backup <file>', 'put the embedded database, uploads and secrets into one file').action(
    async (file: string) => {
      if (embedded === undefined) answer({ lines: ELSEWHERE.backup, isDone: false });
      else answer({ lines: [await embedded.backUp(file)], isDone: true });
    },
  );

  command('restore <file>', 'bring a backup into an empty data folder')
    .option('--force', 'move what is in the data folder aside')
    .action(async (file: string, options: { force?: boolean }) => {
      if (embedded === undefined) {
        answer({ lines: ELSEWHERE.restore, isDone: false });
        return;
      }
      const said = await embedded.restore(file, { isForced: options.force === true });
      await overDatabase(async (env) => {
        const holdings = await describeHoldings(env);
        return { lines: [said, ...holdings.lines], isDone: holdings.isDone };
      }, false);
    });
  return sinau;
}

async function openDatabase(
  env: NodeJS.ProcessEnv,
  embedded: Embedded | undefined,
  isMigrated: boolean,
): Promise<OpenDatabase> {
  if (embedded !== undefined) return embedded.open({ isMigrated });
  if ((env['DATABASE_URL'] ?? '') === '') throw new ConfigError(['DATABASE_URL: set it to your PostgreSQL']);
  return { env, close: () => Promise.resolve() };
}
