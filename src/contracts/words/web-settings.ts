// Words of the page on which admins say how their cooperative looks and what it has decided.
import type { Words } from '../languages.js';

const id = {
  title: 'Pengaturan',
  'look.title': 'Koperasi',
  'look.name': 'Nama',
  'look.colour': 'Warna utama',
  'look.colour.hint': 'Dipakai pada halaman dan e-mail.',
  'look.language': 'Bahasa utama',
  'look.zone': 'Zona waktu utama',
  'attendance.title': 'Kehadiran',
  'attendance.text': 'Berlaku bagi sesi yang berakhir sesudah perubahan ini. Keputusan lama tidak berubah.',
  'attendance.present': 'Hadir bila mengikuti paling sedikit',
  'attendance.present.hint': 'Persen dari lama siaran.',
  'attendance.bridged': 'Putus sambungan yang masih dihitung',
  'attendance.bridged.hint': 'Detik. Putus yang tidak lebih lama dari ini tidak mengurangi kehadiran.',
  saved: 'Pengaturan tersimpan.',
} as const;

export const webSettingsWords: Words<keyof typeof id> = {
  id,
  en: {
    title: 'Settings',
    'look.title': 'Cooperative',
    'look.name': 'Name',
    'look.colour': 'Main colour',
    'look.colour.hint': 'Used on pages and in mails.',
    'look.language': 'Main language',
    'look.zone': 'Main time zone',
    'attendance.title': 'Attendance',
    'attendance.text': 'Holds for sessions that end after this change. What was decided before stays.',
    'attendance.present': 'Present from',
    'attendance.present.hint': 'Per cent of the length of the broadcast.',
    'attendance.bridged': 'Lost connections that still count',
    'attendance.bridged.hint': 'Seconds. A gap no longer than this takes nothing away from attendance.',
    saved: 'The settings are saved.',
  },
};
