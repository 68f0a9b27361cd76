import { describe, expect, it } from '@jest/globals';
import { isSameOrigin } from './same-origin.js';

const PUBLIC = 'https://sinau.example.id';

describe('where a request comes from', () => {
  it.each([
    [{}, true, 'a program without a browser'],
    [{ 'sec-fetch-site': 'same-origin', origin: PUBLIC }, true, 'our own page'],
    [{ 'sec-fetch-site': 'none' }, true, 'typed into the address bar'],
    [{ 'sec-fetch-site': 'same-site', origin: 'https://evil.example.id' }, false, 'a neighbour on the same site'],
    [{ 'sec-fetch-site': 'cross-site', origin: PUBLIC }, false, 'another site, whatever Origin says'],
    [{ origin: PUBLIC }, true, 'our page in an older browser'],
    [{ origin: 'https://evil.example' }, false, 'another page in an older browser'],
    [{ origin: 'http://10.0.0.5:3000', host: '10.0.0.5:3000' }, true, 'our page under another of our names'],
    [{ origin: 'null', host: 'null' }, false, 'a sandboxed page'],
  ])('%j -> %s (%s)', (headers, same, _who) => {
    expect(isSameOrigin(headers, PUBLIC)).toBe(same);
  });
});
