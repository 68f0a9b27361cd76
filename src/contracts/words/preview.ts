// Words of a link before anybody opens it, as WhatsApp shows them.
import type { Words } from '../languages.js';

const id = {
  'cooperative.title': 'Jadwal belajar',
  'cooperative.text': 'Kelas dan webinar {cooperative}. Lihat jadwalnya, lalu daftar.',
  'session.text': '{when} ({times}). {way}, bersama {cooperative}.',
  'way.virtual': 'Virtual',
  'way.onsite': 'Tatap muka',
  'way.hybrid': 'Virtual dan tatap muka',
  'next-day': '(+1 hari)',
} as const;

export const previewWords: Words<keyof typeof id> = {
  id,
  en: {
    'cooperative.title': 'What there is to learn',
    'cooperative.text': 'Classes and webinars of {cooperative}. See the schedule and register.',
    'session.text': '{when} ({times}). {way}, with {cooperative}.',
    'way.virtual': 'Virtual',
    'way.onsite': 'On site',
    'way.hybrid': 'Virtual and on site',
    'next-day': '(+1 day)',
  },
};
