// Takes uploads in by what their bytes are, hands them out by signed links, and throws away what nothing refers to.

import { Injectable, Logger } from '@nestjs/common';
import { fileTypeFromBuffer } from 'file-type';
import { createHash } from 'node:crypto';
import type { Actor } from '../../contracts/permissions.js';
import { Clock } from '../clock.js';
import { Database } from '../database/database.js';
import type { Tx } from '../database/tx.js';
import { DomainError, found, messageOf } from '../errors.js';
import type { Upload } from '../http/upload.js';
import { newId } from '../ids.js';
import { FileLinks } from './file-links.js';
import { FileStore } from './file-store.js';
import { fileFaults, isImage, mostBytesOf, savedName, tooLarge, type FileUse } from './file.rules.js';
import { Images } from './images.js';
import { StoredFile } from './stored-file.entity.js';

/** As long as a request may take to refer to what it brought, many times over. */
const UNKEPT_MS = 3_600_000;
const PURGE_AT_ONCE = 100;

@Injectable()
export class FilesService {
  private readonly logger = new Logger(FilesService.name);

  constructor(
    private readonly database: Database,
    private readonly store: FileStore,
    private readonly images: Images,
    private readonly links: FileLinks,
    private readonly clock: Clock,
  ) {}

  /**
   * It is thrown away within hours unless `keep` is called in the transaction that refers to it.
   * @throws DomainError invalid-file for what it is, or its size; a refused file leaves nothing
   */
  async take(actor: Pick<Actor, 'cooperativeId'>, upload: Upload, use: FileUse): Promise<StoredFile> {
    const bytes = await bytesOf(upload, mostBytesOf(use));
    const type = (await fileTypeFromBuffer(bytes))?.mime;
    const faults = fileFaults(use, type, bytes.length);
    if (type === undefined || faults.length > 0) throw new DomainError('invalid-file', faults);
    const variants: Record<string, Buffer> = isImage(type) ? await this.images.webpsOf(bytes) : { original: bytes };
    const now = this.clock.now();
    const file: StoredFile = {
      ...{ id: newId(), cooperativeId: actor.cooperativeId, use, type: isImage(type) ? 'image/webp' : type },
      ...{ name: savedName(upload.fileName, type), size: (variants['large'] ?? bytes).length },
      sha256: createHash('sha256').update(bytes).digest('hex'),
      ...{ uses: 0, expiresAt: new Date(now.getTime() + UNKEPT_MS), createdAt: now },
    };
    // The row first: whatever happens next, it is known what must be thrown away.
    await this.database.manager.insert(StoredFile, file);
    for (const [variant, content] of Object.entries(variants)) await this.store.put(`${file.id}/${variant}`, content);
    return file;
  }

  /** Once for each thing that refers to it: a copy of a session shows the same file, and keeps it too. */
  async keep(tx: Tx, fileId: string): Promise<void> {
    const [row] = await tx.sql(
      'UPDATE stored_files SET uses = uses + 1, expires_at = NULL WHERE id = $1 RETURNING id',
      [fileId],
    );
    found(row);
  }

  /** With the last use its links end with the transaction, and its bytes go with the next sweep. */
  async discard(tx: Tx, fileId: string): Promise<void> {
    await tx.sql(
      `UPDATE stored_files SET uses = uses - 1, expires_at = CASE WHEN uses = 1 THEN $2::timestamptz END WHERE id = $1`,
      [fileId, this.clock.now()],
    );
  }

  /** @throws DomainError not-found for a link that is not, or no more, to anything */
  async open(link: string): Promise<{ file: StoredFile; bytes: Buffer; expiresAt: Date }> {
    const { fileId, variant, expiresAt } = found(this.links.read(link));
    const file = found(await this.database.manager.findOneBy(StoredFile, { id: fileId }));
    if (file.expiresAt !== null && file.expiresAt <= this.clock.now()) throw new DomainError('not-found');
    return { file, bytes: found(await this.store.get(`${fileId}/${variant}`)), expiresAt };
  }

  /** A picture as a chat shows it beside a link; drawn when it is first asked for. @throws DomainError not-found */
  async shared(fileId: string): Promise<Buffer> {
    const key = `${fileId}/share`;
    const drawn = await this.store.get(key);
    if (drawn) return drawn;
    const bytes = await this.images.shareOf(found(await this.store.get(`${fileId}/large`)));
    await this.store.put(key, bytes);
    return bytes;
  }

  /** Bytes first, then the row: what could not be removed is found again. */
  async purge(): Promise<void> {
    const now = this.clock.now();
    const expired = await this.database.sql<{ id: string; type: string }>(
      'SELECT id, type FROM stored_files WHERE expires_at <= $1 ORDER BY expires_at LIMIT $2',
      [now, PURGE_AT_ONCE],
    );
    for (const { id, type } of expired) {
      try {
        for (const variant of isImage(type) ? ['large', 'small', 'share'] : ['original']) {
          await this.store.remove(`${id}/${variant}`);
        }
        await this.database.sql('DELETE FROM stored_files WHERE id = $1 AND expires_at <= $2', [id, now]);
      } catch (error) {
        this.logger.warn(`File ${id} could not be thrown away: ${messageOf(error)}`);
      }
    }
  }
}

/** The rest of what is too long is read all the same, and let go: a sender who is cut off may never hear why. */
async function bytesOf(upload: Upload, most: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of upload.stream) {
    if (!Buffer.isBuffer(chunk)) throw new TypeError('An upload comes in buffers');
    size += chunk.length;
    if (size <= most) chunks.push(chunk);
  }
  if (size > most || upload.isCut()) throw new DomainError('invalid-file', [tooLarge(most)]);
  return Buffer.concat(chunks);
}
