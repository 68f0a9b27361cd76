// Words of sessions made from others: copies, templates, series.
import type { Words } from '../languages.js';

const id = {
  'clone.do': 'Salin',
  'clone.title': 'Salin sesi ini ke waktu lain',
  'clone.text':
    'Semuanya ikut disalin: keterangan, tempat, jumlah kursi, syarat pendaftaran, sampul, dan materi. Petugas dan peserta tidak ikut. Salinan menjadi konsep sampai Anda menerbitkannya.',
  'clone.yes': 'Buat salinan',
  'clone.done': 'Salinan tersimpan sebagai konsep.',
  'repeat.title': 'Pengulangan',
  'repeat.on': 'Sesi ini berulang',
  'repeat.how': 'Berulang',
  'repeat.days': 'Pada hari',
  'repeat.end': 'Sampai kapan',
  'repeat.end.count': 'Beberapa kali',
  'repeat.end.until': 'Sampai tanggal',
  'repeat.count': 'Berapa kali',
  'repeat.until': 'Tanggal terakhir',
  'repeat.whole': 'Sekali mendaftar untuk semua sesi',
  'repeat.whole.hint':
    'Anggota yang mendaftar di satu sesi terdaftar di semua sesi yang akan datang, menurut kursi masing-masing.',
  'repeat.dates': '{count, plural, other {# sesi}}',
  'repeat.dates.hint': 'Hilangkan centang pada tanggal yang dilewati.',
  'repeat.pick': 'Pilih dahulu waktu mulai dan selesai sesi pertama.',
  'repeat.created': '{count, plural, other {# konsep tersimpan.}}',
} as const;

export const webPlansWords: Words<keyof typeof id> = {
  id,
  en: {
    'clone.do': 'Copy',
    'clone.title': 'Copy this session to another time',
    'clone.text':
      'Everything comes along: the description, the place, the seats, the terms of registration, the cover and the materials. Staff and registrations do not. The copy is a draft until you publish it.',
    'clone.yes': 'Make a copy',
    'clone.done': 'The copy is saved as a draft.',
    'repeat.title': 'Repetition',
    'repeat.on': 'This session recurs',
    'repeat.how': 'Recurs',
    'repeat.days': 'On',
    'repeat.end': 'Until when',
    'repeat.end.count': 'A number of times',
    'repeat.end.until': 'Until a date',
    'repeat.count': 'How many times',
    'repeat.until': 'Last date',
    'repeat.whole': 'Register once for all sessions',
    'repeat.whole.hint': 'Whoever registers for one session is registered for all that come, by the seats of each.',
    'repeat.dates': '{count, plural, one {# session} other {# sessions}}',
    'repeat.dates.hint': 'Untick the dates to skip.',
    'repeat.pick': 'Choose the start and the end of the first session first.',
    'repeat.created': '{count, plural, one {# draft saved.} other {# drafts saved.}}',
  },
};
