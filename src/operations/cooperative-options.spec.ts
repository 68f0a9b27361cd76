import { describe, expect, it } from '@jest/globals';
import { readOptions } from './cooperative-options.js';

const GOOD = {
  slug: 'karya-sentosa',
  name: 'Koperasi Karya Sentosa',
  adminName: 'Siti Aminah',
  adminNumber: '00012',
  zone: 'Asia/Makassar',
  colour: '#0b6e4f',
  language: 'id',
};

describe('the options of a new cooperative', () => {
  it('become a cooperative and its admin', () => {
    const { adminName, adminNumber, ...cooperative } = GOOD;
    expect(readOptions({ ...GOOD, adminEmail: 'Siti@Example.ID' })).toEqual({
      kind: 'ready',
      cooperative: { ...cooperative, admin: { name: adminName, number: adminNumber, email: 'Siti@example.id' } },
    });
  });

  it('do without an address: the link is handed over', () => {
    expect(readOptions(GOOD)).toMatchObject({ kind: 'ready', cooperative: { admin: { email: null } } });
  });

  it.each([
    ['slug', 'Maju', '--slug is'],
    ['slug', 'ab', '--slug is'],
    ['slug', 'maju-', '--slug is'],
    ['slug', '../etc', '--slug is'],
    ['name', '  ', '--name is'],
    ['name', 'dua\nbaris', '--name is'],
    ['adminName', 'x'.repeat(121), '--admin-name is'],
    ['adminNumber', '', '--admin-number is'],
    ['adminEmail', 'siti', '--admin-email is'],
    ['zone', 'Asia/Bekasi', '--zone is'],
    ['colour', 'hijau', '--colour is'],
    ['language', 'jv', '--language is'],
  ])('%s as %j is refused by name', (option, value, said) => {
    const verdict = readOptions({ ...GOOD, [option]: value });
    expect(verdict).toEqual({ kind: 'refused', faults: [expect.stringContaining(said)] });
  });

  it('name every fault at once', () => {
    const verdict = readOptions({});
    expect(verdict.kind === 'refused' ? verdict.faults : []).toHaveLength(7);
  });
});
