// The operator's commands over DATABASE_URL: `node dist/cli.js COMMAND`. In a checkout, `npm run cli -- COMMAND` can do more.

import { runCommandLine } from './operations/command-line.js';

process.exitCode = await runCommandLine(process.argv.slice(2), process.env);
