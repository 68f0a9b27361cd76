// Builds what is stale and nothing else: the server into dist/, the web app into web/dist. `node scripts/build.mjs` builds both.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT, ensureInstalled, refuse, runNode } from './launch.mjs';

const SHARED = ['package-lock.json', 'tsconfig.json'];
const PARTS = [
  {
    name: 'server',
    out: 'dist',
    sources: ['src', 'tsconfig.build.json', ...SHARED],
    command: ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'],
    clean: pruneServer,
  },
  {
    name: 'web app',
    out: 'web/dist',
    sources: ['web', 'src/contracts', ...SHARED],
    command: ['node_modules/vite/bin/vite.js', 'build', '--config', 'web/vite.config.ts', '--logLevel', 'warn'],
    isPresent: () => existsSync(join(ROOT, 'web/vite.config.ts')),
  },
];

/** Says whether dist/ and web/dist were made from the sources as they are now. */
export function isBuilt() {
  return PARTS.every((part) => part.isPresent?.() === false || stampOf(part) === hashOf(part));
}

export async function ensureBuilt() {
  for (const part of PARTS) {
    if (part.isPresent?.() === false) continue;
    const hash = hashOf(part);
    if (stampOf(part) === hash) continue;
    console.error(`Building the ${part.name} ...`);
    // No stamp while it builds: an interrupted build is stale.
    rmSync(stampFile(part), { force: true });
    if ((await runNode(part.command)) !== 0) refuse(`The ${part.name} could not be built: see the lines above.`);
    part.clean?.();
    mkdirSync(join(ROOT, part.out), { recursive: true });
    writeFileSync(stampFile(part), hash);
  }
}

/** By content, not by time: a checkout touches files it does not change. */
function hashOf(part) {
  const hash = createHash('sha256');
  for (const source of part.sources) {
    const path = join(ROOT, source);
    for (const file of existsSync(path) ? filesIn(path) : []) {
      hash.update(relative(ROOT, file)).update('\0').update(readFileSync(file)).update('\0');
    }
  }
  return hash.digest('hex');
}

function filesIn(path) {
  try {
    const entries = readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
    return entries.flatMap((entry) => {
      if (entry.name === 'dist' || entry.name === 'node_modules' || /\.spec\.tsx?$/.test(entry.name)) return [];
      return entry.isDirectory() ? filesIn(join(path, entry.name)) : [join(path, entry.name)];
    });
  } catch (error) {
    if (error.code === 'ENOTDIR') return [path];
    throw error;
  }
}

/** tsc forgets what it wrote for a source that is gone; a migration that no longer exists must not run. */
function pruneServer() {
  const dist = join(ROOT, 'dist');
  for (const file of filesIn(dist)) {
    const source = /^(.*)\.js(\.map)?$/.exec(relative(dist, file))?.[1];
    if (source === undefined) continue;
    if (!['.ts', '.tsx'].some((end) => existsSync(join(ROOT, 'src', source + end)))) rmSync(file);
  }
}

function stampFile(part) {
  return join(ROOT, part.out, '.built-from');
}

function stampOf(part) {
  return existsSync(stampFile(part)) ? readFileSync(stampFile(part), 'utf8') : undefined;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  ensureInstalled();
  await ensureBuilt();
}
