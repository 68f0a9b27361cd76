// What stands above the columns of an exported table, and in its cells.

import type { Words } from '../languages.js';

const id = {
  number: 'No. anggota',
  name: 'Nama',
  unit: 'Unit',
  email: 'E-mail',
  mobile: 'No. HP',
  state: 'Status',
  mode: 'Cara ikut',
  place: 'Urutan tunggu',
  priority: 'Prioritas',
  queuedAt: 'Mendaftar',
  confirmedAt: 'Mendapat tempat',
  cancelledAt: 'Dibatalkan',
  reason: 'Alasan',
  byStaff: 'Didaftarkan pengurus',
  yes: 'ya',
  'state.pending': 'menunggu persetujuan',
  'state.confirmed': 'terdaftar',
  'state.waitlisted': 'daftar tunggu',
  'state.offered': 'ditawari tempat',
  'state.cancelled': 'batal',
  'state.expired': 'tawaran lewat',
  'state.rejected': 'tidak disetujui',
  'mode.virtual': 'virtual',
  'mode.onsite': 'di tempat',
};

export type ExportWord = keyof typeof id;

export const exportWords: Words<ExportWord> = {
  id,
  en: {
    number: 'Member number',
    name: 'Name',
    unit: 'Unit',
    email: 'E-mail',
    mobile: 'Mobile',
    state: 'State',
    mode: 'Takes part',
    place: 'Place in queue',
    priority: 'Priority',
    queuedAt: 'Registered',
    confirmedAt: 'Got a seat',
    cancelledAt: 'Cancelled',
    reason: 'Reason',
    byStaff: 'Registered by staff',
    yes: 'yes',
    'state.pending': 'awaiting approval',
    'state.confirmed': 'registered',
    'state.waitlisted': 'waiting list',
    'state.offered': 'offered a seat',
    'state.cancelled': 'cancelled',
    'state.expired': 'offer expired',
    'state.rejected': 'not approved',
    'mode.virtual': 'virtual',
    'mode.onsite': 'on site',
  },
};
