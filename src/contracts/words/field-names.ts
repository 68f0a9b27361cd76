// What a refused field is called where it does not stand beside its input: in a notice, in a list of bad lines.

import { type Language, type Words } from '../languages.js';

const id = {
  title: 'Judul',
  topic: 'Topik',
  description: 'Keterangan',
  descriptionOther: 'Keterangan dalam bahasa lain',
  language: 'Bahasa',
  zone: 'Zona waktu',
  startsAt: 'Mulai',
  endsAt: 'Selesai',
  delivery: 'Cara mengikuti',
  capacity: 'Jumlah kursi daring',
  onsiteCapacity: 'Jumlah kursi di tempat',
  venue: 'Tempat',
  protocol: 'Yang perlu disiapkan',
  stage: 'Panggung',
  'stage.url': 'Alamat siaran',
  staff: 'Petugas sesi',
  'staff.role': 'Tugas petugas sesi',
  number: 'Nomor anggota',
  name: 'Nama',
  nickname: 'Nama panggilan',
  email: 'E-mail',
  mobile: 'Nomor ponsel',
  employeeNumber: 'Nomor pegawai',
  unit: 'Unit',
  unitId: 'Unit',
  status: 'Status',
  joinedOn: 'Tanggal bergabung',
  roles: 'Peran',
  coordinatesUnitIds: 'Unit yang dikoordinasi',
  memberId: 'Anggota',
  reason: 'Alasan',
  verdict: 'Kehadiran',
  code: 'Kode',
  password: 'Kata sandi',
  current: 'Kata sandi sekarang',
  file: 'Berkas',
  line: 'Baris',
  columns: 'Kolom',
  rows: 'Baris',
  typedCount: 'Jumlah yang diketik',
  questions: 'Pertanyaan',
  answers: 'Jawaban',
  ownerId: 'Penanggung jawab',
  dueOn: 'Batas waktu',
  days: 'Hari libur',
  'days.day': 'Tanggal hari libur',
  'days.name': 'Nama hari libur',
} as const;
type FieldName = keyof typeof id;

const fieldNames: Words<FieldName> = {
  id,
  en: {
    title: 'Title',
    topic: 'Topic',
    description: 'Description',
    descriptionOther: 'Description in the other language',
    language: 'Language',
    zone: 'Time zone',
    startsAt: 'Start',
    endsAt: 'End',
    delivery: 'Way of taking part',
    capacity: 'Number of online seats',
    onsiteCapacity: 'Number of seats on site',
    venue: 'Venue',
    protocol: 'What to prepare',
    stage: 'Stage',
    'stage.url': 'Address of the broadcast',
    staff: 'People of the session',
    'staff.role': 'Role in the session',
    number: 'Member number',
    name: 'Name',
    nickname: 'Nickname',
    email: 'E-mail',
    mobile: 'Mobile number',
    employeeNumber: 'Employee number',
    unit: 'Unit',
    unitId: 'Unit',
    status: 'Status',
    joinedOn: 'Joined on',
    roles: 'Roles',
    coordinatesUnitIds: 'Units of the coordinator',
    memberId: 'Member',
    reason: 'Reason',
    verdict: 'Attendance',
    code: 'Code',
    password: 'Password',
    current: 'Current password',
    file: 'File',
    line: 'Line',
    columns: 'Columns',
    rows: 'Lines',
    typedCount: 'The number typed',
    questions: 'Questions',
    answers: 'Answers',
    ownerId: 'Owner',
    dueOn: 'Due on',
    days: 'Holidays',
    'days.day': 'Day of the holiday',
    'days.name': 'Name of the holiday',
  },
};

/**
 * What the field of a fault is called; undefined for one that people never see.
 * @param path in dots; places in a list do not count: `staff.0.role` is `staff.role`.
 */
export function fieldName(path: string, language: Language): string | undefined {
  const parts = path.split('.').filter((part) => !/^\d+$/.test(part));
  const names: Record<string, string> = fieldNames[language];
  const ways = [parts.join('.'), parts[0] ?? '', parts.at(-1) ?? ''];
  const known = ways.find((way) => Object.hasOwn(names, way));
  return known === undefined ? undefined : names[known];
}

/** A fault as one sentence that stands alone: `Mulai: Waktu ini sudah lewat.` */
export function faultText({ path, message }: { path: string; message: string }, language: Language): string {
  const name = fieldName(path, language);
  return name === undefined ? message : `${name}: ${message}`;
}
