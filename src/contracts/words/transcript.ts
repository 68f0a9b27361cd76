// What stands above the columns of a room's transcript, and in its cells.

import type { Words } from '../languages.js';

const id = {
  at: 'Waktu',
  kind: 'Jenis',
  number: 'No. anggota',
  name: 'Nama',
  about: 'Tentang',
  text: 'Isi',
  note: 'Catatan',
  'kind.chat': 'obrolan',
  'kind.announcement': 'pengumuman',
  'kind.settings': 'pengaturan ruang',
  'kind.reported': 'laporan',
  'kind.muted': 'dibisukan',
  'kind.unmuted': 'boleh menulis lagi',
  'kind.removed': 'dikeluarkan',
  'kind.readmitted': 'boleh masuk lagi',
  'note.deleted': 'dihapus',
  'note.edited': 'diubah',
  'note.staff': 'antarpanitia',
};

export type TranscriptWord = keyof typeof id;

export const transcriptWords: Words<TranscriptWord> = {
  id,
  en: {
    at: 'Time',
    kind: 'Kind',
    number: 'Member no.',
    name: 'Name',
    about: 'About',
    text: 'Text',
    note: 'Note',
    'kind.chat': 'chat',
    'kind.announcement': 'announcement',
    'kind.settings': 'room settings',
    'kind.reported': 'report',
    'kind.muted': 'muted',
    'kind.unmuted': 'may write again',
    'kind.removed': 'removed',
    'kind.readmitted': 'may come in again',
    'note.deleted': 'deleted',
    'note.edited': 'edited',
    'note.staff': 'among staff',
  },
};
