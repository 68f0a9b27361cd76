// Writes the tables of the documentation that the code knows better: settings from their schema, events from the sources.
// `npm run docs` writes; with --check it only says what is stale.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { loadConfigSchema } from './built.ts';

const ROOT = dirname(import.meta.dirname);
const isChecking = process.argv.includes('--check');

const stale = [
  await fill('README.md', 'configuration', await settingsTable()),
  await fill('ARCHITECTURE.md', 'events', await eventsTable()),
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
  const schema = await loadConfigSchema();
  const rows = Object.entries(schema.shape).map(([name, field]) => {
    const unset = field.safeParse(undefined);
    const value = unset.success ? (unset.data === undefined ? '' : `\`${String(unset.data)}\``) : '*required*';
    return [`\`${name}\``, value, field.description ?? ''];
  });
  return tableOf(['variable', 'default', 'meaning'], rows);
}

async function eventsTable(): Promise<string> {
  const names = [...(await source('src/contracts/events.ts')).matchAll(/^ {2}'([\w.-]+)': \{/gm)].map((hit) => hit[1]);
  const files = await Promise.all((await sourcesIn('src')).map(async (file) => ({ file, text: await source(file) })));
  const holding = (pattern: (name: string) => RegExp, name: string): string => {
    const found = files.filter(({ text }) => pattern(name).test(text)).map(({ file }) => file);
    return [...new Set(found.map((file) => `\`${relative('src', file)}\``))].join('<br>');
  };
  const emits = (name: string): RegExp =>
    new RegExp(`(append|appendMany|emit)\\(\\s*[\\w.]+,\\s*'${name}'|event: '${name}'`);
  const handles = (name: string): RegExp => new RegExp(`@OnEvent\\('${name}'\\)`);
  const rows = names.flatMap((name) =>
    name === undefined ? [] : [[`\`${name}\``, holding(emits, name), holding(handles, name)]],
  );
  return tableOf(['event', 'emitted by', 'handled by'], rows);
}

function tableOf(head: readonly string[], rows: readonly string[][]): string {
  const cells = (row: readonly string[]): string => `| ${row.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [cells(head), cells(head.map(() => '---')), ...rows.map(cells)].join('\n');
}

function source(file: string): Promise<string> {
  return readFile(join(ROOT, file), 'utf8');
}

async function sourcesIn(folder: string): Promise<string[]> {
  const entries = await readdir(join(ROOT, folder), { recursive: true });
  return entries
    .filter((name) => name.endsWith('.ts') && !/\.(spec|decorator)\.ts$/.test(name))
    .sort()
    .map((name) => join(folder, name));
}
