// The name by which calendars know one event for as long as it lives: the same in every mail, file and feed.

export function eventUid(sessionId: string, publicUrl: string): string {
  return `session-${sessionId}@${new URL(publicUrl).hostname}`;
}
