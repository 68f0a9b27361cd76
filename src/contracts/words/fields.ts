// What a refused field says, beside the field. `{limit}` is the limit it broke.

import type { FieldRule } from '../error-codes.js';
import type { Words } from '../languages.js';

export const fieldWords: Words<FieldRule> = {
  id: {
    required: 'Wajib diisi.',
    'wrong-type': 'Jenis isiannya tidak sesuai.',
    format: 'Bentuk isiannya tidak sesuai.',
    'too-short': 'Terlalu pendek: paling sedikit {limit}.',
    'too-long': 'Terlalu panjang: paling banyak {limit}.',
    'too-small': 'Terlalu kecil: paling sedikit {limit}.',
    'too-large': 'Terlalu besar: paling banyak {limit}.',
    'not-allowed': 'Pilihan ini tidak tersedia.',
    'unknown-field': 'Isian ini tidak dikenal.',
    'control-characters': 'Mengandung karakter yang tidak dapat disimpan.',
    'in-the-past': 'Waktu ini sudah lewat.',
    'end-before-start': 'Waktu selesai harus sesudah waktu mulai.',
    'unknown-zone': 'Zona waktu ini tidak dikenal.',
    'unknown-id': 'Yang dipilih tidak ditemukan.',
    taken: 'Sudah dipakai.',
    'too-common': 'Terlalu mudah ditebak. Pilih yang lain.',
    'wrong-code': 'Kode ini salah. Sisa percobaan: {limit}.',
    'wrong-password': 'Kata sandi sekarang ini salah.',
    'other-browser': 'Tautan ini diminta di peramban lain. Ketikkan kode dari e-mail di tempat Anda memintanya.',
    'unsafe-address': 'Alamat ini tidak dapat dipakai. Gunakan alamat https yang dapat dibuka umum.',
    'last-admin': 'Koperasi harus memiliki paling sedikit satu admin yang aktif.',
    'spreadsheet-number':
      'Angka ini sudah diringkas oleh lembar kerja. Ubah kolomnya menjadi teks, lalu isi kembali angkanya.',
  },
  en: {
    required: 'This is required.',
    'wrong-type': 'This is of the wrong type.',
    format: 'This is not in the expected form.',
    'too-short': 'Too short: at least {limit}.',
    'too-long': 'Too long: at most {limit}.',
    'too-small': 'Too small: at least {limit}.',
    'too-large': 'Too large: at most {limit}.',
    'not-allowed': 'This choice is not available.',
    'unknown-field': 'This field is not known.',
    'control-characters': 'It has characters that cannot be kept.',
    'in-the-past': 'This time has passed.',
    'end-before-start': 'The end must come after the start.',
    'unknown-zone': 'This time zone is not known.',
    'unknown-id': 'What you chose was not found.',
    taken: 'This is already in use.',
    'too-common': 'Too easy to guess. Choose another one.',
    'wrong-code': 'This code is wrong. Attempts left: {limit}.',
    'wrong-password': 'This is not your current password.',
    'other-browser': 'This link was asked for in another browser. Type the code from the mail where you asked for it.',
    'unsafe-address': 'This address cannot be used. Use an https address that anybody can open.',
    'last-admin': 'A cooperative must keep at least one active admin.',
    'spreadsheet-number':
      'The spreadsheet has shortened this number. Make the column text, then fill the number in again.',
  },
};
