// The chat and the room's order, line by line, for a transcript: deleted messages are named without their text.

import type { StoredEvent } from './room-payloads.js';
import { transcriptPerson, transcriptRows, type TranscriptLine, type TranscriptPerson } from './room-parts.service.js';
import type { Reader } from './room.queries.js';

const KINDS = [
  ...(['chat.posted', 'chat.reported', 'room.announced', 'room.configured', 'member.muted', 'member.removed'] as const),
] as const;
const PAGE = 2_000;

type Told = StoredEvent<(typeof KINDS)[number]>;
/** As it was read, with members' full names and numbers in place of what the room calls them. */
type Row = Told & { actor: TranscriptPerson | null; concerned: TranscriptPerson | null };

/** In order of the room. */
export async function* chatTranscript(reader: Reader, sessionId: string): AsyncGenerator<TranscriptLine> {
  const rows = transcriptRows<Row>(PAGE, (after) =>
    reader.sql(
      `SELECT event.seq, event.at, event.kind, event.payload, event.audience,
         ${transcriptPerson('actor', 'guest')} AS actor,
         ${transcriptPerson('concerned', 'guest_concerned')} AS concerned
       FROM room_events event
       LEFT JOIN members actor ON actor.id = event.member_id
       LEFT JOIN members concerned ON concerned.id = event.about_id
       LEFT JOIN session_guests guest ON guest.id = event.guest_id
       LEFT JOIN session_guests guest_concerned ON guest_concerned.id = event.about_guest_id
       WHERE event.session_id = $1 AND event.seq > $2 AND event.kind = ANY ($3) ORDER BY event.seq LIMIT $4`,
      [sessionId, after?.seq ?? 0, KINDS, PAGE],
    ),
  );
  for await (const row of rows) yield { at: row.at, by: row.actor, about: row.concerned, count: null, ...told(row) };
}

function told(event: Told): Pick<TranscriptLine, 'kind' | 'text' | 'notes'> {
  switch (event.kind) {
    case 'chat.posted': {
      const { text, isEdited = false } = event.payload;
      const notes: TranscriptLine['notes'] = [];
      if (text === null) notes.push('deleted');
      if (isEdited) notes.push('edited');
      if (event.audience === 'staff') notes.push('staff');
      return { kind: 'chat', text, notes };
    }
    case 'chat.reported':
      return { kind: 'reported', text: event.payload.reason, notes: [] };
    case 'room.announced':
      return { kind: 'announcement', text: event.payload.text, notes: [] };
    case 'room.configured':
      return { kind: 'settings', text: JSON.stringify(event.payload.settings), notes: [] };
    case 'member.muted':
      return { kind: event.payload.isMuted ? 'muted' : 'unmuted', text: event.payload.reason, notes: [] };
    case 'member.removed':
      return { kind: event.payload.isRemoved ? 'removed' : 'readmitted', text: event.payload.reason, notes: [] };
  }
}
