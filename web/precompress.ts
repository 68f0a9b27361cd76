// Writes a .br and a .gz beside every built text file, so that the server compresses nothing while it serves.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

const TEXT = /\.(js|css|html|svg|json|webmanifest|txt)$/;
/** Below this a compressed copy saves less than a packet. */
const WORTH_IT_BYTES = 1_000;

export function precompress(): Plugin {
  let out = '';
  return {
    name: 'sinau-precompress',
    apply: 'build',
    enforce: 'post',
    configResolved(config) {
      out = join(config.root, config.build.outDir);
    },
    closeBundle: {
      order: 'post',
      // After the service worker was written, which is one of the files.
      sequential: true,
      handler() {
        for (const entry of readdirSync(out, { recursive: true, withFileTypes: true })) {
          const path = join(entry.parentPath, entry.name);
          if (entry.isFile() && TEXT.test(entry.name)) compress(path);
        }
      },
    },
  };
}

function compress(path: string): void {
  const bytes = readFileSync(path);
  if (bytes.length < WORTH_IT_BYTES) return;
  writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }));
  writeFileSync(`${path}.br`, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));
}
