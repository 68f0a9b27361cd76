// Letters of other alphabets, and of enclosed and small kinds, that are read as Latin ones: a word written with them is read
// as the word it looks like.

/** Before case is taken away: `Η` is read as H, `η` as n. */
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  a: 'аАαΑɑᴀ',
  b: 'ВьЬβΒʙƀ',
  c: 'сСϲϹᴄ',
  d: 'ԁᴅđĐ',
  e: 'еЕεΕҽɛᴇ',
  f: 'ƒꜰ',
  g: 'ɡɢց',
  h: 'һНнΗʜħ',
  i: 'іІιΙıɪɨ',
  j: 'јЈᴊ',
  k: 'кКκΚᴋ',
  l: 'ӏłŁʟ',
  m: 'мМΜᴍ',
  n: 'пηոΝɴ',
  o: 'оОοΟσօөøØᴏ',
  p: 'рРρΡᴘ',
  q: 'ԛ',
  r: 'гʀ',
  s: 'ѕЅꜱ',
  t: 'тТτΤᴛŧ',
  u: 'υսᴜ',
  v: 'ѵνᴠ',
  w: 'ԝωᴡ',
  x: 'хХχΧ',
  y: 'уУγΥүʏ',
  z: 'ΖᴢƵƶ',
};

/** Where a run of signs for A to Z begins: white on black round and square ones, and those that flags are made of. */
const ALPHABETS = [0x1f150, 0x1f170, 0x1f1e6];
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

const READ_AS = new Map([
  ...Object.entries(LOOK_ALIKES).flatMap(([letter, signs]) =>
    Array.from(signs, (sign): [string, string] => [sign.normalize('NFKD'), letter]),
  ),
  ...ALPHABETS.flatMap((first) =>
    Array.from(LETTERS, (letter, place): [string, string] => [String.fromCodePoint(first + place), letter]),
  ),
]);

/** @param text decomposed (NFKD), in its own case */
export function asRead(text: string): string {
  return Array.from(text, (sign) => READ_AS.get(sign) ?? sign).join('');
}
