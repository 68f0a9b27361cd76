// A session's registrations as a file for a spreadsheet, in the order of registering, with every state and its instants.

import { Injectable, type StreamableFile } from '@nestjs/common';
import { DateTime } from 'luxon';
import type { Language } from '../contracts/languages.js';
import type { Actor } from '../contracts/permissions.js';
import { exportWords, type ExportWord } from '../contracts/words/export.js';
import { Audit } from '../platform/audit/audit.js';
import { Database } from '../platform/database/database.js';
import { tableFile, type Column, type TableFormat } from '../platform/http/table-file.js';
import { RegistrationListsService } from './registration-lists.service.js';
import { RegistrationsQueries, type ExportRow } from './registrations.queries.js';

const PAGE = 2_000;

@Injectable()
export class RegistrationsExportService {
  constructor(
    private readonly database: Database,
    private readonly lists: RegistrationListsService,
    private readonly queries: RegistrationsQueries,
    private readonly audit: Audit,
  ) {}

  /** Those the actor may read, a coordinator their own units'. @throws DomainError not-found, forbidden */
  async file(actor: Actor, sessionId: string, format: TableFormat, language: Language): Promise<StreamableFile> {
    const { session, unitIds } = await this.lists.sight(actor, sessionId);
    await this.database.transaction((tx) =>
      this.audit.record(tx, {
        actor,
        action: 'registrations.exported',
        subject: { type: 'session', id: sessionId },
        after: { format },
      }),
    );
    const columns = columnsOf(language, session.zone);
    return tableFile({ name: `peserta-${sessionId.slice(-12)}`, columns, rows: this.rows(sessionId, unitIds) }, format);
  }

  private async *rows(sessionId: string, unitIds: readonly string[] | null): AsyncGenerator<ExportRow> {
    let last: ExportRow | undefined;
    do {
      const rows = await this.queries.exportPage(sessionId, unitIds, last, PAGE);
      yield* rows;
      last = rows.length === PAGE ? rows.at(-1) : undefined;
    } while (last !== undefined);
  }
}

/** Instants are written in the session's zone, as text: a spreadsheet's own dates have none. */
function columnsOf(language: Language, zone: string): Column<ExportRow>[] {
  const say = (word: ExportWord): string => exportWords[language][word];
  const at = (instant: Date | null): string =>
    instant === null ? '' : DateTime.fromJSDate(instant, { zone }).toFormat('yyyy-MM-dd HH:mm');
  const inZone = (word: ExportWord): string => `${say(word)} (${zone})`;
  return [
    { title: say('number'), cell: (row) => row.number },
    { title: say('name'), cell: (row) => row.name },
    { title: say('unit'), cell: (row) => row.unit ?? '' },
    { title: say('email'), cell: (row) => row.email ?? '' },
    { title: say('mobile'), cell: (row) => row.mobile ?? '' },
    { title: say('state'), cell: (row) => say(`state.${row.state}`) },
    { title: say('mode'), cell: (row) => say(`mode.${row.mode}`) },
    { title: say('place'), cell: (row) => row.place ?? '' },
    { title: inZone('queuedAt'), cell: (row) => at(row.queuedAt) },
    { title: inZone('confirmedAt'), cell: (row) => at(row.confirmedAt) },
    { title: inZone('cancelledAt'), cell: (row) => at(row.cancelledAt) },
    { title: say('reason'), cell: (row) => row.reason ?? '' },
    { title: say('byStaff'), cell: (row) => (row.isByStaff ? say('yes') : '') },
  ];
}
