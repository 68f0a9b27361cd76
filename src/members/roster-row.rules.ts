// One line of a roster becomes a member's fields, or the reasons why it cannot.

import { withoutHidden } from '../contracts/hidden-characters.js';
import type { FieldFault, FieldRule } from '../contracts/error-codes.js';
import { isSpreadsheetNumber, mobileNumber } from '../contracts/mobile-number.js';
import { email, zone } from '../contracts/schemas.js';
import { MEMBER_LIMITS, type MemberStatus } from './member.rules.js';
import { storedText } from './roster-import.rules.js';
import { ROSTER_FIELDS, type RosterField, type RosterMapping } from './roster-headers.rules.js';

/** A line's fields; null where the column is not mapped or the cell is empty: what is there already stays. */
export type RosterRow = Record<RosterField, string | null>;

export interface ReadLine {
  row: RosterRow;
  /** Empty when the line is good. A bad line keeps what could be read, cut to length, so that it can be recognised. */
  faults: FieldFault[];
}

type Read = { value: string } | { rule: FieldRule; limit?: number };

// The same as contracts/schemas.ts: what a line of text may not hold.
const CONTROLS = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/u;

/** Whether a line says nothing at all; spreadsheets leave such lines at the end. */
export function isEmptyLine(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '');
}

/** @param columns how many the header has: a line with more filled cells has slipped. */
export function readLine(cells: readonly string[], mapping: RosterMapping, columns: number): ReadLine {
  const faults: FieldFault[] = [];
  const row = emptyRow();
  if (cells.length > columns && !isEmptyLine(cells.slice(columns))) {
    faults.push({ path: 'line', rule: 'wrong-columns', limit: columns });
  }
  for (const field of ROSTER_FIELDS) {
    const column = mapping[field];
    if (column === undefined) continue;
    const text = cleanCell(cells[column] ?? '');
    if (text === '') continue;
    const read = readCell(field, text);
    if ('value' in read) row[field] = read.value;
    else {
      faults.push({ path: field, ...read });
      row[field] = field === 'number' || field === 'name' ? storedText(text) : null;
    }
  }
  for (const field of ['number', 'name'] as const)
    if (row[field] === null) faults.push({ path: field, rule: 'required' });
  return { row, faults };
}

function emptyRow(): RosterRow {
  const contact = { number: null, name: null, nickname: null, email: null, mobile: null, employeeNumber: null };
  return { ...contact, unit: null, status: null, joinedOn: null, zone: null, language: null };
}

/** Trimmed, composed, without what nobody sees, and without the quote by which a spreadsheet (or our own export) keeps a cell from being a formula. */
function cleanCell(cell: string): string {
  return withoutHidden(cell)
    .trim()
    .replace(/^'(?=[=+\-@\d])/, '')
    .normalize('NFC');
}

function readCell(field: RosterField, text: string): Read {
  if (!text.isWellFormed() || CONTROLS.test(text)) return { rule: 'control-characters' };
  switch (field) {
    case 'number':
    case 'employeeNumber':
      return isSpreadsheetNumber(text) ? { rule: 'spreadsheet-number' } : within(text, MEMBER_LIMITS[field]);
    case 'name':
    case 'nickname':
    case 'unit':
      return within(text.replace(/\s+/gu, ' '), MEMBER_LIMITS[field]);
    case 'email':
      return emailCell(text);
    case 'mobile':
      return mobileCell(text);
    case 'status':
      return oneOf(STATUSES, text);
    case 'language':
      return oneOf(LANGUAGE_NAMES, text);
    case 'zone':
      return zoneCell(text);
    case 'joinedOn':
      return dateCell(text);
  }
}

function within(text: string, limit: number): Read {
  return text.length > limit ? { rule: 'too-long', limit } : { value: text };
}

// A plain address, which the schema takes as well, told at a tenth of its cost: a file has one on every line.
const PLAIN_ADDRESS = /^[\w+-]+(?:\.[\w+-]+)*@(?:[A-Za-z0-9][A-Za-z0-9-]*\.)+[A-Za-z]{2,}$/;

function emailCell(text: string): Read {
  if (text.length <= 64 && PLAIN_ADDRESS.test(text)) {
    const at = text.indexOf('@');
    return { value: text.slice(0, at) + text.slice(at).toLowerCase() };
  }
  if (text.length > 254) return { rule: 'too-long', limit: 254 };
  const parsed = email.safeParse(text);
  return parsed.success ? { value: parsed.data } : { rule: 'format' };
}

function mobileCell(text: string): Read {
  const number = mobileNumber(text);
  return number.kind === 'number' ? { value: number.e164 } : { rule: number.rule };
}

function oneOf(meanings: Readonly<Record<string, string>>, text: string): Read {
  const key = text.toLowerCase().replace(/[\s_-]+/gu, ' ');
  const value = Object.hasOwn(meanings, key) ? meanings[key] : undefined;
  return value === undefined ? { rule: 'not-allowed' } : { value };
}

const STATUSES: Readonly<Record<string, MemberStatus>> = {
  calon: 'calon',
  'calon anggota': 'calon',
  candidate: 'calon',
  aktif: 'aktif',
  anggota: 'aktif',
  'anggota aktif': 'aktif',
  'anggota biasa': 'aktif',
  biasa: 'aktif',
  active: 'aktif',
  member: 'aktif',
  'luar biasa': 'luar-biasa',
  'anggota luar biasa': 'luar-biasa',
  extraordinary: 'luar-biasa',
  associate: 'luar-biasa',
  keluar: 'keluar',
  'sudah keluar': 'keluar',
  left: 'keluar',
  resigned: 'keluar',
};

const LANGUAGE_NAMES: Readonly<Record<string, 'id' | 'en'>> = {
  id: 'id',
  indonesia: 'id',
  'bahasa indonesia': 'id',
  indonesian: 'id',
  en: 'en',
  inggris: 'en',
  'bahasa inggris': 'en',
  english: 'en',
};

const ZONE_NAMES: Readonly<Record<string, string>> = {
  wib: 'Asia/Jakarta',
  wita: 'Asia/Makassar',
  wit: 'Asia/Jayapura',
};

function zoneCell(text: string): Read {
  const name = ZONE_NAMES[text.toLowerCase()] ?? text;
  return zone.safeParse(name).success ? { value: name } : { rule: 'unknown-zone' };
}

const MONTHS = [
  ['januari', 'january', 'jan'],
  ['februari', 'february', 'feb', 'pebruari'],
  ['maret', 'march', 'mar'],
  ['april', 'apr'],
  ['mei', 'may'],
  ['juni', 'june', 'jun'],
  ['juli', 'july', 'jul'],
  ['agustus', 'august', 'agu', 'aug', 'agt'],
  ['september', 'sep', 'sept'],
  ['oktober', 'october', 'okt', 'oct'],
  ['november', 'nov', 'nopember'],
  ['desember', 'december', 'des', 'dec'],
] as const;

/** 2020-05-31, or day first as Indonesians write it: 31/5/2020, 31-05-2020, 31.05.2020, 31 Mei 2020. */
function dateCell(text: string): Read {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[ T]00:00(?::00)?)?$/.exec(text);
  if (iso) return dateOf(iso[1], iso[2], iso[3]);
  const dayFirst = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text);
  if (dayFirst) return dateOf(dayFirst[3], dayFirst[2], dayFirst[1]);
  const named = /^(\d{1,2})[ -](\p{L}{3,10})[ -](\d{4})$/u.exec(text);
  const name = named?.[2]?.toLowerCase() ?? '';
  const month = MONTHS.findIndex((names) => names.some((known) => known === name));
  return named && month >= 0 ? dateOf(named[3], String(month + 1), named[1]) : { rule: 'format' };
}

function dateOf(year = '', month = '', day = ''): Read {
  const value = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const isReal = daysIn(Number(year), Number(month)) >= Number(day) && Number(day) >= 1;
  return isReal && Number(year) >= 1900 && Number(year) < 2200 ? { value } : { rule: 'format' };
}

function daysIn(year: number, month: number): number {
  if (month < 1 || month > 12) return 0;
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
