// What surrounds the application: the address people use, the mail server, the disk.

import { statfs } from 'node:fs/promises';
import type { Config } from '../platform/config/config.js';
import { messageOf } from '../platform/errors.js';
import { checkSmtp } from '../platform/mail/smtp-check.js';
import { unwell, well, type Finding } from './finding.js';

const LEAST_FREE_BYTES = 1e9;
const LEAST_FREE_PART = 0.05;

export function checkPublicUrl(config: Config): Finding {
  const { protocol, hostname } = new URL(config.publicUrl);
  const isLocal = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  if (config.production && protocol === 'http:' && !isLocal) {
    return unwell(
      'public address',
      `${config.publicUrl} is not encrypted: put https in front and set PUBLIC_URL to it`,
    );
  }
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

export async function checkDisk(folder: string): Promise<Finding> {
  const { bavail, bsize, blocks } = await statfs(folder);
  const free = `${((bavail * bsize) / 1e9).toFixed(1)} GB free in ${folder}`;
  const isLow = bavail * bsize < LEAST_FREE_BYTES || bavail / blocks < LEAST_FREE_PART;
  return isLow ? unwell('disk', `only ${free}: make room`) : well('disk', free);
}
