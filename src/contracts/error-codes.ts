// The closed list of what can go wrong for a caller: one code, one HTTP status. Sockets answer the same codes in their acks.

export const ERROR_STATUS = {
  'invalid-input': 400,
  'invalid-json': 400,
  'invalid-file': 400,
  'challenge-failed': 400,
  'sign-in-failed': 401,
  unauthenticated: 401,
  forbidden: 403,
  'cross-site-request': 403,
  'not-found': 404,
  'unknown-event': 404,
  conflict: 409,
  'version-conflict': 409,
  'wrong-state': 409,
  'session-full': 409,
  'registration-closed': 409,
  'not-eligible': 409,
  'offer-expired': 409,
  'room-closed': 409,
  'muted-in-room': 409,
  'removed-from-room': 403,
  'staff-only': 403,
  'unwelcome-words': 422,
  'body-too-large': 413,
  'unsupported-media-type': 415,
  'confirmation-required': 422,
  'rate-limited': 429,
  internal: 500,
  unavailable: 503,
  'stage-unavailable': 503,
} as const;

export type ErrorCode = keyof typeof ERROR_STATUS;
export const ERROR_CODES = Object.keys(ERROR_STATUS).filter((code): code is ErrorCode => code in ERROR_STATUS);

/** Why a field was refused. */
export const FIELD_RULES = [
  'required',
  'wrong-type',
  'format',
  'too-short',
  'too-long',
  'too-small',
  'too-large',
  'not-allowed',
  'unknown-field',
  'control-characters',
  'in-the-past',
  'end-before-start',
  'after-the-end',
  'unknown-zone',
  'unknown-id',
  'other-unit',
  'other-role',
  'rejected-before',
  'missing-session',
  'missing-hours',
  'requires-itself',
  'taken',
  'too-common',
  'wrong-code',
  'wrong-password',
  'other-browser',
  'unsafe-address',
  'unlisted-origin',
  'not-youtube',
  'not-an-image',
  'not-a-material',
  'too-many',
  'last-admin',
  'last-host',
  'spreadsheet-number',
  'wrong-columns',
  'duplicate-in-file',
  'admin-leaves',
  'cannot-host',
  'bad-lines',
  'unreadable-lines',
  'line-too-long',
  'unclosed-quote',
  'not-accepted',
  'endless',
  'no-dates',
  'too-many-dates',
  'same-day',
  'in-other-part',
  'other-year',
  'has-answers',
  'text-changed',
] as const;
export type FieldRule = (typeof FIELD_RULES)[number];

/** One field that was refused: `path` in dots (`capacity`, `stage.url`), the rule it broke, and the limit where there is one. */
export interface FieldFault {
  path: string;
  rule: FieldRule;
  limit?: number | string;
}

/** A fault as a reader gets it, with a sentence in their language. */
export interface FieldProblem extends FieldFault {
  message: string;
}

/** RFC 9457 problem+json, as every HTTP error answers. Socket acks carry `code`, `detail` and `fields` alone. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  code: ErrorCode;
  detail: string;
  requestId: string;
  fields?: FieldProblem[];
}
