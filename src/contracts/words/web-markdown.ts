// Words of a field that takes Markdown, and of seeing what becomes of it.
import type { Words } from '../languages.js';

const id = {
  write: 'Tulis',
  preview: 'Pratinjau',
  mode: '{field}: tulis atau pratinjau',
  empty: 'Belum ada yang ditulis.',
  help: 'Yang dapat dipakai: **tebal**, *miring*, ## judul, - daftar, 1. daftar bernomor, > kutipan, [tautan](https://…), dan tabel. Gambar dan HTML tidak.',
} as const;

export const webMarkdownWords: Words<keyof typeof id> = {
  id,
  en: {
    write: 'Write',
    preview: 'Preview',
    mode: '{field}: write or preview',
    empty: 'Nothing is written yet.',
    help: 'What works: **bold**, *italics*, ## heading, - list, 1. numbered list, > quotation, [link](https://…) and tables. Pictures and HTML do not.',
  },
};
