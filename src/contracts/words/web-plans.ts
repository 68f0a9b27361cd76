// Words of sessions made from others: copies, templates, series.
import type { Words } from '../languages.js';

const id = {
  'clone.do': 'Salin',
  'clone.title': 'Salin sesi ini ke waktu lain',
  'clone.text':
    'Semuanya ikut disalin: keterangan, tempat, jumlah kursi, syarat pendaftaran, sampul, dan materi. Petugas dan peserta tidak ikut. Salinan menjadi konsep sampai Anda menerbitkannya.',
  'clone.yes': 'Buat salinan',
  'clone.done': 'Salinan tersimpan sebagai konsep.',
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
  },
};
