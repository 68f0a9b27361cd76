// Says whether package-lock.json names the packages of every machine, and with --write completes it: `npm ci` insists on all of
// them, and npm forgets those that the machine which last wrote the file could not or need not have.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, refuse } from './launch.mjs';

const FILE = join(ROOT, 'package-lock.json');
const LIBC = { gnu: 'glibc', musl: 'musl' };
const CPUS = ['arm64', 'arm', 'ia32', 'loong64', 'ppc64', 'riscv64', 's390x', 'x64'];
const SYSTEMS = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32'];

const lock = JSON.parse(readFileSync(FILE, 'utf8'));
const missing = Object.entries(lock.packages).flatMap(([path, entry]) =>
  Object.entries(path === '' ? {} : (entry.optionalDependencies ?? {}))
    .filter(([name]) => !isLocked(path, name))
    .map(([name, version]) => [`node_modules/${name}`, entryFor(name, version, entry)]),
);
if (missing.length > 0) {
  if (!process.argv.includes('--write')) {
    refuse(`package-lock.json lacks ${missing.length} packages of other machines: node scripts/lock.mjs --write`);
  }
  const all = Object.entries({ ...lock.packages, ...Object.fromEntries(missing) });
  lock.packages = Object.fromEntries(all.sort(([a], [b]) => a.localeCompare(b, 'en')));
  writeFileSync(FILE, `${JSON.stringify(lock, null, 2)}\n`);
  console.log(`Added ${missing.length} packages to package-lock.json.`);
}

/** Node looks in the package's own node_modules, then in each one above it. */
function isLocked(path, name) {
  const places = path
    .split('/node_modules/')
    .map((_, index, parts) => parts.slice(0, index + 1).join('/node_modules/'));
  return ['', ...places.map((place) => `${place}/`)].some((place) => `${place}node_modules/${name}` in lock.packages);
}

/** Such packages are pinned exactly and named after their machine: @scope/part-linux-x64-musl. */
function entryFor(name, version, parent) {
  if (!/^\d+\.\d+\.\d+/.test(version)) refuse(`${name}@${version} is not pinned exactly: lock it by hand.`);
  const words = name.split(/[/-]/);
  const os = SYSTEMS.filter((system) => words.includes(system));
  const cpu = CPUS.filter((kind) => words.includes(kind));
  if (os.length !== 1 || cpu.length !== 1) refuse(`${name} does not say for which machine it is: lock it by hand.`);
  const libc = os[0] === 'linux' ? Object.keys(LIBC).filter((kind) => words.includes(kind)) : [];
  return {
    version,
    cpu,
    ...(parent.dev ? { dev: true } : {}),
    ...(libc.length > 0 ? { libc: libc.map((kind) => LIBC[kind]) } : {}),
    optional: true,
    os,
  };
}
