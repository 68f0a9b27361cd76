import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { canonicalJson, chainHash, GENESIS } from './hash-chain.js';

describe('canonical JSON', () => {
  it('does not depend on the order of keys', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const reversed = Object.fromEntries(Object.entries(value).reverse());
        expect(canonicalJson(reversed)).toBe(canonicalJson(value));
      }),
    );
  });

  it('reads back as what it was', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        const text = canonicalJson(value);
        expect(canonicalJson(JSON.parse(text))).toBe(text);
      }),
    );
  });

  it('writes instants as ISO 8601 and leaves out what is undefined', () => {
    expect(canonicalJson({ b: undefined, a: new Date('2026-07-03T06:00:00Z') })).toBe(
      '{"a":"2026-07-03T06:00:00.000Z"}',
    );
  });
});

describe('a chain of hashes', () => {
  it('is SHA-256 over the previous hash, a line feed and the content', () => {
    // Known from `printf '000…0\n{"n":1}' | sha256sum`.
    expect(chainHash(GENESIS, { n: 1 })).toBe('bad665c38a61c1ef00dd9dc15e77b0099ac6e73233027efbc233ebbc6fd6f4ef');
  });

  it('changes with any entry before it', () => {
    const chain = (first: number): string => chainHash(chainHash(GENESIS, { n: first }), { n: 2 });
    expect(chain(1)).not.toBe(chain(7));
  });
});
