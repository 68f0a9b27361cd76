// The name by which calendars know one event for as long as it lives: the same in every mail, file and feed.

export function eventUid(sessionId: string, publicUrl: string): string {
  return `session-${sessionId}@${new URL(publicUrl).hostname}`;
}

/** The duty of somebody who runs it, the same in mails, files and feeds. @param since when the duty began */
export function dutyUid(sessionId: string, since: Date, publicUrl: string): string {
  return `duty-${sessionId}-${since.getTime().toString(36)}@${new URL(publicUrl).hostname}`;
}
