// What surrounds the application: the address people use, the mail server, the disk.

import { statfs } from 'node:fs/promises';
import type { Config } from '../platform/config/config.js';
import { messageOf } from '../platform/errors.js';
import { checkSmtp } from '../platform/mail/smtp-check.js';
import { unwell, well, type Finding } from './finding.js';

/** How much a file system still takes, and how much it holds in all. */
export interface Room {
  readonly freeBytes: number;
  readonly totalBytes: number;
}

const LEAST_FREE_BYTES = 1e9;
const LEAST_FREE_PART = 0.05;

export function checkPublicUrl(config: Config): Finding {
  return well('public address', config.publicUrl);
}

export async function checkMail(config: Config, mailTo: string | undefined): Promise<Finding> {
  if (config.smtpUrl === undefined) {
    return config.production || mailTo !== undefined
      ? unwell('mail', 'no mail can be sent: set SMTP_URL')
      : well('mail', 'SMTP_URL is not set: `npm start` keeps mails in its own mailbox');
  }
  const server = new URL(config.smtpUrl).host;
  const to = mailTo === undefined ? {} : { to: mailTo };
  try {
    const answer = await checkSmtp({ url: config.smtpUrl, from: config.mailFrom, ...to });
    if (answer === undefined) return well('mail', `${server} answers; --mail-to ADDRESS sends a test mail`);
    return well('mail', `${server} took a test mail to ${String(mailTo)} (${answer})`);
  } catch (error) {
    return unwell('mail', `${server} does not take mail (${messageOf(error)}): check SMTP_URL and MAIL_FROM`);
  }
}

export function checkDisk(folder: string, { freeBytes, totalBytes }: Room): Finding {
  const free = `${(freeBytes / 1e9).toFixed(1)} GB free in ${folder}`;
  const isLow = freeBytes < LEAST_FREE_BYTES || freeBytes < totalBytes * LEAST_FREE_PART;
  return isLow ? unwell('disk', `only ${free}: make room`) : well('disk', free);
}

/** What the machine has for the folder now. */
export async function roomOn(folder: string): Promise<Room> {
  const { bavail, bsize, blocks } = await statfs(folder);
  return { freeBytes: bavail * bsize, totalBytes: blocks * bsize };
}
