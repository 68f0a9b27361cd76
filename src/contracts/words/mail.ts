// What mails say. `{slots}` are filled for each reader; a text has no other markup.

import type { Words } from '../languages.js';
import type { MailKind } from '../mail.js';

type Part = 'subject' | 'lead' | 'button' | 'why';
type Common =
  | 'greeting'
  | 'when'
  | 'when-all'
  | 'was'
  | 'now'
  | 'place'
  | 'place.virtual'
  | 'place.hybrid'
  | 'place.changed'
  | 'protocol'
  | 'offerEndsAt'
  | 'reason'
  | 'question'
  | 'answer'
  | 'others-wait'
  | 'release'
  | 'role.host'
  | 'role.moderator'
  | 'role.speaker'
  | 'same-address'
  | 'automatic'
  | 'or-button'
  | 'code-note'
  | 'plus-day'
  | 'series.confirmed'
  | 'series.confirmed-at'
  | 'series.waitlisted'
  | 'series.pending'
  | 'series.offered'
  | 'series.none'
  | 'series.refused'
  | 'series.release'
  | 'series.page';
export type MailWord = Common | `${MailKind}.${Part}`;

const BECAUSE_REGISTERED = {
  id: 'Anda menerima surat ini karena Anda mendaftar pada sesi ini. Surat ini bagian dari pendaftaran Anda, bukan surat siaran.',
  en: 'You get this mail because you registered for this session. It is part of your registration, not a newsletter.',
};

const BECAUSE_STAFF = {
  id: 'Anda menerima surat ini karena Anda bertugas pada sesi ini. Surat ini bukan surat siaran.',
  en: 'You get this mail because you help to run this session. It is not a newsletter.',
};

export const mailWords: Words<MailWord> = {
  id: {
    greeting: 'Halo {nickname},',
    when: 'Waktu',
    'when-all': 'Mulai',
    was: 'Waktu lama',
    now: 'Waktu sekarang',
    place: 'Tempat',
    'place.virtual': 'virtual',
    'place.hybrid': '{venue}, atau virtual',
    'place.changed': '{now} (sebelumnya: {was})',
    protocol: 'Sebelum datang',
    offerEndsAt: 'Kursi ini menunggu Anda sampai',
    reason: 'Alasan',
    question: 'Pertanyaan',
    answer: 'Jawaban',
    'others-wait':
      'Ada anggota lain yang menunggu tempat. Bila Anda berhalangan, mohon lepaskan tempat Anda hari ini juga.',
    release: 'Berhalangan hadir? Batalkan pendaftaran Anda di sini, tanpa perlu masuk:',
    'role.host': 'pemandu',
    'role.moderator': 'moderator',
    'role.speaker': 'narasumber',
    'same-address': 'Bila tombol tidak dapat ditekan, salin alamat ini ke peramban Anda:',
    automatic: 'Surat ini dikirim otomatis oleh {cooperative}; balasan ke alamat ini tidak dibaca.',
    'plus-day': '(+1 hari)',
    'or-button': 'Atau tekan tombol ini di peramban yang sama:',
    'code-note':
      'Kode dan tautan berlaku {minutes} menit dan hanya dapat dipakai sekali. Jangan berikan kepada siapa pun, juga tidak kepada pengurus. Bila Anda tidak memintanya, abaikan surat ini.',
    'sign-in.subject': 'Kode masuk Anda di {cooperative}',
    'sign-in.lead': 'Ketik kode ini di halaman tempat Anda memintanya:',
    'sign-in.button': 'Masuk',
    'sign-in.why':
      'Anda menerima surat ini karena seseorang meminta kode masuk untuk alamat ini. Surat ini bukan surat siaran.',
    'registration-confirmed.subject': 'Anda terdaftar: {title}',
    'registration-confirmed.lead':
      'Tempat Anda sudah dipastikan. Undangan kalender terlampir, dan kami akan mengingatkan Anda sebelum sesi dimulai. Bila berhalangan, lepaskan tempat Anda di halaman sesi agar dapat dipakai anggota lain.',
    'registration-confirmed.button': 'Buka halaman sesi',
    'registration-confirmed.why': BECAUSE_REGISTERED.id,
    'registration-promoted.subject': 'Anda mendapat tempat: {title}',
    'registration-promoted.lead':
      'Ada tempat yang kosong dan sekarang menjadi milik Anda. Undangan kalender terlampir. Bila berhalangan, lepaskan tempat Anda di halaman sesi agar dapat dipakai anggota berikutnya.',
    'registration-promoted.button': 'Buka halaman sesi',
    'registration-promoted.why':
      'Anda menerima surat ini karena Anda ada di daftar tunggu sesi ini. Surat ini bagian dari pendaftaran Anda, bukan surat siaran.',
    'registration-switched.subject': 'Cara Anda ikut berubah: {title}',
    'registration-switched.lead':
      'Anda ikut dengan cara yang baru saja Anda pilih. Undangan kalender dengan tempat atau tautan yang benar terlampir dan menggantikan yang lama.',
    'registration-switched.button': 'Buka halaman sesi',
    'registration-switched.why': BECAUSE_REGISTERED.id,
    'registration-waitlisted.subject': 'Anda masuk daftar tunggu: {title}',
    'registration-waitlisted.lead':
      'Semua tempat sudah terisi. Anda berada di daftar tunggu, dan kami segera memberi tahu begitu ada tempat untuk Anda. Urutan Anda dapat dilihat di halaman sesi.',
    'registration-waitlisted.button': 'Lihat urutan saya',
    'registration-waitlisted.why': BECAUSE_REGISTERED.id,
    'registration-pending.subject': 'Pendaftaran Anda kami terima: {title}',
    'registration-pending.lead':
      'Pendaftaran Anda sudah kami terima dan menunggu persetujuan pengurus. Kami segera memberi tahu keputusannya.',
    'registration-pending.button': 'Buka halaman sesi',
    'registration-pending.why': BECAUSE_REGISTERED.id,
    'registration-approved.subject': 'Pendaftaran disetujui: {title}',
    'registration-approved.lead':
      'Pendaftaran Anda disetujui dan tempat Anda sudah dipastikan. Undangan kalender terlampir. Bila berhalangan, lepaskan tempat Anda di halaman sesi agar dapat dipakai anggota lain.',
    'registration-approved.button': 'Buka halaman sesi',
    'registration-approved.why': BECAUSE_REGISTERED.id,
    'registration-rejected.subject': 'Pendaftaran tidak disetujui: {title}',
    'registration-rejected.lead':
      'Pendaftaran Anda pada sesi ini tidak disetujui. Bila ada pertanyaan, hubungi pengurus. Sesi lain dapat dilihat di jadwal.',
    'registration-rejected.button': 'Buka halaman sesi',
    'registration-rejected.why': BECAUSE_REGISTERED.id,
    'registration-offered.subject': 'Ada kursi untuk Anda: {title}',
    'registration-offered.lead':
      'Ada kursi yang kosong, dan giliran Anda untuk mengambilnya. Buka halaman sesi dan tekan “Ambil kursi ini” sebelum waktunya habis; sesudah itu kursi ditawarkan kepada yang berikutnya.',
    'registration-offered.button': 'Ambil kursi ini',
    'registration-offered.why': BECAUSE_REGISTERED.id,
    'registration-expired.subject': 'Tawaran kursi sudah lewat: {title}',
    'registration-expired.lead':
      'Kursi yang kami tawarkan tidak Anda ambil pada waktunya, dan sudah diberikan kepada yang berikutnya. Anda boleh mendaftar kembali selama pendaftaran dibuka.',
    'registration-expired.button': 'Buka halaman sesi',
    'registration-expired.why': BECAUSE_REGISTERED.id,
    'registration-cancelled.subject': 'Pendaftaran dibatalkan: {title}',
    'registration-cancelled.lead':
      'Pendaftaran Anda pada sesi ini sudah dibatalkan, dan Anda tidak akan diingatkan lagi. Anda boleh mendaftar kembali selama pendaftaran dibuka.',
    'registration-cancelled.button': 'Buka halaman sesi',
    'registration-cancelled.why':
      'Anda menerima surat ini karena pendaftaran Anda pada sesi ini berubah. Surat ini bukan surat siaran.',
    'reminder-day-before.subject': 'Pengingat: {title}',
    'reminder-day-before.lead':
      'Sesi yang Anda ikuti sudah dekat. Undangan kalendernya terlampir sekali lagi. Catat waktunya:',
    'reminder-day-before.button': 'Buka halaman sesi',
    'reminder-day-before.why': BECAUSE_REGISTERED.id,
    'reminder-hour-before.subject': 'Dalam satu jam: {title}',
    'reminder-hour-before.lead': 'Sesi dimulai dalam satu jam. Ruang dibuka {roomOpens} menit sebelumnya.',
    'reminder-hour-before.button': 'Buka halaman sesi',
    'reminder-hour-before.why': BECAUSE_REGISTERED.id,
    'reminder-ten-minutes-before.subject': 'Segera dimulai: {title}',
    'reminder-ten-minutes-before.lead': 'Sesi dimulai dalam sepuluh menit. Ruang sudah dibuka.',
    'reminder-ten-minutes-before.button': 'Masuk ke ruang',
    'reminder-ten-minutes-before.why': BECAUSE_REGISTERED.id,
    'session-changed.subject': 'Jadwal berubah: {title}',
    'session-changed.lead':
      'Waktu atau tempat sesi ini berubah. Pendaftaran Anda tetap berlaku; bila Anda sudah mendapat tempat, undangan kalender yang baru terlampir. Yang lama dan yang berlaku sekarang:',
    'session-changed.button': 'Buka halaman sesi',
    'session-changed.why': BECAUSE_REGISTERED.id,
    'session-cancelled.subject': 'Sesi dibatalkan: {title}',
    'session-cancelled.lead':
      'Sesi ini dibatalkan dan tidak jadi diadakan. Bila ada di kalender Anda, undangannya ikut dibatalkan. Sesi lain dapat dilihat di jadwal.',
    'session-cancelled.button': 'Lihat jadwal',
    'session-cancelled.why': BECAUSE_REGISTERED.id,
    'follow-up-present.subject': 'Terima kasih sudah hadir: {title}',
    'follow-up-present.lead':
      'Kehadiran Anda sudah dicatat dalam catatan belajar Anda. Sampai jumpa di sesi berikutnya.',
    'follow-up-present.button': 'Buka catatan belajar',
    'follow-up-present.why': BECAUSE_REGISTERED.id,
    'follow-up-absent.subject': 'Kami merindukan Anda: {title}',
    'follow-up-absent.lead':
      'Anda terdaftar pada sesi ini, tetapi kehadiran Anda tidak tercatat penuh. Rinciannya ada di halaman sesi; bila ada yang keliru, sampaikan kepada pengurus. Sesi lain dapat dilihat di jadwal.',
    'follow-up-absent.button': 'Buka halaman sesi',
    'follow-up-absent.why': BECAUSE_REGISTERED.id,
    'series.confirmed': 'Tempat Anda sudah dipastikan.',
    'series.confirmed-at': 'Tempat Anda sudah dipastikan, di {venue}.',
    'series.waitlisted': 'Daftar tunggu, urutan ke-{place} saat surat ini dibuat. Kami memberi tahu begitu ada tempat.',
    'series.pending': 'Menunggu persetujuan pengurus.',
    'series.offered': 'Ada kursi yang menunggu jawaban Anda di halaman sesi.',
    'series.none': 'Anda tidak terdaftar pada sesi ini.',
    'series.refused': 'Anda tidak terdaftar pada sesi ini: {why}',
    'series.release': 'Berhalangan hadir pada tanggal ini? Batalkan di sini, tanpa perlu masuk:',
    'series.page': 'Halaman sesi:',
    'series-joined.subject': 'Pendaftaran Anda untuk seluruh seri: {title}',
    'series-joined.lead':
      'Anda mendaftar untuk semua sesi seri ini yang akan datang. Inilah hasilnya untuk setiap tanggal. Untuk setiap tempat yang sudah dipastikan terlampir satu berkas undangan kalender, dan kami akan mengingatkan Anda sebelum sesinya.',
    'series-joined.button': 'Buka seri ini',
    'series-joined.why':
      'Anda menerima surat ini karena Anda mendaftar pada seri ini. Surat ini bagian dari pendaftaran Anda, bukan surat siaran.',
    'series-cancelled.subject': 'Sesi-sesi ini dibatalkan: {title}',
    'series-cancelled.lead':
      'Sesi-sesi berikut dibatalkan dan tidak jadi diadakan. Bila ada di kalender Anda, buka berkas yang terlampir untuk menghapusnya. Sesi lain dapat dilihat di jadwal.',
    'series-cancelled.button': 'Lihat jadwal',
    'series-cancelled.why':
      'Anda menerima surat ini karena Anda mendaftar pada sesi-sesi ini. Surat ini bagian dari pendaftaran Anda, bukan surat siaran.',
    'question-answered.subject': 'Pertanyaan sudah dijawab: {title}',
    'question-answered.lead':
      'Pertanyaan yang Anda ajukan atau dukung di sesi ini sudah dijawab secara tertulis. Inilah jawabannya.',
    'question-answered.button': 'Buka halaman sesi',
    'question-answered.why':
      'Anda menerima surat ini karena Anda mengajukan atau mendukung pertanyaan ini. Surat ini bukan surat siaran.',
    'staff-invited.subject': 'Bersediakah Anda menjadi {role}? {title}',
    'staff-invited.lead':
      '{who} mengundang Anda menjadi {role} pada sesi ini. Terima atau tolak undangannya di halaman sesi; sebelum Anda menerimanya, Anda belum bertugas.',
    'staff-invited.button': 'Jawab undangan',
    'staff-invited.why':
      'Anda menerima surat ini karena pengurus mengundang Anda bertugas pada sesi ini. Surat ini bukan surat siaran.',
    'staff-declined.subject': '{who} tidak bersedia: {title}',
    'staff-declined.lead': '{who} menolak undangan bertugas pada sesi ini. Undanglah orang lain bila masih diperlukan.',
    'staff-declined.button': 'Buka sesi',
    'staff-declined.why':
      'Anda menerima surat ini karena Anda yang mengundang petugas sesi ini. Surat ini bukan surat siaran.',
    'staff-left.subject': '{who} mundur dari tugas: {title}',
    'staff-left.lead':
      '{who} tidak lagi bertugas sebagai {role} pada sesi ini atas permintaannya sendiri. Tunjuklah pengganti bila masih diperlukan.',
    'staff-left.button': 'Buka sesi',
    'staff-left.why':
      'Anda menerima surat ini karena Anda merencanakan atau ikut memandu sesi ini. Surat ini bukan surat siaran.',
    'staff-accepted.subject': 'Anda bertugas sebagai {role}: {title}',
    'staff-accepted.lead':
      'Terima kasih atas kesediaan Anda menjadi {role}. Undangan kalender untuk setiap tanggal tugas terlampir; bila waktu atau tempatnya berubah, kami mengirim yang baru.',
    'staff-accepted.button': 'Buka halaman sesi',
    'staff-accepted.why': BECAUSE_STAFF.id,
    'staff-changed.subject': 'Jadwal tugas berubah: {title}',
    'staff-changed.lead':
      'Waktu atau tempat sesi yang Anda tangani berubah. Undangan kalender yang baru terlampir. Yang lama dan yang berlaku sekarang:',
    'staff-changed.button': 'Buka halaman sesi',
    'staff-changed.why': BECAUSE_STAFF.id,
    'staff-cancelled.subject': 'Tugas batal, sesi dibatalkan: {title}',
    'staff-cancelled.lead':
      'Sesi yang akan Anda tangani dibatalkan dan tidak jadi diadakan. Undangan di kalender Anda ikut dibatalkan.',
    'staff-cancelled.button': 'Lihat jadwal',
    'staff-cancelled.why': BECAUSE_STAFF.id,
    'staff-series-cancelled.subject': 'Tugas batal, sesi-sesi ini dibatalkan: {title}',
    'staff-series-cancelled.lead':
      'Sesi-sesi berikut yang akan Anda tangani dibatalkan dan tidak jadi diadakan. Buka berkas yang terlampir untuk menghapusnya dari kalender Anda.',
    'staff-series-cancelled.button': 'Lihat jadwal',
    'staff-series-cancelled.why': BECAUSE_STAFF.id,
    'staff-removed.subject': 'Anda tidak lagi bertugas: {title}',
    'staff-removed.lead':
      'Anda tidak lagi bertugas pada sesi ini, dan undangannya di kalender Anda dibatalkan. Bila ini keliru, hubungi pengurus.',
    'staff-removed.button': 'Lihat jadwal',
    'staff-removed.why':
      'Anda menerima surat ini karena Anda tadinya bertugas pada sesi ini. Surat ini bukan surat siaran.',
  },
  en: {
    greeting: 'Hello {nickname},',
    when: 'Time',
    'when-all': 'Starts',
    was: 'Old time',
    now: 'Time now',
    place: 'Place',
    'place.virtual': 'virtual',
    'place.hybrid': '{venue}, or virtual',
    'place.changed': '{now} (before: {was})',
    protocol: 'Before you come',
    offerEndsAt: 'This seat waits for you until',
    reason: 'Reason',
    question: 'Question',
    answer: 'Answer',
    'others-wait': 'Other members are waiting for a seat. If you can’t come any more, please release yours today.',
    release: 'Can’t come? Cancel your registration here, no sign-in needed:',
    'role.host': 'host',
    'role.moderator': 'moderator',
    'role.speaker': 'speaker',
    'same-address': 'If the button does not work, copy this address into your browser:',
    automatic: 'This mail was sent automatically by {cooperative}; replies to this address are not read.',
    'plus-day': '(+1 day)',
    'or-button': 'Or press this button in the same browser:',
    'code-note':
      'Code and link last {minutes} minutes and work once. Give them to nobody, not even to staff. If you did not ask for them, ignore this mail.',
    'sign-in.subject': 'Your sign-in code for {cooperative}',
    'sign-in.lead': 'Type this code on the page where you asked for it:',
    'sign-in.button': 'Sign in',
    'sign-in.why':
      'You get this mail because somebody asked for a sign-in code for this address. It is not a newsletter.',
    'registration-confirmed.subject': 'You are registered: {title}',
    'registration-confirmed.lead':
      'Your seat is confirmed. A calendar invitation is attached, and we will remind you before the session starts. If you cannot come, release your seat on the session page so that another member can have it.',
    'registration-confirmed.button': 'Open the session page',
    'registration-confirmed.why': BECAUSE_REGISTERED.en,
    'registration-promoted.subject': 'You have a seat: {title}',
    'registration-promoted.lead':
      'A seat became free and is now yours. A calendar invitation is attached. If you cannot come, release your seat on the session page so that the next member can have it.',
    'registration-promoted.button': 'Open the session page',
    'registration-promoted.why':
      'You get this mail because you are on the waiting list of this session. It is part of your registration, not a newsletter.',
    'registration-switched.subject': 'You come another way: {title}',
    'registration-switched.lead':
      'You take part the way you have just chosen. The calendar invitation with the right place or link is attached, and replaces the one before.',
    'registration-switched.button': 'Open the session page',
    'registration-switched.why': BECAUSE_REGISTERED.en,
    'registration-waitlisted.subject': 'You are on the waiting list: {title}',
    'registration-waitlisted.lead':
      'All seats are taken. You are on the waiting list, and we will tell you as soon as there is a seat for you. Your place in the queue is shown on the session page.',
    'registration-waitlisted.button': 'See my place',
    'registration-waitlisted.why': BECAUSE_REGISTERED.en,
    'registration-pending.subject': 'We have your registration: {title}',
    'registration-pending.lead':
      'We have received your registration. It waits for approval by staff, and we will tell you what they decide.',
    'registration-pending.button': 'Open the session page',
    'registration-pending.why': BECAUSE_REGISTERED.en,
    'registration-approved.subject': 'Registration approved: {title}',
    'registration-approved.lead':
      'Your registration was approved and your seat is confirmed. A calendar invitation is attached. If you cannot come, release your seat on the session page so that another member can have it.',
    'registration-approved.button': 'Open the session page',
    'registration-approved.why': BECAUSE_REGISTERED.en,
    'registration-rejected.subject': 'Registration not approved: {title}',
    'registration-rejected.lead':
      'Your registration for this session was not approved. If you have questions, please ask the staff. Other sessions are in the schedule.',
    'registration-rejected.button': 'Open the session page',
    'registration-rejected.why': BECAUSE_REGISTERED.en,
    'registration-offered.subject': 'A seat for you: {title}',
    'registration-offered.lead':
      'A seat became free and it is your turn to take it. Open the session page and press “Take this seat” before the time is over; after that it is offered to the next.',
    'registration-offered.button': 'Take this seat',
    'registration-offered.why': BECAUSE_REGISTERED.en,
    'registration-expired.subject': 'The offered seat has lapsed: {title}',
    'registration-expired.lead':
      'You did not take the seat we offered in time, so it went to the next in the queue. You may register again while registration is open.',
    'registration-expired.button': 'Open the session page',
    'registration-expired.why': BECAUSE_REGISTERED.en,
    'registration-cancelled.subject': 'Registration cancelled: {title}',
    'registration-cancelled.lead':
      'Your registration for this session has been cancelled, and you will not be reminded again. You may register again while registration is open.',
    'registration-cancelled.button': 'Open the session page',
    'registration-cancelled.why':
      'You get this mail because your registration for this session changed. It is not a newsletter.',
    'reminder-day-before.subject': 'Reminder: {title}',
    'reminder-day-before.lead':
      'The session you joined is near. Its calendar invitation is attached once more. Note the time:',
    'reminder-day-before.button': 'Open the session page',
    'reminder-day-before.why': BECAUSE_REGISTERED.en,
    'reminder-hour-before.subject': 'Within the hour: {title}',
    'reminder-hour-before.lead': 'The session starts within the hour. The room opens {roomOpens} minutes before.',
    'reminder-hour-before.button': 'Open the session page',
    'reminder-hour-before.why': BECAUSE_REGISTERED.en,
    'reminder-ten-minutes-before.subject': 'Starting soon: {title}',
    'reminder-ten-minutes-before.lead': 'The session starts within ten minutes. The room is open.',
    'reminder-ten-minutes-before.button': 'Enter the room',
    'reminder-ten-minutes-before.why': BECAUSE_REGISTERED.en,
    'session-changed.subject': 'Schedule changed: {title}',
    'session-changed.lead':
      'The time or place of this session has changed. Your registration stands; if you have a seat, the new calendar invitation is attached. What was, and what holds now:',
    'session-changed.button': 'Open the session page',
    'session-changed.why': BECAUSE_REGISTERED.en,
    'session-cancelled.subject': 'Session cancelled: {title}',
    'session-cancelled.lead':
      'This session is cancelled and will not take place. If it is in your calendar, its invitation is cancelled too. Other sessions are in the schedule.',
    'session-cancelled.button': 'See the schedule',
    'session-cancelled.why': BECAUSE_REGISTERED.en,
    'follow-up-present.subject': 'Thank you for coming: {title}',
    'follow-up-present.lead': 'Your attendance now stands in your learning record. See you at the next session.',
    'follow-up-present.button': 'Open my learning record',
    'follow-up-present.why': BECAUSE_REGISTERED.en,
    'follow-up-absent.subject': 'We missed you: {title}',
    'follow-up-absent.lead':
      'You registered for this session, but your attendance was not recorded in full. The details are on the session page; if something is wrong, tell the staff. Other sessions are in the schedule.',
    'follow-up-absent.button': 'Open the session page',
    'follow-up-absent.why': BECAUSE_REGISTERED.en,
    'series.confirmed': 'Your seat is confirmed.',
    'series.confirmed-at': 'Your seat is confirmed, at {venue}.',
    'series.waitlisted':
      'On the waiting list, no. {place} when this was written. We will tell you as soon as there is a seat.',
    'series.pending': 'Waiting for approval by staff.',
    'series.offered': 'A seat waits for your answer on the session page.',
    'series.none': 'You are not registered for this session.',
    'series.refused': 'You are not registered for this session: {why}',
    'series.release': 'Can’t come on this date? Cancel it here, no sign-in needed:',
    'series.page': 'Session page:',
    'series-joined.subject': 'Your registration for the whole series: {title}',
    'series-joined.lead':
      'You registered for every coming session of this series. This is what became of each date. For each confirmed seat a calendar invitation is attached as a file, and we will remind you before that session.',
    'series-joined.button': 'Open the series',
    'series-joined.why':
      'You get this mail because you registered for this series. It is part of your registration, not a newsletter.',
    'series-cancelled.subject': 'These sessions are cancelled: {title}',
    'series-cancelled.lead':
      'The sessions below are cancelled and will not take place. If they are in your calendar, open the attached files to remove them. Other sessions are in the schedule.',
    'series-cancelled.button': 'See the schedule',
    'series-cancelled.why':
      'You get this mail because you registered for these sessions. It is part of your registration, not a newsletter.',
    'question-answered.subject': 'A question was answered: {title}',
    'question-answered.lead':
      'A question that you asked or voted for in this session was answered in writing. Here is the answer.',
    'question-answered.button': 'Open the session page',
    'question-answered.why':
      'You get this mail because you asked this question or voted for it. It is not a newsletter.',
    'staff-invited.subject': 'Will you be the {role}? {title}',
    'staff-invited.lead':
      '{who} asks you to be the {role} of this session. Accept or decline on the session page; until you accept you have no duty in it.',
    'staff-invited.button': 'Answer the invitation',
    'staff-invited.why': 'You get this mail because staff invited you to run this session. It is not a newsletter.',
    'staff-declined.subject': '{who} has declined: {title}',
    'staff-declined.lead': '{who} has declined to run this session. Invite somebody else if you still need to.',
    'staff-declined.button': 'Open the session',
    'staff-declined.why': 'You get this mail because you invited the staff of this session. It is not a newsletter.',
    'staff-left.subject': '{who} has stepped down: {title}',
    'staff-left.lead':
      '{who} no longer helps to run this session as its {role}, at their own wish. Find somebody else if you still need to.',
    'staff-left.button': 'Open the session',
    'staff-left.why': 'You get this mail because you planned this session or help to run it. It is not a newsletter.',
    'staff-accepted.subject': 'You are the {role}: {title}',
    'staff-accepted.lead':
      'Thank you for agreeing to be the {role}. A calendar invitation for each of your dates is attached; if a time or place changes, we will send a new one.',
    'staff-accepted.button': 'Open the session page',
    'staff-accepted.why': BECAUSE_STAFF.en,
    'staff-changed.subject': 'Your duty has moved: {title}',
    'staff-changed.lead':
      'The time or place of a session that you help to run has changed. The new calendar invitation is attached. What it was, and what holds now:',
    'staff-changed.button': 'Open the session page',
    'staff-changed.why': BECAUSE_STAFF.en,
    'staff-cancelled.subject': 'Session cancelled, no duty: {title}',
    'staff-cancelled.lead':
      'The session that you were to run is cancelled and will not take place. The invitation in your calendar is cancelled too.',
    'staff-cancelled.button': 'See the schedule',
    'staff-cancelled.why': BECAUSE_STAFF.en,
    'staff-series-cancelled.subject': 'Sessions cancelled, no duty: {title}',
    'staff-series-cancelled.lead':
      'The sessions below, which you were to run, are cancelled and will not take place. Open the attached files to remove them from your calendar.',
    'staff-series-cancelled.button': 'See the schedule',
    'staff-series-cancelled.why': BECAUSE_STAFF.en,
    'staff-removed.subject': 'You are no longer on duty: {title}',
    'staff-removed.lead':
      'You no longer help to run this session, and its invitation in your calendar is cancelled. If this is a mistake, please talk to staff.',
    'staff-removed.button': 'See the schedule',
    'staff-removed.why': 'You get this mail because you were to help run this session. It is not a newsletter.',
  },
};
