// Where an event takes place, as calendars show it under its name.

export interface Meeting {
  readonly delivery: 'virtual' | 'onsite' | 'hybrid';
  readonly venue: string | null;
  /** How the reader chose to come; null: they chose nothing, and may come to the venue. */
  readonly mode: 'virtual' | 'onsite' | null;
}

/** The venue on one line, for whoever comes to one; else the page where people meet. */
export function eventPlace({ delivery, venue, mode }: Meeting, url: string): string {
  const isThere = delivery === 'hybrid' ? mode !== 'virtual' : delivery === 'onsite';
  const lines = (isThere ? (venue ?? '') : '').split('\n').map((line) => line.trim());
  return lines.filter((line) => line !== '').join(', ') || url;
}
