// What every command does first: the right packages, the right Node, a build that matches the sources. Node 20 can read it.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const PINNED_NODE = join(ROOT, 'node_modules/.bin/node');

/** Installs unless node_modules already holds what the lock file says, whoever put it there. */
export function ensureInstalled() {
  if (isInstalled()) return;
  console.error('Installing packages ...');
  const npm = process.env.npm_execpath;
  const [command, first] = npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []];
  // NODE_ENV=production would leave out what the build needs.
  const args = [...first, 'ci', '--include=dev', '--include=optional', '--no-audit', '--loglevel=error'];
  const { status } = spawnSync(command, args, { cwd: ROOT, stdio: ['ignore', 2, 2] });
  if (status !== 0) refuse('The packages could not be installed: see the lines above.');
}

function isInstalled() {
  const wanted = readPackages('package-lock.json');
  const present = readPackages('node_modules/.package-lock.json');
  if (!wanted || !present) return false;
  // An optional package may be absent: most of them are for other machines. A left-over one may stand before the right one.
  const isRight = ([path, { version, optional }]) =>
    path === '' ||
    (present[path] ? present[path].version === version && existsSync(join(ROOT, path)) : optional === true);
  return Object.entries(wanted).every(isRight) && Object.keys(present).every((path) => path in wanted);
}

function readPackages(file) {
  const path = join(ROOT, file);
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : undefined;
}

/** The Node that the lock file pins; where there is none for this machine, the one that runs, if it is new enough. */
export function nodeForSources() {
  if (existsSync(PINNED_NODE)) return { command: PINNED_NODE, flags: [] };
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 22 || (major === 22 && minor < 12)) {
    refuse(`Sinau needs Node 22.12 or newer on this machine, and this is ${process.versions.node}.`);
  }
  const readsTypes = major > 22 || minor >= 18;
  return { command: process.execPath, flags: readsTypes ? [] : ['--experimental-strip-types'] };
}

/**
 * Runs a file of this project under the right Node, with that Node first on PATH, and hands signals on to it.
 * @returns its exit code
 */
export function runNode(args, { env = {}, flags = [], stdio = 'inherit' } = {}) {
  const node = nodeForSources();
  const path = [dirname(node.command), process.env.PATH].join(delimiter);
  const quiet = '--disable-warning=ExperimentalWarning';
  const options = { cwd: ROOT, env: { ...process.env, ...env, PATH: path }, stdio };
  const child = spawn(node.command, [...node.flags, quiet, ...flags, ...args], options);
  const handOn = (signal) => child.kill(signal);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, handOn);
  // npm killed outright tells nobody: its child notices that it has another parent now, and ends what it started.
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid !== parent) handOn('SIGTERM');
  }, 500);
  return new Promise((resolve) => {
    child.once('error', (error) => {
      clearInterval(watch);
      console.error(error.message);
      resolve(1);
    });
    child.once('exit', (code, signal) => {
      clearInterval(watch);
      resolve(code ?? (signal === 'SIGINT' ? 130 : 143));
    });
  });
}

/** Ends with one clear sentence. */
export function refuse(sentence) {
  console.error(sentence);
  process.exit(1);
}
