// `npm run -s bench -- NAME` and `npm run -s drill -- NAME`: one file each, run on the built sources; alone, it lists them.
import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { ensureBuilt } from './build.mjs';
import { ROOT, ensureInstalled, refuse, runNode } from './launch.mjs';

const [kind, name, ...args] = process.argv.slice(2);
const folder = kind === 'drill' ? 'bench/drills' : 'bench';
const known = (existsSync(join(ROOT, folder)) ? readdirSync(join(ROOT, folder)) : [])
  .filter((file) => file.endsWith('.ts'))
  .map((file) => basename(file, '.ts'));
if (!known.includes(name)) refuse(`Usage: npm run -s ${kind} -- ${known.join(' | ') || 'NAME (there is none here)'}`);

ensureInstalled();
await ensureBuilt();
process.exitCode = await runNode([`${folder}/${name}.ts`, ...args]);
