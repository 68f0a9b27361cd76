// The web app's one document, as it was built, with a head of its own for pages that people share.

import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { withHead, type PageHead } from './page-head.js';

/** Where vite puts the built app. */
export const WEB_ROOT = join(import.meta.dirname, '../../../web/dist');

/** Without a built app a link still says what it is about. */
const BARE = '<!doctype html>\n<html>\n  <head>\n  </head>\n  <body></body>\n</html>\n';

@Injectable()
export class WebShell {
  readonly isBuilt = existsSync(join(WEB_ROOT, 'index.html'));
  private readonly html = this.isBuilt ? readFileSync(join(WEB_ROOT, 'index.html'), 'utf8') : BARE;

  /** @param head for who only sees the link; undefined: the page is nobody's business but its reader's. */
  async send(reply: FastifyReply, head: PageHead | undefined): Promise<void> {
    await reply
      .header('content-type', 'text/html; charset=utf-8')
      .header('cache-control', 'no-cache')
      .header('vary', 'accept-language')
      .send(head === undefined ? this.html : withHead(this.html, head));
  }
}
