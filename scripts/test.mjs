// `npm test`: every tier against servers it starts itself; the last line counts what passed, failed and was skipped.
import { accessSync, constants, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { ensureBuilt } from './build.mjs';
import { ensureInstalled, runNode } from './launch.mjs';

const OPTIONAL = [
  { name: 'Redis', commands: ['redis-server'], install: 'sudo apt-get install -y redis-server' },
  { name: 'nginx', commands: ['nginx'], install: 'sudo apt-get install -y nginx-light' },
  {
    name: 'Chromium',
    commands: ['chromium', 'chromium-browser', 'google-chrome'],
    install: 'sudo apt-get install -y chromium',
  },
];

const asked = process.argv.slice(2);
ensureInstalled();
if (needsBuild(asked)) await ensureBuilt();

const folder = mkdtempSync(join(tmpdir(), 'sinau-result-'));
const result = join(folder, 'result.json');
const jest = ['node_modules/jest/bin/jest.js', '--json', `--outputFile=${result}`, ...asked];
const code = await runNode(jest, { flags: ['--experimental-vm-modules'], env: { NODE_ENV: 'test' } });
const counts = count(result);
rmSync(folder, { recursive: true, force: true });

for (const { name, commands, install } of OPTIONAL) {
  if (!commands.some(isOnPath)) console.log(`${name} is missing, so its suites were skipped: ${install}`);
}
const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : '';
console.log(`${counts.passed} passed, ${counts.failed} failed${skipped}`);
process.exitCode = counts.failed > 0 ? 1 : code;

/** Rules and medium tests read the sources; only a run that names nothing else can do without a build. */
function needsBuild(args) {
  const files = args.filter((arg) => /^(\.\/)?(src|test)\//.test(arg));
  return files.length === 0 || files.some((file) => !/^(\.\/)?(src|test\/medium)\//.test(file));
}

function count(file) {
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0 };
  const run = JSON.parse(readFileSync(file, 'utf8'));
  // A file that could not even be loaded has no tests to count, and has failed all the same.
  const broken = run.numRuntimeErrorTestSuites;
  return { passed: run.numPassedTests, failed: run.numFailedTests + broken, skipped: run.numPendingTests };
}

function isOnPath(command) {
  return (process.env.PATH ?? '').split(delimiter).some((place) => {
    try {
      accessSync(join(place, command), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
