// Takes a roster file in: what it is written in, its headers and first rows, and what its columns probably mean.

import { Injectable } from '@nestjs/common';
import type { Actor } from '../contracts/permissions.js';
import { Audit } from '../platform/audit/audit.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import type { Upload } from '../platform/http/upload.js';
import { newId } from '../platform/ids.js';
import { RosterFiles } from './roster-files.js';
import { headersOf, suggestedMapping, type RosterHeader } from './roster-headers.rules.js';
import { RosterImport } from './roster-import.entity.js';
import { shownSamples, storedFileName } from './roster-import.rules.js';

@Injectable()
export class RosterUploadsService {
  constructor(
    private readonly database: Database,
    private readonly files: RosterFiles,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** @returns the new import's id. @throws DomainError body-too-large, invalid-file; a refused file leaves nothing. */
  async take(actor: Actor, upload: Upload): Promise<string> {
    const id = newId();
    const { header, samples, lines, ...file } = await this.files.take(id, upload);
    const headers: RosterHeader[] = headersOf(header, samples);
    const now = this.clock.now();
    const roster = {
      ...{ id, cooperativeId: actor.cooperativeId, actedBy: actor.memberId, fileName: storedFileName(upload.fileName) },
      ...file,
      ...{ headers, samples: shownSamples(samples, headers), suggested: suggestedMapping(headers) },
      ...{ state: 'uploaded' as const, total: lines, createdAt: now, updatedAt: now },
    };
    try {
      await this.database.transaction(async (tx) => {
        await tx.manager.insert(RosterImport, roster);
        await this.audit.record(tx, {
          actor,
          action: 'roster.uploaded',
          subject: { type: 'roster-import', id },
          after: { fileName: roster.fileName, size: file.size, sha256: file.sha256 },
        });
      });
    } catch (error) {
      await this.files.remove(id);
      throw error;
    }
    return id;
  }
}
