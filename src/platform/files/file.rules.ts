// What may be uploaded, how large, and how long a link to it is good for.

import type { FieldFault } from '../../contracts/error-codes.js';

const MEGABYTE = 1024 * 1024;
const HOUR = 3_600_000;
export const MOST_IMAGE_BYTES = 10 * MEGABYTE;
export const MOST_DOCUMENT_BYTES = 25 * MEGABYTE;
/** A picture of a few kilobytes can unfold to gigabytes: this is what a good camera makes, and no more. */
export const MOST_PIXELS = 50_000_000;

export type FileUse = 'cover' | 'material';

const IMAGES = ['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'image/avif'] as const;
const OFFICE = 'application/vnd.openxmlformats-officedocument';
const OPEN = 'application/vnd.oasis.opendocument';
/** Kept as they are, and only ever handed out for saving. */
const DOCUMENTS: Record<string, string> = {
  'application/pdf': 'pdf',
  [`${OFFICE}.wordprocessingml.document`]: 'docx',
  [`${OFFICE}.spreadsheetml.sheet`]: 'xlsx',
  [`${OFFICE}.presentationml.presentation`]: 'pptx',
  [`${OPEN}.text`]: 'odt',
  [`${OPEN}.spreadsheet`]: 'ods',
  [`${OPEN}.presentation`]: 'odp',
};

export function isImage(type: string): boolean {
  return IMAGES.some((image) => image === type);
}

/** @param type what its bytes say it is, whatever it is called; undefined where they say nothing. */
export function fileFaults(use: FileUse, type: string | undefined, bytes: number): FieldFault[] {
  const isKnown = type !== undefined && (isImage(type) || (use === 'material' && type in DOCUMENTS));
  if (!isKnown) return [{ path: 'file', rule: use === 'cover' ? 'not-an-image' : 'not-a-material' }];
  const most = isImage(type) ? MOST_IMAGE_BYTES : MOST_DOCUMENT_BYTES;
  return bytes > most ? [tooLarge(most)] : [];
}

/** No file of this use is larger, whatever it is: what need not even be read to its end. */
export function mostBytesOf(use: FileUse): number {
  return use === 'cover' ? MOST_IMAGE_BYTES : MOST_DOCUMENT_BYTES;
}

export function tooLarge(most: number): FieldFault {
  return { path: 'file', rule: 'too-large', limit: `${String(most / MEGABYTE)} MB` };
}

/** What it is called when it is saved: as it was uploaded, without a path, with the ending of what it is. */
export function savedName(uploaded: string, type: string): string {
  const ending = isImage(type) ? 'webp' : (DOCUMENTS[type] ?? 'bin');
  return `${stemOf(uploaded)}.${ending}`;
}

/** The name without folders and ending, as a title to begin with. */
export function stemOf(uploaded: string): string {
  const name = uploaded.split(/[\\/]/).at(-1) ?? '';
  const clean = name
    .normalize('NFC')
    .replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g, '');
  const stem = clean
    .replace(/\.[^.]{1,8}$/, '')
    .trim()
    .slice(0, 100);
  return stem.isWellFormed() && stem !== '' ? stem : 'berkas';
}

/** Our pictures may be shown; all else is somebody's, and only ever saved. The name as RFC 8187 writes it. */
export function contentDisposition({ type, name }: { type: string; name: string }): string {
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return `${type === 'image/webp' ? 'inline' : 'attachment'}; filename*=UTF-8''${encoded}`;
}

/**
 * Until when a link given out now is good: a material's for one to two hours, a cover's for one to two days. In steps, so
 * that a page asked for again has the same link, and the browser what it has already.
 */
export function linkExpiry(use: FileUse, now: Date): Date {
  const step = use === 'cover' ? 24 * HOUR : HOUR;
  return new Date((Math.floor(now.getTime() / step) + 2) * step);
}
