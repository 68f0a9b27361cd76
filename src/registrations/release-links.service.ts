// The link in a mail that gives a place back without a sign-in: signed, for one registration, and good for nothing else.

import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.module.js';
import { isSigned, signatureOf } from '../platform/signatures.js';

const PURPOSE = 'release-place';
const tokenSchema = z.tuple([z.uuid(), z.string()]);

@Injectable()
export class ReleaseLinks {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** The token stands in the fragment, which no server and no log is sent; the page posts it when its reader says so. */
  to(registrationId: string): string {
    const signature = signatureOf(this.config.secret, PURPOSE, registrationId);
    return `${this.config.publicUrl}/lepas#${registrationId}.${signature}`;
  }

  /** The registration's id; undefined for a token that was made up or changed. */
  read(token: string): string | undefined {
    const parsed = tokenSchema.safeParse(token.split('.'));
    if (!parsed.success) return undefined;
    const [registrationId, signature] = parsed.data;
    return isSigned(this.config.secret, PURPOSE, registrationId, signature) ? registrationId : undefined;
  }
}
