import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { bare, withoutHidden } from './hidden-characters.js';

describe('withoutHidden', () => {
  it.each([
    ['a zero-width space', 'go\u200bblok', 'goblok'],
    ['a word joiner and a byte order mark', '\ufeffgob\u2060lok', 'goblok'],
    ['a soft hyphen', 'gob\u00adlok', 'goblok'],
    ['joiners in a Latin word', 'go\u200dbl\u200cok', 'goblok'],
    ['a variation selector in a Latin word', 'g0\ufe0fbl\ufe0fok', 'g0blok'],
    ['tags', 'go\u{e0061}blok', 'goblok'],
    ['an override of direction', 'harga \u202e000.001\u202c', 'harga 000.001'],
    ['isolates and marks', '\u2066Ayu\u2069 \u200eSiti\u200f', 'Ayu Siti'],
    ['a name of nothing', '\u3164\u115f\u2800', '\u2800'],
    ['a joiner that joins nothing', '👩\u200d dan \u200d👩', '👩 dan 👩'],
  ])('takes out %s', (_, text, expected) => {
    expect(withoutHidden(text)).toBe(expected);
  });

  it.each([
    ['people at work', '👩\u200d🌾👨🏽\u200d🏫'],
    ['a family', '👨\u200d👩\u200d👧'],
    ['a heart in its colour', '❤\ufe0f dan ❤\ufe0f\u200d🔥'],
    ['a keycap', '1\ufe0f\u20e3'],
    ['a flag of colours', '🏳\ufe0f\u200d🌈'],
    ['the flag of a region', '🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}'],
    ['the flag of a country', '🇮🇩'],
    ['Persian', 'می\u200cخواهم'],
    ['Devanagari', 'क्\u200dष'],
    ['Javanese', 'ꦄꦏ꧀\u200cꦱꦫ'],
    ['ordinary words', 'Siapa yang boleh ikut, Pak?\n\tTerima kasih — “ya”.'],
  ])('keeps %s', (_, text) => {
    expect(withoutHidden(text)).toBe(text);
  });

  it('looks through a long text of nothing but flags within a blink', () => {
    expect(withoutHidden(`\u{1f3f4}${'\u{e0067}'.repeat(40_000)}`)).toHaveLength(2 + 7 * 2);
  });

  it('changes nothing more the second time, and leaves no hidden character in Latin words', () => {
    const hidden = fc.constantFrom('\u200b', '\u200d', '\u200c', '\u202e', '\ufe0f', '\u00ad', '\u2060', '\u{e0061}');
    const text = fc.array(fc.oneof(hidden, fc.constantFrom('a', 'b', ' ', '👩', '🌾', 'ک')), { maxLength: 12 });
    fc.assert(
      fc.property(text, (parts) => {
        const once = withoutHidden(parts.join(''));
        expect(withoutHidden(once)).toBe(once);
        expect(once).not.toMatch(/[ab][\u200b-\u200d\u202e\ufe0f\u00ad\u2060]/u);
        expect(bare(once)).toBe(bare(parts.join('')));
      }),
    );
  });
});
