// Reads a session's materials as one reader may have them, each with its link.

import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { FileLinks } from '../platform/files/file-links.js';
import { canSeeMaterial, comesLater, type MaterialReader } from './material.rules.js';
import type { MaterialList, MaterialOut } from './material.dto.js';
import type { Session } from './session.entity.js';

type Row = Omit<MaterialOut, 'url'> & { fileId: string; type: string; isConfirmed: boolean };

@Injectable()
export class MaterialsQueries {
  constructor(
    private readonly database: Database,
    private readonly links: FileLinks,
  ) {}

  async seenBy(
    memberId: string,
    who: Omit<MaterialReader, 'isConfirmed'>,
    session: Pick<Session, 'id' | 'state'>,
  ): Promise<MaterialList> {
    const rows = await this.database.sql<Row>(
      `SELECT m.id, m.title, m.shown_from AS "shownFrom", f.name AS "fileName", f.size, f.type, f.id AS "fileId",
         EXISTS (SELECT FROM registrations r
           WHERE r.session_id = m.session_id AND r.member_id = $2 AND r.state = 'confirmed') AS "isConfirmed"
       FROM session_materials m JOIN stored_files f ON f.id = m.file_id
       WHERE m.session_id = $1 ORDER BY m.created_at, m.id`,
      [session.id, memberId],
    );
    const having = (decide: typeof canSeeMaterial): Row[] =>
      rows.filter(({ shownFrom, isConfirmed }) => decide(shownFrom, { ...who, isConfirmed }, session.state));
    return { items: having(canSeeMaterial).map((row) => this.outOf(row)), later: having(comesLater).length };
  }

  private outOf({ fileId, type, isConfirmed: _, ...material }: Row): MaterialOut {
    const variant = type === 'image/webp' ? 'large' : 'original';
    return { ...material, url: this.links.to(fileId, 'material', variant) };
  }
}
