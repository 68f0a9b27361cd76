// Draws a kind of mail once a language, with its slots left open; filling them for a reader is then cheap.

import { render, toPlainText } from '@react-email/render';
import { SERIES_KINDS, type MailExtra, type MailKind, type SeriesKind } from '../../../contracts/mail.js';
import type { Say } from '../say.js';
import { SeriesMail } from './series-mail.js';
import { SessionMail } from './session-mail.js';
import { SignInMail } from './sign-in-mail.js';

/** Headings are left as written: capitals would change the slots in them. Links are written once, where they stand. */
const PLAIN_TEXT = {
  selectors: [
    { selector: 'h1', options: { uppercase: false } },
    { selector: 'a', options: { ignoreHref: true } },
  ],
};

/** @param dates how many a mail about a series has */
export async function draw(
  kind: MailKind,
  say: Say,
  extras: readonly MailExtra[],
  dates: number,
): Promise<{ html: string; text: string }> {
  const html = await render(sheet(kind, say, extras, dates));
  return { html, text: toPlainText(html, PLAIN_TEXT) };
}

function sheet(kind: MailKind, say: Say, extras: readonly MailExtra[], dates: number) {
  if (kind === 'sign-in') return <SignInMail say={say} />;
  if (isAboutSeries(kind)) return <SeriesMail say={say} kind={kind} extras={extras} dates={dates} />;
  return <SessionMail say={say} kind={kind} extras={extras} />;
}

function isAboutSeries(kind: MailKind): kind is SeriesKind {
  return SERIES_KINDS.some((one) => one === kind);
}
