// Words of a field that takes Markdown, and of seeing what becomes of it.
import type { Words } from '../languages.js';

const id = {
  write: 'Tulis',
  preview: 'Pratinjau',
  mode: '{field}: tulis atau pratinjau',
  'other.id': 'Keterangan dalam bahasa Indonesia',
  'other.en': 'Keterangan dalam bahasa Inggris',
  'other.add.id': 'Tulis juga dalam bahasa Indonesia',
  'other.add.en': 'Tulis juga dalam bahasa Inggris',
  'other.hint': 'Untuk yang memakai Sinau dalam bahasa itu. Kosongkan bila tidak perlu.',
  empty: 'Belum ada yang ditulis.',
  help: 'Yang dapat dipakai: **tebal**, *miring*, ## judul, - daftar, 1. daftar bernomor, > kutipan, [tautan](https://…), dan tabel. Gambar dan HTML tidak.',
} as const;

export const webMarkdownWords: Words<keyof typeof id> = {
  id,
  en: {
    write: 'Write',
    preview: 'Preview',
    mode: '{field}: write or preview',
    'other.id': 'Description in Indonesian',
    'other.en': 'Description in English',
    'other.add.id': 'Write it in Indonesian too',
    'other.add.en': 'Write it in English too',
    'other.hint': 'For those who use Sinau in that language. Leave it empty if it is not needed.',
    empty: 'Nothing is written yet.',
    help: 'What works: **bold**, *italics*, ## heading, - list, 1. numbered list, > quotation, [link](https://…) and tables. Pictures and HTML do not.',
  },
};
