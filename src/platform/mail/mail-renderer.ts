// Turns a row into a subject, html and text in its reader's language and zone.

import { z } from 'zod';
import type { Language } from '../../contracts/languages.js';
import { MAIL_EXTRAS, type MailExtra, type MailKind, type SeriesDate } from '../../contracts/mail.js';
import { mailWords, type MailWord } from '../../contracts/words/mail.js';
import { headerText, readableOn } from './mail.rules.js';
import type { Say } from './say.js';
import { acrossIndonesia, momentIn, spanIn } from './times.js';

export interface RenderedMail {
  subject: string;
  html: string;
  text: string;
}

interface MailToRender {
  kind: MailKind;
  language: Language;
  zone: string;
  data: Record<string, string>;
}

const seriesDates = z.array(
  z.object({ startsAt: z.string(), endsAt: z.string(), said: z.string(), linkSaid: z.string(), link: z.string() }),
);

type Drawing = Promise<{ html: string; text: string }>;

const drawings = new Map<string, Drawing>();
const PLAIN_COLOUR = '#1f5f8b';

export async function renderMail(mail: MailToRender): Promise<RenderedMail> {
  const dates = datesOf(mail.data);
  const slots = { ...slotsOf(mail), ...dateSlots(mail, dates) };
  const { html, text } = await drawing(
    mail.kind,
    mail.language,
    MAIL_EXTRAS.filter((extra) => mail.data[extra] !== undefined),
    dates.length,
  );
  return {
    subject: headerText(fill(mailWords[mail.language][`${mail.kind}.subject`], slots, (value) => value)),
    html: fill(html, slots, escapeHtml),
    text: fill(text, slots, (value) => value),
  };
}

/** Loaded and drawn at first use: a process that never sends needs no React. */
function drawing(kind: MailKind, language: Language, extras: readonly MailExtra[], dates: number): Drawing {
  const key = [kind, language, dates, ...extras].join(' ');
  const known = drawings.get(key);
  if (known) return known;
  const say: Say = Object.assign((word: MailWord) => mailWords[language][word], { language });
  const drawn = import('./templates/draw.js').then(({ draw }) => draw(kind, say, extras, dates));
  drawings.set(key, drawn);
  return drawn;
}

function slotsOf({ language, zone, data }: MailToRender): Record<string, string> {
  const colour = /^#[0-9a-f]{6}$/i.test(data['colour'] ?? '') ? (data['colour'] ?? '') : PLAIN_COLOUR;
  const slots: Record<string, string> = { ...data, colour, onColour: readableOn(colour) };
  const { startsAt, endsAt, wasStartsAt, wasEndsAt } = data;
  if (data['offerEndsAt'] !== undefined) slots['offerEnds'] = momentIn(zone, language, new Date(data['offerEndsAt']));
  if (startsAt === undefined || endsAt === undefined) return slots;
  return {
    ...slots,
    was: wasStartsAt && wasEndsAt ? spanIn(zone, language, new Date(wasStartsAt), new Date(wasEndsAt)) : '–',
    ...timesOf({ zone, language }, { startsAt, endsAt }),
  };
}

function timesOf(
  { zone, language }: Pick<MailToRender, 'zone' | 'language'>,
  { startsAt, endsAt }: Pick<SeriesDate, 'startsAt' | 'endsAt'>,
): { when: string; whenAll: string } {
  return {
    when: spanIn(zone, language, new Date(startsAt), new Date(endsAt)),
    whenAll: acrossIndonesia(new Date(startsAt), language, mailWords[language]['plus-day']),
  };
}

function datesOf({ dates }: Record<string, string>): SeriesDate[] {
  return dates === undefined ? [] : seriesDates.parse(JSON.parse(dates));
}

/** Each date's slots bear its number. */
function dateSlots(mail: MailToRender, dates: readonly SeriesDate[]): Record<string, string> {
  const named = dates.flatMap(({ startsAt, endsAt, ...said }, index) =>
    Object.entries({ ...said, ...timesOf(mail, { startsAt, endsAt }) }).map(
      ([name, value]) => [`${name}${String(index + 1)}`, value] as const,
    ),
  );
  return Object.fromEntries(named);
}

/** In one pass, so that a `{slot}` in somebody's name stays what it is: a name. */
function fill(template: string, slots: Record<string, string>, write: (value: string) => string): string {
  return template.replace(/\{([a-z][a-zA-Z]*\d*)\}/g, (open, name: string) => {
    const value = slots[name];
    return value === undefined ? open : write(value);
  });
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escapeHtml(value: string): string {
  return value.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
