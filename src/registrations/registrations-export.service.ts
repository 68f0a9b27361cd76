// A session's registrations as a file for a spreadsheet, in the order of registering, with every state and its instants.

import { Injectable, type StreamableFile } from '@nestjs/common';
import { DateTime } from 'luxon';
import type { Language } from '../contracts/languages.js';
import { can, type Actor } from '../contracts/permissions.js';
import { exportWords, type ExportWord } from '../contracts/words/export.js';
import { Audit } from '../platform/audit/audit.js';
import { Database } from '../platform/database/database.js';
import { tableFile, type Column, type TableFormat } from '../platform/http/table-file.js';
import { AnswersService, type QuestionHeader, type ShownAnswer } from './answers.service.js';
import { RegistrationListsService } from './registration-lists.service.js';
import { RegistrantsQueries, type ExportRow } from './registrants.queries.js';
import type { RegistrantsFilter } from './registration.dto.js';

const PAGE = 2_000;
const NO_ANSWERS: ReadonlyMap<string, ShownAnswer> = new Map();

type AnsweredRow = ExportRow & { answers: ReadonlyMap<string, ShownAnswer> };

@Injectable()
export class RegistrationsExportService {
  constructor(
    private readonly database: Database,
    private readonly lists: RegistrationListsService,
    private readonly queries: RegistrantsQueries,
    private readonly answers: AnswersService,
    private readonly audit: Audit,
  ) {}

  /** Those the actor may read, a coordinator their own units'. @throws DomainError not-found, forbidden */
  async file(
    actor: Actor,
    sessionId: string,
    { format, ...filter }: RegistrantsFilter & { format: TableFormat },
    language: Language,
  ): Promise<StreamableFile> {
    const { session, unitIds } = await this.lists.sight(actor, sessionId);
    await this.database.transaction((tx) =>
      this.audit.record(tx, {
        actor,
        action: 'registrations.exported',
        subject: { type: 'session', id: sessionId },
        after: { format, ...filter },
      }),
    );
    const columns = [
      ...columnsOf(language, session.zone, can(actor, 'members.read')),
      ...answerColumns(await this.answers.headers(sessionId, language), session.zone),
    ];
    const rows = this.rows(sessionId, { filter, unitIds }, language);
    return tableFile({ name: `peserta-${sessionId.slice(-12)}`, columns, rows, language }, format);
  }

  private async *rows(
    sessionId: string,
    sought: { filter: RegistrantsFilter; unitIds: readonly string[] | null },
    language: Language,
  ): AsyncGenerator<AnsweredRow> {
    let last: ExportRow | undefined;
    do {
      const rows = await this.queries.exportPage(sessionId, sought, last, PAGE);
      const answers = await this.answers.answersOf(
        sessionId,
        rows.map(({ id }) => id),
        language,
      );
      yield* rows.map((row) => ({ ...row, answers: answers.get(row.id) ?? NO_ANSWERS }));
      last = rows.length === PAGE ? rows.at(-1) : undefined;
    } while (last !== undefined);
  }
}

/** @param withContacts for those who may read members' addresses anyway. Instants are written in the session's zone, as text: a spreadsheet's own dates have none. */
function columnsOf(language: Language, zone: string, withContacts: boolean): Column<AnsweredRow>[] {
  const say = (word: ExportWord): string => exportWords[language][word];
  const at = (instant: Date | null): string => (instant === null ? '' : wallClock(instant, zone));
  const inZone = (word: ExportWord): string => `${say(word)} (${zone})`;
  return [
    { title: say('number'), cell: (row) => row.number },
    { title: say('name'), cell: (row) => row.name },
    { title: say('unit'), cell: (row) => row.unit ?? '' },
    ...(withContacts
      ? [
          { title: say('email'), cell: (row: ExportRow) => row.email ?? '' },
          { title: say('mobile'), cell: (row: ExportRow) => row.mobile ?? '' },
        ]
      : []),
    { title: say('state'), cell: (row) => say(`state.${row.state}`) },
    { title: say('mode'), cell: (row) => say(`mode.${row.mode}`) },
    { title: say('place'), cell: (row) => row.place ?? '' },
    { title: say('priority'), cell: (row) => (row.priority === 0 ? '' : row.priority) },
    { title: inZone('queuedAt'), cell: (row) => at(row.queuedAt) },
    { title: inZone('confirmedAt'), cell: (row) => at(row.confirmedAt) },
    { title: inZone('cancelledAt'), cell: (row) => at(row.cancelledAt) },
    { title: say('reason'), cell: (row) => row.reason ?? '' },
    { title: inZone('protocol'), cell: (row) => protocolCell(row, say('protocol.asked'), at) },
    { title: say('byStaff'), cell: (row) => (row.isByStaff ? say('yes') : '') },
  ];
}

/** When the protocol of the venue was acknowledged, or that it is still asked for. */
function protocolCell(row: ExportRow, asked: string, at: (instant: Date) => string): string {
  if (!row.isProtocolAsked) return '';
  return row.acknowledgedAt === null ? asked : at(row.acknowledgedAt);
}

/** One for each question; of a consent the cell says when it was given. */
function answerColumns(headers: readonly QuestionHeader[], zone: string): Column<AnsweredRow>[] {
  return headers.map(({ id, title }) => ({
    title,
    cell: ({ answers }) => {
      const answer = answers.get(id);
      if (answer === undefined) return '';
      return answer instanceof Date ? wallClock(answer, zone) : answer;
    },
  }));
}

function wallClock(instant: Date, zone: string): string {
  return DateTime.fromJSDate(instant, { zone }).toFormat('yyyy-MM-dd HH:mm');
}
