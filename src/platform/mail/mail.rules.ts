// What becomes of a mail after an attempt, and what keeps a reader's words out of its headers.

/** What an SMTP attempt left behind; `responseCode` and `command` are there when the server answered at all. */
export interface SendFault {
  responseCode?: number | undefined;
  command?: string | undefined;
}

const MINUTE = 60_000;
/** Pauses before the second, third, … attempt. */
const PAUSES = [MINUTE, 5 * MINUTE, 30 * MINUTE, 120 * MINUTE, 360 * MINUTE];
// Only what the server says about this recipient or this message is the mail's own fault; a refused log-in is ours.
const ABOUT_THE_MAIL = /^(RCPT|DATA|BDAT)\b/;

export type AfterFault = { next: 'failed' } | { next: 'queued'; dueAt: Date };

/** @param attempts how many were made, this one included. */
export function afterFault(fault: SendFault, attempts: number, now: Date): AfterFault {
  const pause = PAUSES[attempts - 1];
  if (isFinal(fault) || pause === undefined) return { next: 'failed' };
  return { next: 'queued', dueAt: new Date(now.getTime() + pause) };
}

function isFinal({ responseCode, command }: SendFault): boolean {
  if (responseCode === undefined || responseCode < 500 || responseCode > 599) return false;
  return command === undefined || ABOUT_THE_MAIL.test(command);
}

/** One line without control characters: a name or subject that brings its own line breaks cannot add a header. */
export function headerText(text: string): string {
  return text
    .replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/gu, ' ')
    .trim()
    .slice(0, 250);
}

/** The address in `Name <address>`, or all of it. */
export function addressIn(sender: string): string {
  return /<([^<>]+)>\s*$/.exec(sender)?.[1] ?? sender.trim();
}

/** Black or white, whichever reads better on `colour` (`#rrggbb`). */
export function readableOn(colour: string): '#000000' | '#ffffff' {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => linear(parseInt(colour.slice(at, at + 2), 16) / 255));
  const luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  return 1.05 / (luminance + 0.05) >= (luminance + 0.05) / 0.05 ? '#ffffff' : '#000000';
}

function linear(channel: number): number {
  return channel <= 0.03928 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
}
