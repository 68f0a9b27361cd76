// Which column of a roster means what, by its Indonesian or English header; a suggestion that the admin confirms.

import { storedText } from './roster-import.rules.js';

/** What a column can be mapped to. */
export const ROSTER_FIELDS = [
  'number',
  'name',
  'nickname',
  'email',
  'mobile',
  'employeeNumber',
  'unit',
  'status',
  'joinedOn',
  'zone',
  'language',
] as const;
export type RosterField = (typeof ROSTER_FIELDS)[number];

/** Column index by field; number and name are always there. */
export interface RosterMapping extends SuggestedMapping {
  number: number;
  name: number;
}
export type SuggestedMapping = { [Field in RosterField]?: number | undefined };

export interface RosterHeader {
  name: string;
  /** A column of 16-digit numbers is taken for the national id (NIK): left out unless mapped on purpose, never shown. */
  isNationalId: boolean;
}

// Headers as people write them, without case, dots and dashes. The first column that fits a field has it.
const NAMES: Record<RosterField, readonly string[]> = {
  number: [
    'no anggota',
    'nomor anggota',
    'nomer anggota',
    'nomor induk anggota',
    'nomor keanggotaan',
    'no keanggotaan',
    'no induk anggota',
    'nia',
    'id anggota',
    'kode anggota',
    'member number',
    'member no',
    'member id',
    'membership number',
    'membership no',
    'membership id',
  ],
  name: ['nama', 'nama lengkap', 'nama anggota', 'name', 'full name', 'fullname', 'member name'],
  nickname: ['nama panggilan', 'panggilan', 'nickname', 'nick name', 'preferred name'],
  email: [
    'email',
    'e mail',
    'surel',
    'alamat email',
    'alamat e mail',
    'alamat surel',
    'email address',
    'e mail address',
  ],
  mobile: [
    'hp',
    'no hp',
    'nomor hp',
    'no handphone',
    'nomor handphone',
    'handphone',
    'no telepon',
    'nomor telepon',
    'telepon',
    'no telp',
    'telp',
    'no wa',
    'nomor wa',
    'wa',
    'whatsapp',
    'no whatsapp',
    'nomor whatsapp',
    'ponsel',
    'no ponsel',
    'nomor ponsel',
    'mobile',
    'mobile number',
    'mobile no',
    'mobile phone',
    'phone',
    'phone number',
    'phone no',
    'cell phone',
    'whatsapp number',
  ],
  employeeNumber: [
    'nip',
    'nrp',
    'npk',
    'nik karyawan',
    'no karyawan',
    'nomor karyawan',
    'nomor induk karyawan',
    'no pegawai',
    'nomor pegawai',
    'nomor induk pegawai',
    'employee number',
    'employee no',
    'employee id',
    'staff number',
    'staff id',
  ],
  unit: [
    'unit',
    'unit kerja',
    'nama unit',
    'cabang',
    'nama cabang',
    'kantor cabang',
    'perusahaan',
    'nama perusahaan',
    'instansi',
    'departemen',
    'bagian',
    'divisi',
    'company',
    'branch',
    'department',
    'division',
  ],
  status: ['status', 'status anggota', 'status keanggotaan', 'member status', 'membership status'],
  joinedOn: [
    'tanggal masuk',
    'tgl masuk',
    'tanggal bergabung',
    'tgl bergabung',
    'tanggal gabung',
    'tanggal daftar',
    'tgl daftar',
    'tanggal menjadi anggota',
    'join date',
    'joined',
    'joined on',
    'date joined',
    'member since',
  ],
  zone: ['zona', 'zona waktu', 'time zone', 'timezone', 'zone'],
  language: ['bahasa', 'language'],
};
const NATIONAL_ID_NAMES = ['no ktp', 'nomor ktp', 'ktp', 'nik ktp', 'nomor induk kependudukan', 'national id'];
// At a cooperative of employees `NIK` is often the employee's number: its cells decide.
const AMBIGUOUS_NAME = 'nik';

/** @param samples the first rows, as cells. */
export function headersOf(names: readonly string[], samples: readonly (readonly string[])[]): RosterHeader[] {
  return names.map((name, column) => ({
    name: storedText(name),
    isNationalId:
      NATIONAL_ID_NAMES.includes(plain(name)) || isNationalIdColumn(samples.map((row) => row[column] ?? '')),
  }));
}

export function suggestedMapping(headers: readonly RosterHeader[]): SuggestedMapping {
  const mapping: SuggestedMapping = {};
  headers.forEach((header, column) => {
    if (header.isNationalId) return;
    const name = plain(header.name);
    const field = ROSTER_FIELDS.find((candidate) => NAMES[candidate].includes(name));
    const meant = field ?? (name === AMBIGUOUS_NAME ? 'employeeNumber' : undefined);
    if (meant !== undefined) mapping[meant] ??= column;
  });
  return mapping;
}

function isNationalIdColumn(cells: readonly string[]): boolean {
  const filled = cells.map((cell) => cell.replace(/['\s.-]/g, '')).filter((cell) => cell !== '');
  const long = filled.filter((cell) => /^\d{16}$/.test(cell));
  return long.length > 0 && long.length * 2 >= filled.length;
}

function plain(header: string): string {
  return header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
