// What was said and done in a room, as a file for its staff: each part tells of its own, streamed as it is read.

import { Injectable, StreamableFile } from '@nestjs/common';
import { DateTime } from 'luxon';
import { Readable } from 'node:stream';
import type { Language } from '../contracts/languages.js';
import type { Actor } from '../contracts/permissions.js';
import { mayInRoom } from '../contracts/room-permissions.js';
import { transcriptWords, type TranscriptWord } from '../contracts/words/transcript.js';
import { Audit } from '../platform/audit/audit.js';
import { Database } from '../platform/database/database.js';
import { DomainError, found } from '../platform/errors.js';
import { tableFile, type Column } from '../platform/http/table-file.js';
import { RoomParts, type TranscriptLine, type TranscriptPerson } from './room-parts.service.js';
import { RoomQueries } from './room.queries.js';

export const TRANSCRIPT_FORMATS = ['csv', 'json'] as const;
export type TranscriptFormat = (typeof TRANSCRIPT_FORMATS)[number];

@Injectable()
export class RoomTranscripts {
  constructor(
    private readonly database: Database,
    private readonly queries: RoomQueries,
    private readonly parts: RoomParts,
    private readonly audit: Audit,
  ) {}

  /** During the session and after it, for hosts and moderators. @throws DomainError not-found, forbidden */
  async file(actor: Actor, sessionId: string, format: TranscriptFormat, language: Language): Promise<StreamableFile> {
    const place = found(await this.queries.place(this.database, sessionId, actor.memberId));
    if (!mayInRoom(place.role, 'people.moderate')) throw new DomainError('forbidden');
    await this.database.transaction((tx) =>
      this.audit.record(tx, {
        actor,
        action: 'room.transcript-exported',
        subject: { type: 'session', id: sessionId },
        after: { format },
      }),
    );
    const name = `ruang-${sessionId.slice(-12)}`;
    const rows = this.lines(sessionId);
    if (format === 'csv') return tableFile({ name, columns: columnsOf(language, actor.zone), rows, language }, format);
    return new StreamableFile(Readable.from(jsonOf(rows), { objectMode: false }), {
      type: 'application/json; charset=utf-8',
      disposition: `attachment; filename="${name}.json"`,
    });
  }

  private async *lines(sessionId: string): AsyncGenerator<TranscriptLine> {
    for (const part of this.parts.all()) if (part.transcript) yield* part.transcript(this.database, sessionId);
  }
}

/** Instants are written in the reader's zone, as text: a spreadsheet's own dates have none. */
function columnsOf(language: Language, zone: string): Column<TranscriptLine>[] {
  const say = (word: TranscriptWord): string => transcriptWords[language][word];
  const named = (person: TranscriptPerson | null): string => (person ? `${person.name} (${person.number})` : '');
  return [
    {
      title: `${say('at')} (${zone})`,
      cell: ({ at }) => DateTime.fromJSDate(at, { zone }).toFormat('yyyy-MM-dd HH:mm:ss'),
    },
    { title: say('kind'), cell: (line) => say(`kind.${line.kind}`) },
    { title: say('number'), cell: (line) => line.by?.number ?? '' },
    { title: say('name'), cell: (line) => line.by?.name ?? '' },
    { title: say('about'), cell: (line) => named(line.about) },
    { title: say('text'), cell: (line) => line.text ?? '' },
    { title: say('count'), cell: (line) => line.count ?? '' },
    { title: say('note'), cell: (line) => line.notes.map((note) => say(`note.${note}`)).join(', ') },
  ];
}

/** One array; a reader that stops at its end has it whole: what breaks off has no closing bracket. */
async function* jsonOf(lines: AsyncIterable<TranscriptLine>): AsyncGenerator<string> {
  let before = '[\n';
  for await (const line of lines) {
    yield `${before}${JSON.stringify(line)}`;
    before = ',\n';
  }
  yield before === ',\n' ? '\n]\n' : '[]\n';
}
