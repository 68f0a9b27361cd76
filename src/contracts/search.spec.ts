import { expect, it } from '@jest/globals';
import { searchQuery } from './search.js';

it.each([
  ['budi sar', 'budi:* & sar:*'],
  ['K-0012/7', 'K:* & 0012:* & 7:*'],
  ["Ma'ruf & | !:*", 'Ma:* & ruf:*'],
  ['--- ', undefined],
  ['a b c d e f g h i j', 'a:* & b:* & c:* & d:* & e:* & f:* & g:* & h:*'],
])('searches %s as %s', (text, query) => {
  expect(searchQuery(text)).toBe(query);
});
