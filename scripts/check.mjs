// `npm run check`: everything that can be said about the code without running it, two steps at a time, one line each.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ensureBuilt } from './build.mjs';
import { ROOT, ensureInstalled, nodeForSources } from './launch.mjs';

/** Steps do not depend on one another; the slow ones stand first, so that the short ones fill the gaps. */
const STEPS = [
  { name: 'eslint', command: ['node_modules/eslint/bin/eslint.js', '--max-warnings', '0', '.'] },
  { name: 'tsc', command: ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.json'] },
  {
    name: 'tsc (web)',
    command: ['node_modules/typescript/bin/tsc', '-p', 'web/tsconfig.json', '--noEmit'],
    needs: 'web/tsconfig.json',
  },
  { name: 'prettier', command: ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'] },
  {
    name: 'dependencies',
    command: ['node_modules/dependency-cruiser/bin/dependency-cruiser.mjs', ...['src', 'web/src'].filter(isPresent)],
  },
  { name: 'contract', command: ['scripts/contract.ts'] },
  { name: 'lock file', command: ['scripts/lock.mjs'] },
  { name: 'docs', command: ['scripts/docs.ts', '--check'] },
  { name: 'knip', command: ['node_modules/knip/bin/knip.js'] },
];
const AT_ONCE = 2;

ensureInstalled();
await ensureBuilt();
const node = nodeForSources();
const path = `${dirname(node.command)}:${process.env.PATH}`;
const waiting = STEPS.filter((step) => step.needs === undefined || isPresent(step.needs));
const failed = [];
await Promise.all(
  Array.from({ length: AT_ONCE }, async () => {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) await runStep(step);
  }),
);
if (failed.length > 0) {
  console.error(`\nNot in order: ${failed.join(', ')}`);
  process.exitCode = 1;
}

function isPresent(file) {
  return existsSync(join(ROOT, file));
}

async function runStep({ name, command }) {
  const startedAt = performance.now();
  const { code, output } = await run(command);
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  console.log(`${code === 0 ? 'ok  ' : 'FAIL'} ${name.padEnd(14)} ${seconds.padStart(5)} s`);
  if (code === 0) return;
  failed.push(name);
  console.error(output.trimEnd());
}

function run(command) {
  return new Promise((resolve) => {
    const options = { cwd: ROOT, env: { ...process.env, PATH: path }, stdio: ['ignore', 'pipe', 'pipe'] };
    const child = spawn(node.command, [...node.flags, ...command], options);
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.once('error', (error) => resolve({ code: 1, output: error.message }));
    child.once('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
