// Words of the editor about where a broadcast comes from.
import type { Words } from '../languages.js';

const id = {
  'edit.stage': 'Panggung',
  'edit.stage.none': 'Obrolan saja',
  'edit.stage.none.hint': 'Tanpa siaran: sesi berlangsung lewat tulisan di ruang.',
  'edit.stage.jitsi': 'Rapat video Jitsi',
  'edit.stage.jitsi.hint':
    'Ruang videonya dibuat sendiri dan tampil di ruang sesi; semua orang dapat berbicara. Kehadiran dihitung otomatis.',
  'edit.stage.youtube': 'YouTube Live',
  'edit.stage.youtube.hint': 'Siaran untuk banyak penonton, tampil di ruang sesi. Kehadiran dihitung otomatis.',
  'edit.stage.embed': 'Halaman siaran lain',
  'edit.stage.embed.hint': 'Tampil di ruang sesi, dari {sites}. Kehadiran dihitung otomatis.',
  'edit.stage.bbb': 'BigBlueButton',
  'edit.stage.bbb.hint':
    'Kelas videonya dibuka saat orang pertama masuk dan ditutup sesudah sesi berakhir. Kehadiran dihitung otomatis.',
  'edit.stage.link': 'Tautan aplikasi lain',
  'edit.stage.link.hint': 'Misalnya Zoom, Meet, atau Teams. Kehadiran harus ditetapkan petugas dengan bukti.',
  'edit.stage.url': 'Alamat siaran',
} as const;

export const webStageWords: Words<keyof typeof id> = {
  id,
  en: {
    'edit.stage': 'Stage',
    'edit.stage.none': 'Chat only',
    'edit.stage.none.hint': 'No broadcast: the session takes place in writing, in the room.',
    'edit.stage.jitsi': 'Jitsi video meeting',
    'edit.stage.jitsi.hint':
      'The meeting is made by itself and shows in the room; everybody can speak. Attendance is measured by itself.',
    'edit.stage.youtube': 'YouTube Live',
    'edit.stage.youtube.hint': 'A broadcast for many viewers, shown in the room. Attendance is measured by itself.',
    'edit.stage.embed': 'Another page with a broadcast',
    'edit.stage.embed.hint': 'Shown in the room, from {sites}. Attendance is measured by itself.',
    'edit.stage.bbb': 'BigBlueButton',
    'edit.stage.bbb.hint':
      'The class opens when the first person comes and closes after the session has ended. Attendance is measured by itself.',
    'edit.stage.link': 'Link to another app',
    'edit.stage.link.hint': 'Such as Zoom, Meet or Teams. Staff must decide on attendance from evidence.',
    'edit.stage.url': 'Address of the broadcast',
  },
};
