// Every kind of mail that Sinau writes: what each needs to be told, which lane it takes, whether it holds a secret.

/** `now`: somebody waits for it; `transactional`: about what a member did or joined; `bulk`: never sent twice by itself. */
export const MAIL_LANES = ['now', 'transactional', 'bulk'] as const;
export type MailLane = (typeof MAIL_LANES)[number];

/** `minutes`: how long the code lasts; `url` opens the page that posts the link's token. */
// Types, not interfaces: only those may be read as a plain record of texts.
type SignInMail = { nickname: string; code: string; url: string; minutes: string };

/** `startsAt`, `endsAt`: ISO 8601 instants, shown in the reader's zone; `url` is the page the button opens. */
export type SessionMail = {
  nickname: string;
  title: string;
  startsAt: string;
  endsAt: string;
  url: string;
  /** Where to come, and what to bring: for those who do. */
  venue?: string;
  protocol?: string;
  /** Until when an offered seat waits: an ISO 8601 instant, shown in the reader's zone. */
  offerEndsAt?: string;
  /** Why staff decided so. */
  reason?: string;
  /** What was asked, and what is answered. */
  question?: string;
  answer?: string;
  /** There when others wait for the reader's seat. */
  othersWait?: string;
  /** An hour before: so many minutes before the start the room opens. */
  roomOpens?: string;
  /** The page that gives the reader's place back without a sign-in. */
  release?: string;
};

/** Facts that only some mails of a kind hold; each is drawn where it was given. */
export const MAIL_EXTRAS = [
  'venue',
  'protocol',
  'offerEndsAt',
  'reason',
  'question',
  'answer',
  'othersWait',
  'release',
] as const;
export type MailExtra = (typeof MAIL_EXTRAS)[number];

/** What the reader knew before: `wasStartsAt`, `wasEndsAt` are empty where that is not known; `place` says both where it differs. */
type ChangedMail = SessionMail & { wasStartsAt: string; wasEndsAt: string; place: string };

/** `who`: who asks, who declined, or who left; `role`: as what, in the reader's language. */
type StaffMail = SessionMail & { who: string; role: string };

/** Everything of a series at once. `dates`: a JSON list of `SeriesDate`; `title` is the first session's. */
type SeriesMail = { nickname: string; title: string; url: string; dates: string; protocol?: string; reason?: string };

/** Kinds of mails that list the dates of a series. */
export const SERIES_KINDS = ['series-joined', 'series-cancelled', 'staff-series-cancelled'] as const;
export type SeriesKind = (typeof SERIES_KINDS)[number];

/**
 * One of its sessions: ISO 8601 instants, what became of it in the reader's language, and where to do something about it;
 * `linkSaid` and `link` are empty where there is nothing to do.
 */
export interface SeriesDate {
  startsAt: string;
  endsAt: string;
  said: string;
  linkSaid: string;
  link: string;
}

export interface MailData {
  'sign-in': SignInMail;
  'registration-confirmed': SessionMail;
  'registration-promoted': SessionMail;
  'registration-switched': SessionMail;
  'registration-waitlisted': SessionMail;
  'registration-cancelled': SessionMail;
  'registration-pending': SessionMail;
  'registration-approved': SessionMail;
  'registration-rejected': SessionMail;
  'registration-offered': SessionMail;
  'registration-expired': SessionMail;
  'reminder-day-before': SessionMail;
  'reminder-hour-before': SessionMail;
  'reminder-ten-minutes-before': SessionMail;
  'session-changed': ChangedMail;
  'session-cancelled': SessionMail;
  'follow-up-present': SessionMail;
  'follow-up-absent': SessionMail;
  'series-joined': SeriesMail;
  'series-cancelled': SeriesMail;
  'question-answered': SessionMail;
  'staff-invited': StaffMail;
  'staff-declined': StaffMail;
  'staff-left': StaffMail;
  'staff-accepted': StaffMail;
  'staff-changed': ChangedMail;
  'staff-cancelled': SessionMail;
  'staff-series-cancelled': SeriesMail;
  'staff-removed': SessionMail;
}

export type MailKind = keyof MailData;

interface MailTraits {
  lane: MailLane;
  /** What it holds opens a door: it is forgotten as soon as it was sent. */
  isSecret: boolean;
}

const ABOUT_A_SESSION: MailTraits = { lane: 'transactional', isSecret: false };

export const MAIL_KINDS: Record<MailKind, MailTraits> = {
  'sign-in': { lane: 'now', isSecret: true },
  'registration-confirmed': ABOUT_A_SESSION,
  'registration-promoted': ABOUT_A_SESSION,
  'registration-switched': ABOUT_A_SESSION,
  'registration-waitlisted': ABOUT_A_SESSION,
  'registration-cancelled': ABOUT_A_SESSION,
  'registration-pending': ABOUT_A_SESSION,
  'registration-approved': ABOUT_A_SESSION,
  'registration-rejected': ABOUT_A_SESSION,
  'registration-offered': ABOUT_A_SESSION,
  'registration-expired': ABOUT_A_SESSION,
  'reminder-day-before': ABOUT_A_SESSION,
  'reminder-hour-before': ABOUT_A_SESSION,
  'reminder-ten-minutes-before': ABOUT_A_SESSION,
  'session-changed': ABOUT_A_SESSION,
  'session-cancelled': ABOUT_A_SESSION,
  'follow-up-present': ABOUT_A_SESSION,
  'follow-up-absent': ABOUT_A_SESSION,
  'series-joined': ABOUT_A_SESSION,
  'series-cancelled': ABOUT_A_SESSION,
  'question-answered': ABOUT_A_SESSION,
  'staff-invited': ABOUT_A_SESSION,
  'staff-declined': ABOUT_A_SESSION,
  'staff-left': ABOUT_A_SESSION,
  'staff-accepted': ABOUT_A_SESSION,
  'staff-changed': ABOUT_A_SESSION,
  'staff-cancelled': ABOUT_A_SESSION,
  'staff-series-cancelled': ABOUT_A_SESSION,
  'staff-removed': ABOUT_A_SESSION,
};
