// Links to files that need no sign-in: signed by the deployment, good for a while, and for one file only.

import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Clock } from '../clock.js';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { isSigned, signatureOf } from '../signatures.js';
import { linkExpiry, type FileUse } from './file.rules.js';

const linkSchema = z.tuple([
  z.uuid(),
  z.enum(['large', 'small', 'original']),
  z
    .string()
    .regex(/^\d{1,12}$/)
    .transform(Number),
  z.string(),
]);

export interface LinkedFile {
  readonly fileId: string;
  readonly variant: 'large' | 'small' | 'original';
  readonly expiresAt: Date;
}

const PURPOSE = 'file-link';

@Injectable()
export class FileLinks {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** A path on this server. That the reader may have the file was asked before. */
  to(fileId: string, use: FileUse, variant: LinkedFile['variant']): string {
    const expires = Math.floor(linkExpiry(use, this.clock.now()).getTime() / 1_000);
    const claim = `${fileId}.${variant}.${String(expires)}`;
    return `/api/files/${claim}.${signatureOf(this.config.secret, PURPOSE, claim)}`;
  }

  /** Undefined for a link that was made up, changed, or is over. */
  read(link: string): LinkedFile | undefined {
    const parsed = linkSchema.safeParse(link.split('.'));
    if (!parsed.success) return undefined;
    const [fileId, variant, expires, signature] = parsed.data;
    const claim = link.slice(0, link.lastIndexOf('.'));
    if (!isSigned(this.config.secret, PURPOSE, claim, signature)) return undefined;
    const expiresAt = new Date(expires * 1_000);
    return expiresAt > this.clock.now() ? { fileId, variant, expiresAt } : undefined;
  }
}
