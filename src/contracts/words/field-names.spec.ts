import { describe, expect, it } from '@jest/globals';
import { faultText, fieldName } from './field-names.js';

describe('the name of a refused field', () => {
  it.each([
    ['startsAt', 'Mulai', 'Start'],
    ['stage.url', 'Alamat siaran', 'Address of the broadcast'],
    ['staff', 'Petugas sesi', 'People of the session'],
    ['staff.12.role', 'Tugas petugas sesi', 'Role in the session'],
    ['staff.0.memberId', 'Petugas sesi', 'People of the session'],
    ['mapping.joinedOn', 'Tanggal bergabung', 'Joined on'],
    ['version', undefined, undefined],
    ['toString', undefined, undefined],
    ['', undefined, undefined],
  ])('%s is %s and %s', (path, indonesian, english) => {
    expect([fieldName(path, 'id'), fieldName(path, 'en')]).toEqual([indonesian, english]);
  });

  it('stands before its reason', () => {
    expect(faultText({ path: 'startsAt', message: 'Waktu ini sudah lewat.' }, 'id')).toBe(
      'Mulai: Waktu ini sudah lewat.',
    );
    expect(faultText({ path: 'zzz', message: 'Not known.' }, 'en')).toBe('Not known.');
  });
});
