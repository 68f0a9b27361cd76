// Mobile numbers as Indonesians type them, wherever they are typed.

export type MobileNumber =
  { kind: 'number'; e164: string } | { kind: 'refused'; rule: 'format' | 'spreadsheet-number' };

/**
 * A mobile number in E.164, from how Indonesians write it: 0812…, 62812…, +62812…, or 812… where a spreadsheet ate the
 * zero; other countries with their plus. Spaces, dots, dashes and brackets do not count. A cell like 8,12E+10 has lost
 * its digits and is refused by a rule of its own.
 */
export function mobileNumber(text: string): MobileNumber {
  if (isSpreadsheetNumber(text)) return { kind: 'refused', rule: 'spreadsheet-number' };
  const digits = text.replace(/^'/, '').replace(/[\s.\-()/\u2010-\u2015]/gu, '');
  const indonesian = /^(?:\+62|0062|62|)0?(8[1-9]\d{7,10})$/.exec(digits)?.[1];
  if (indonesian !== undefined) return { kind: 'number', e164: `+62${indonesian}` };
  const isForeign = /^\+(?!62)[1-9]\d{7,14}$/.test(digits);
  return isForeign ? { kind: 'number', e164: digits } : { kind: 'refused', rule: 'format' };
}

/** Whether a spreadsheet shortened a long number (8,12E+10): its last digits are lost. */
export function isSpreadsheetNumber(text: string): boolean {
  return /^\d(?:[.,]\d+)?E\+?\d+$/i.test(text.trim());
}
