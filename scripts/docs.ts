// Writes the tables of the documentation that the code knows better: settings from their schema, events from the sources.
// `npm run docs` writes; with --check it only says what is stale.
import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { loadConfigModule } from './built.ts';
import { eventUses, type EventUse } from './event-table.ts';

const ROOT = dirname(import.meta.dirname);
const isChecking = process.argv.includes('--check');

const uses = eventUses(ROOT);
const unborn = uses.filter(({ emitters }) => emitters.length === 0).map(({ name }) => name);
if (unborn.length > 0) {
  console.error(`Nothing emits ${unborn.join(', ')}: emit it, or take it out of src/contracts/events.ts.`);
  process.exit(1);
}
const stale = [
  await fill('README.md', 'configuration', await settingsTable()),
  await fill('ARCHITECTURE.md', 'events', eventsTable(uses)),
].flat();
if (isChecking && stale.length > 0) {
  console.error(`Stale tables in ${stale.join(', ')}: run \`npm run docs\` and commit.`);
  process.exit(1);
}

/** @returns the page's name when what stands between its marks was not `table`. */
async function fill(page: string, mark: string, table: string): Promise<string[]> {
  const path = join(ROOT, page);
  const text = await readFile(path, 'utf8');
  const between = new RegExp(`(<!-- ${mark} -->\n)[^]*?(<!-- /${mark} -->)`);
  const raw = text.replace(between, (_, open: string, close: string) => `${open}\n${table}\n\n${close}`);
  const filled = await format(raw, { ...(await resolveConfig(path)), parser: 'markdown' });
  if (filled === text) return [];
  if (!isChecking) await writeFile(path, filled);
  return [page];
}

async function settingsTable(): Promise<string> {
  const { configSchema: schema } = await loadConfigModule();
  const rows = Object.entries(schema.shape).map(([name, field]) => {
    const unset = field.safeParse(undefined);
    const value = unset.success ? (unset.data === undefined ? '' : `\`${String(unset.data)}\``) : '*required*';
    return [`\`${name}\``, value, field.description ?? ''];
  });
  return tableOf(['variable', 'default', 'meaning'], rows);
}

function eventsTable(uses: readonly EventUse[]): string {
  const cell = (files: readonly string[]): string => files.map((file) => `\`${file}\``).join('<br>');
  const rows = uses.map(({ name, emitters, handlers }) => [
    `\`${name}\``,
    cell(emitters),
    handlers.length === 0 ? '_nobody_' : cell(handlers),
  ]);
  return tableOf(['event', 'emitted by', 'handled by'], rows);
}

function tableOf(head: readonly string[], rows: readonly string[][]): string {
  const cells = (row: readonly string[]): string => `| ${row.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [cells(head), cells(head.map(() => '---')), ...rows.map(cells)].join('\n');
}
