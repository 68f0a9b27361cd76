import { describe, expect, it } from '@jest/globals';
import { USUAL_WORDS } from './usual-words.js';
import { foldedKey, wordMatcher } from './word-list.rules.js';

describe('the usual words', () => {
  const usual = wordMatcher(USUAL_WORDS);

  it.each([
    'dasar goblok',
    'GOBLOK!',
    'gobloooook',
    'ggoblok kamu',
    'g0bl0k',
    'gôblök',
    'ｇｏｂｌｏｋ',
    'kamu t0l0l, ya',
    '"bangsat"',
    'b4ngs4t',
    'b@ngs@t',
    'bang$at',
    'sh!t',
    'shiiit',
    'cek slot gacor di sini',
    'SLOT-GACOR',
    'slot   g4c0r',
    'slot\ngacorrr',
    'main di dominoqq',
    'gob\u200blok',
    'g\u00adob\u2060l\u200dok',
    'gob\u202elok',
    'gob\ufe0flok',
    'gоblоk',
    'GОBLОK',
    'gοbłοk',
    'ɢᴏʙʟᴏᴋ',
    '🅶🅾🅱🅻🅾🅺',
    '🇬🇴🇧🇱🇴🇰',
    '𝗴𝗼𝗯𝗹𝗼𝗸',
    'g\u0336o\u0336b\u0336l\u0336o\u0336k\u0336',
    'slоt gаcоr',
  ])('stand in %p', (text) => {
    expect(usual.isIn(text)).toBe(true);
  });

  it.each([
    'kompetisi',
    'Selamat dari Scunthorpe',
    'asuransi jiwa dan asumsi pasar',
    'kami memekarkan usaha',
    'perekonomian desa',
    'perekrutan pengurus',
    'assessment, classic, as, ass',
    'analisis laporan',
    'Shitake rebus',
    'slot waktu berikutnya kosong',
    'gacor hari Senin',
    'apa bahayanya judi online?',
    'ternak babi dan anjing penjaga',
    'hai! apa kabar?',
    'Merdeka! 🇮🇩 👩\u200d🌾 ❤\ufe0f',
    'Привет, как дела?',
    'می\u200cخواهم',
    'rapat 2026, kursi 4500',
    'hubungi rina@contoh.id',
    'Rp5.000.000 @ 3%',
    '',
    '!!! $$$ @@@',
  ])('do not stand in %p', (text) => {
    expect(usual.isIn(text)).toBe(false);
  });
});

describe('a listed word', () => {
  it('with a double letter is not the word with a single one', () => {
    const matcher = wordMatcher(['ass']);
    expect(['as', 'ass', 'asssss', 'a55'].map((text) => matcher.isIn(text))).toEqual([false, true, true, true]);
  });

  it('with digits is found as it is written', () => {
    const matcher = wordMatcher(['slot88', '303']);
    expect(['slot88', 'SLOT88', 'slot 88', '303', '3o3', '1303'].map((text) => matcher.isIn(text))).toEqual([
      ...[true, true, false, true, false, false],
    ]);
  });

  it('of several words is found only where they follow one another', () => {
    const matcher = wordMatcher(['satu dua', 'satu tiga']);
    expect(['satu dua', 'satu, tiga', 'dua satu', 'satu empat dua', 'satu'].map((text) => matcher.isIn(text))).toEqual([
      ...[true, true, false, false, false],
    ]);
  });

  it('is the same word however it is dressed up', () => {
    expect(foldedKey('G0BLÖK')).toBe(foldedKey('goblok'));
    expect(foldedKey('ass')).not.toBe(foldedKey('as'));
    expect(foldedKey(' ?! ')).toBe('');
  });

  it('is found in a text of the greatest length within a blink', () => {
    const matcher = wordMatcher(Array.from({ length: 1_000 }, (_, nth) => `kata${nth} buruk`));
    expect(matcher.isIn('a!'.repeat(250))).toBe(false);
    expect(matcher.isIn(`${'kata1 '.repeat(80)} kata1 buruk`)).toBe(true);
  });
});
