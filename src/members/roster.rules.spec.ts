import { describe, expect, it } from '@jest/globals';
import { headersOf, suggestedMapping } from './roster-headers.rules.js';
import { decideApply, decideLeave, mayCheck, shownSamples, storedFileName } from './roster-import.rules.js';
import { isEmptyLine, readLine } from './roster-row.rules.js';
import { delimiterOf, encodingOf } from './roster-text.rules.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('the encoding', () => {
  it.each([
    ['UTF-8', bytes('No,Nama'), true, 'utf-8'],
    ['UTF-8 with BOM', Uint8Array.of(0xef, 0xbb, 0xbf, 78), true, 'utf-8'],
    ['UTF-16 LE with BOM', Uint8Array.of(0xff, 0xfe, 78, 0), false, 'utf-16le'],
    ['UTF-16 BE with BOM', Uint8Array.of(0xfe, 0xff, 0, 78), false, 'utf-16be'],
    ['UTF-16 LE', Uint8Array.of(78, 0, 111, 0, 44, 0), true, 'utf-16le'],
    ['UTF-16 BE', Uint8Array.of(0, 78, 0, 111, 0, 44), true, 'utf-16be'],
    ['Windows-1252', Uint8Array.of(0x5a, 0x6f, 0xeb), false, 'windows-1252'],
    ['a workbook', Uint8Array.of(0x50, 0x4b, 3, 4, 0), false, undefined],
    ['bytes', Uint8Array.of(1, 0, 2, 3, 4, 5, 6, 7, 8), false, undefined],
  ])('of %s', (_, head, isUtf8, encoding) => {
    expect(encodingOf(head, isUtf8)).toBe(encoding);
  });
});

it.each([
  ['No,Nama\n1,Budi\n', ','],
  ['No;Nama\n1;Budi, S.E.\n', ';'],
  ['No\tNama\n1\tBudi\n', '\t'],
  ['"No, atau nomor";Nama\n1;Budi\n', ';'],
  ['No;Nama, gelar\n1;Budi\n2;Siti\n', ';'],
  ['sep=;\nNo;Nama\n', ';'],
  ['Nama\nBudi\n', undefined],
  ['', undefined],
])('the delimiter of %j is %j', (text, delimiter) => {
  expect(delimiterOf(text)).toBe(delimiter);
});

describe('headers', () => {
  it.each([
    ['NIK', '3275012345678901', true, {}],
    ['NIK', '12345', false, { employeeNumber: 0 }],
    ['No. KTP', '12345', true, {}],
    ['No Anggota', '3275012345678901', true, {}],
    ['NO. ANGGOTA', 'A-1', false, { number: 0 }],
    ['Nama_Lengkap', 'Budi', false, { name: 0 }],
    ['Membership No.', '1', false, { number: 0 }],
    ['Catatan', '1', false, {}],
  ])('%s over %s', (name, cell, isNationalId, mapping) => {
    const headers = headersOf([name], [[cell]]);
    expect(headers).toEqual([{ name, isNationalId }]);
    expect(suggestedMapping(headers)).toEqual(mapping);
  });

  it('gives a field to the first column that fits, and shows no national id', () => {
    const rows = [['A-1', '3275012345678901', 'Budi']];
    const headers = headersOf(['No Anggota', 'NIK', 'Nama'], rows);
    expect(suggestedMapping([...headers, { name: 'Nama Anggota', isNationalId: false }])).toEqual({
      number: 0,
      name: 2,
    });
    expect(shownSamples(rows, headers)).toEqual([['A-1', '', 'Budi']]);
  });
});

describe('a line', () => {
  const mapping = { number: 0, name: 1, email: 2, mobile: 3, status: 4, joinedOn: 5, zone: 6, language: 7 };
  const faultsOf = (cells: string[]): string[] =>
    readLine(cells, mapping, 8).faults.map((fault) => `${fault.path} ${fault.rule}`);

  it('becomes what is kept', () => {
    const cells = [
      ' A-1 ',
      'Budi   Santoso',
      'Budi@Contoh.ID',
      "'0812 3456 7890",
      'Luar Biasa',
      '5 Mei 2019',
      'wit',
      'English',
    ];
    expect(readLine(cells, mapping, 8)).toEqual({
      faults: [],
      row: {
        number: 'A-1',
        name: 'Budi Santoso',
        nickname: null,
        email: 'Budi@contoh.id',
        mobile: '+6281234567890',
        employeeNumber: null,
        unit: null,
        status: 'luar-biasa',
        joinedOn: '2019-05-05',
        zone: 'Asia/Jayapura',
        language: 'en',
      },
    });
  });

  it.each([
    [['A-1', 'Budi'], []],
    [['', 'Budi'], ['number required']],
    [['A-1', ''], ['name required']],
    [['x'.repeat(41), 'Budi'], ['number too-long']],
    [['1,5E+15', 'Budi'], ['number spreadsheet-number']],
    [['A-1', 'A\u0007'], ['name control-characters']],
    [['A-1', 'A\ud800'], ['name control-characters']],
    [['A-1', 'Budi', 'a@b'], ['email format']],
    [['A-1', 'Budi', 'a..b@contoh.id'], ['email format']],
    [['A-1', 'Budi', `${'x'.repeat(250)}@contoh.id`], ['email too-long']],
    [['A-1', 'Budi', "o'neil@contoh.id"], []],
    [['A-1', 'Budi', '', '8,12E+10'], ['mobile spreadsheet-number']],
    [['A-1', 'Budi', '', '', 'nonaktif'], ['status not-allowed']],
    [['A-1', 'Budi', '', '', 'constructor'], ['status not-allowed']],
    [['A-1', 'Budi', '', '', '', '2021-02-29'], ['joinedOn format']],
    [['A-1', 'Budi', '', '', '', '29/02/2020'], []],
    [['A-1', 'Budi', '', '', '', '29.02.1900'], ['joinedOn format']],
    [['A-1', 'Budi', '', '', '', '43831'], ['joinedOn format']],
    [['A-1', 'Budi', '', '', '', '', 'Asia/Antah'], ['zone unknown-zone']],
    [['A-1', 'Budi', '', '', '', '', '', 'Jawa'], ['language not-allowed']],
    [['A-1', 'Budi', '', '', '', '', '', '', ''], []],
    [['A-1', 'Budi', '', '', '', '', '', '', 'lebih'], ['line wrong-columns']],
  ])('%j has %j', (cells, faults) => {
    expect(faultsOf(cells)).toEqual(faults);
  });

  it('keeps what cannot be taken short and storable, so that it can be recognised', () => {
    const { row } = readLine(['A\u0000\ud800', 'x'.repeat(500)], mapping, 8);
    expect(row.number).toBe('A\ufffd\ufffd');
    expect(row.name).toHaveLength(80);
  });

  it('of nothing but spaces is none', () => {
    expect([isEmptyLine(['', ' ']), isEmptyLine(['']), isEmptyLine(['', 'x'])]).toEqual([true, true, false]);
  });
});

describe('the steps', () => {
  it.each([
    ['uploaded', true],
    ['checking', false],
    ['checked', true],
    ['applying', false],
    ['applied', false],
    ['failed', true],
  ] as const)('a dry run of what is %s: %s', (state, may) => {
    expect(mayCheck(state)).toBe(may);
  });

  it.each([
    ['checked', 'all', 0, 'allowed'],
    ['checked', 'all', 1, 'refused'],
    ['checked', 'good', 1, 'allowed'],
    ['uploaded', 'good', 0, 'refused'],
    ['applied', 'all', 0, 'refused'],
  ] as const)('applying what is %s in mode %s with %d bad lines: %s', (state, mode, bad, kind) => {
    expect(decideApply(state, mode, bad).kind).toBe(kind);
  });

  const step = { state: 'applied' as const, unreadable: 0, count: 5, typedCount: undefined, absent: 5, active: 100 };
  it.each([
    [{}, 'allowed'],
    [{ state: 'checked' as const }, 'wrong-state'],
    [{ unreadable: 1 }, 'wrong-state'],
    [{ count: 4 }, 'conflict'],
    [{ active: 99 }, 'confirmation-required'],
    [{ active: 99, typedCount: 4 }, 'confirmation-required'],
    [{ active: 99, typedCount: 5 }, 'allowed'],
    [{ absent: 0, count: 0, active: 0 }, 'allowed'],
  ])('leaving with %j: %s', (changed, outcome) => {
    const decision = decideLeave({ ...step, ...changed });
    expect(decision.kind === 'refused' ? decision.code : decision.kind).toBe(outcome);
  });
});

it.each([
  ['C:\\Data\\anggota.csv', 'anggota.csv'],
  ['../../etc/passwd', 'passwd'],
  ['', 'roster.csv'],
  ['a\u0000b.csv', 'a\ufffdb.csv'],
])('a file called %j is kept as %j', (name, kept) => {
  expect(storedFileName(name)).toBe(kept);
});
