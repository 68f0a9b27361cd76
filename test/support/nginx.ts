// nginx with the configuration of docs/nginx.conf, on free ports of this machine and without TLS; where the machine has
// none, its suites count as skipped.
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe } from '@jest/globals';
import { freePort } from '../../scripts/embedded/ports.ts';
import { isOnPath, startGuarded } from './guarded.js';
import { ROOT } from './started.js';

/** `describe`, or `describe.skip` where there is no nginx: the run then says how to install it. */
export const describeWithNginx: typeof describe | typeof describe.skip = isOnPath('nginx') ? describe : describe.skip;

export interface TestNginx {
  readonly url: string;
  /** Its files on disk: where it would put what it does not keep in memory. */
  readonly folder: string;
  stop(): Promise<void>;
}

const LOOKS = 500;

/**
 * Serves on the port.
 * @param port as the nodes' PUBLIC_URL says. @param nodes their addresses @throws Error with what nginx said when it ends
 */
export async function startNginx(port: number, nodes: readonly string[]): Promise<TestNginx> {
  const folder = await mkdtemp(join(tmpdir(), 'sinau-nginx-'));
  const documented = await readFile(join(ROOT, 'docs/nginx.conf'), 'utf8');
  const config = join(folder, 'nginx.conf');
  const temp = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (kind) => `${kind}_temp_path ${folder}/${kind};`,
  );
  await Promise.all(['client_body', 'proxy'].map((kind) => mkdir(join(folder, kind))));
  await writeFile(
    config,
    `daemon off; master_process off; pid ${folder}/nginx.pid; error_log stderr warn;
     events { worker_connections 512; }
     http { access_log off; ${temp.join(' ')}
     ${onLoopback(documented, port, await freePort(), nodes)} }`,
  );
  const nginx = startGuarded('nginx', ['-p', folder, '-c', config]);
  let said = '';
  for (const stream of [nginx.stdout, nginx.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const stop = async (): Promise<void> => {
    nginx.end();
    await nginx.gone;
    await rm(folder, { recursive: true, force: true });
  };
  const url = `http://127.0.0.1:${String(port)}`;
  for (let look = 0; look < LOOKS && !said.includes('[emerg]'); look += 1) {
    const answer = await fetch(`${url}/health/live`).catch(() => undefined);
    await answer?.arrayBuffer();
    if (answer?.status === 200) return { url, folder, stop };
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  await stop();
  throw new Error(`nginx did not start: ${said}`);
}

/** What of the documented file is a deployment's own: addresses, ports and the certificate. */
function onLoopback(documented: string, port: number, plainPort: number, nodes: readonly string[]): string {
  const listed = nodes.map((node) => new URL(node).host);
  return documented
    .replaceAll(/^\s*listen \[::\].*$/gm, '')
    .replaceAll(/^\s*ssl_.*$/gm, '')
    .replace('listen 443 ssl http2;', `listen 127.0.0.1:${String(port)};`)
    .replace('listen 80;', `listen 127.0.0.1:${String(plainPort)};`)
    .replace('127.0.0.1:3000', listed[0] ?? '')
    .replace('127.0.0.1:3001', listed[1] ?? '');
}
