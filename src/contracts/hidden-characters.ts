// Characters that nobody sees: they break a word so that no list finds it, turn the line that follows around, or make a name
// of nothing.

/** What is drawn as nothing, marks of writing direction among it. */
const HIDDEN = /\p{Default_Ignorable_Code_Point}/gu;

/**
 * Those of them that a reader would miss: the joiners and selectors of an emoji, the tags of a region's flag, and what
 * scripts other than Latin, Greek and Cyrillic write inside their words.
 */
const SEEN = new RegExp(
  [
    // An emoji that goes on (👩‍🌾, 🏳️‍🌈), its look (❤️), a keycap (1️⃣).
    String.raw`(?<=[\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f])\u200d(?=\p{Extended_Pictographic})`,
    String.raw`(?<=\p{Extended_Pictographic})[\ufe0e\ufe0f]`,
    String.raw`(?<=[\d#*])\ufe0f(?=\u20e3)`,
    // From its black flag to its end; as many as the longest has, so that no text takes long to look through.
    String.raw`(?<=\u{1f3f4}[\u{e0020}-\u{e007e}]{0,6})[\u{e0020}-\u{e007f}]`,
    String.raw`(?<=[[\p{L}\p{M}]--[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\u0300-\u036f\p{Default_Ignorable_Code_Point}]])[\u200c\u200d\u17b4\u17b5\u180b-\u180f\ufe00-\ufe0f]`,
  ].join('|'),
  'gv',
);

/** The text as everybody reads it. Emoji, and scripts that need joiners, stay whole. */
export function withoutHidden(text: string): string {
  if (text.search(HIDDEN) === -1) return text;
  const seen = new Set(Array.from(text.matchAll(SEEN), ({ index }) => index));
  return text.replace(HIDDEN, (sign, index: number) => (seen.has(index) ? sign : ''));
}

/** For comparing: without those of emoji and of other scripts too. */
export function bare(text: string): string {
  return text.replace(HIDDEN, '');
}
