// Draws uploaded pictures anew, at the sizes that are shown: what comes out holds nothing but the picture.

import { Injectable, Logger } from '@nestjs/common';
import { DomainError, messageOf } from '../errors.js';
import { MOST_PIXELS } from './file.rules.js';

const SIDES = { large: 1_600, small: 480 } as const;
/** What Open Graph asks for. */
export const SHARE_SIZE = { width: 1_200, height: 630 } as const;
const QUALITY = 80;
const TIMEOUT_SECONDS = 20;

@Injectable()
export class Images {
  private readonly logger = new Logger(Images.name);

  /**
   * Upright, without where and by what it was taken, the first picture of one that moves.
   * @throws DomainError invalid-file for what cannot be read, or unfolds to more than a camera makes
   */
  async webpsOf(bytes: Buffer): Promise<Record<keyof typeof SIDES, Buffer>> {
    try {
      await this.assertMeasured(bytes);
      // One after the other: each may hold the whole picture in memory.
      return { large: await this.webp(bytes, SIDES.large), small: await this.webp(bytes, SIDES.small) };
    } catch (error) {
      if (error instanceof DomainError) throw error;
      this.logger.warn(`A picture could not be read: ${messageOf(error)}`);
      throw new DomainError('invalid-file', [{ path: 'file', rule: 'format' }]);
    }
  }

  /** As chats show a link: cut to the middle, in the one format that all of them draw. @param picture one of `webpsOf` */
  async shareOf(picture: Buffer): Promise<Buffer> {
    const sharp = await drawer();
    return sharp(picture, { limitInputPixels: MOST_PIXELS })
      .timeout({ seconds: TIMEOUT_SECONDS })
      .resize({ ...SHARE_SIZE, fit: 'cover' })
      .flatten({ background: 'white' })
      .jpeg({ quality: QUALITY, mozjpeg: true })
      .toBuffer();
  }

  /** Told by its head, before anything is unfolded. */
  private async assertMeasured(bytes: Buffer): Promise<void> {
    const sharp = await drawer();
    const { width, height } = await sharp(bytes, { limitInputPixels: false }).metadata();
    if (width * height <= MOST_PIXELS) return;
    const limit = `${String(MOST_PIXELS / 1_000_000)} MP`;
    throw new DomainError('invalid-file', [{ path: 'file', rule: 'too-large', limit }]);
  }

  private async webp(bytes: Buffer, side: number): Promise<Buffer> {
    const sharp = await drawer();
    return sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
      .timeout({ seconds: TIMEOUT_SECONDS })
      .autoOrient()
      .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: QUALITY })
      .toBuffer();
  }
}

/** Loaded with the first picture: most processes never see one, and it is the largest library of all. */
async function drawer(): Promise<(typeof import('sharp'))['default']> {
  return (await import('sharp')).default;
}
