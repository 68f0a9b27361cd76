// Words of the member's record of learning.
import type { Words } from '../languages.js';

const id = {
  title: 'Catatan belajar',
  of: 'Catatan belajar {name}',
  lead: 'Semua sesi yang Anda hadiri, dari buku besar yang tidak dapat diubah diam-diam.',
  hours: 'Jam belajar',
  'hours.unit': '{hours} jam',
  sessions: 'Sesi dihadiri',
  topics: 'Topik',
  year: 'Tahun {year}',
  'by-topic': 'Jam menurut topik',
  'by-topic.of': '{topic}: {hours} jam, {count, plural, other {# sesi}}',
  'no-topic': 'Tanpa topik',
  attended: 'Sesi yang dihadiri',
  'attended.minutes': '{minutes} menit',
  empty: 'Catatan Anda masih kosong',
  'empty.text': 'Hadiri satu sesi; jam belajarnya tercatat di sini begitu kehadiran ditetapkan.',
  'empty.to-schedule': 'Lihat jadwal',
  joined: 'Pendaftaran yang lalu',
} as const;

export const webRecordWords: Words<keyof typeof id> = {
  id,
  en: {
    title: 'Learning record',
    of: 'Learning record of {name}',
    lead: 'Every session you attended, from a ledger that nobody can change quietly.',
    hours: 'Learning hours',
    'hours.unit': '{hours} hours',
    sessions: 'Sessions attended',
    topics: 'Topics',
    year: 'Year {year}',
    'by-topic': 'Hours by topic',
    'by-topic.of': '{topic}: {hours} hours, {count, plural, one {# session} other {# sessions}}',
    'no-topic': 'Without a topic',
    attended: 'Sessions attended',
    'attended.minutes': '{minutes} minutes',
    empty: 'Your record is still empty',
    'empty.text': 'Attend one session; its hours stand here as soon as attendance is decided.',
    'empty.to-schedule': 'See the schedule',
    joined: 'Past registrations',
  },
};
