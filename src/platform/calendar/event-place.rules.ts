// Where an event takes place, as calendars show it under its name.

export interface Meeting {
  readonly delivery: 'virtual' | 'onsite' | 'hybrid';
  readonly venue: string | null;
}

/** The venue on one line, where there is one to go to; else the page where people meet. */
export function eventPlace({ delivery, venue }: Meeting, url: string): string {
  const lines = (delivery === 'virtual' ? '' : (venue ?? '')).split('\n').map((line) => line.trim());
  return lines.filter((line) => line !== '').join(', ') || url;
}
