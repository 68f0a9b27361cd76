import { describe, expect, it } from '@jest/globals';
import { mobileNumber } from './mobile-number.js';

describe('a mobile number', () => {
  it.each([
    ['081234567890', '+6281234567890'],
    ['6281234567890', '+6281234567890'],
    ['+6281234567890', '+6281234567890'],
    ['006281234567890', '+6281234567890'],
    ['+62 (0)812-3456-7890', '+6281234567890'],
    ['0812 3456 7890', '+6281234567890'],
    ['0812.3456.7890', '+6281234567890'],
    ["'081234567890", '+6281234567890'],
    ['81234567890', '+6281234567890'],
    ['0811234567', '+62811234567'],
    ['+60123456789', '+60123456789'],
    ['+6591234567', '+6591234567'],
  ])('%s is kept as %s', (text, e164) => {
    expect(mobileNumber(text)).toEqual({ kind: 'number', e164 });
  });

  it.each([
    ['8,12E+10', 'spreadsheet-number'],
    ['8.12345E+10', 'spreadsheet-number'],
    ['6,28123E+12', 'spreadsheet-number'],
    ['6E12', 'spreadsheet-number'],
    ['0274123456', 'format'],
    ['08', 'format'],
    ['0812345678901234', 'format'],
    ['+0812345678', 'format'],
    ['+62123', 'format'],
    ['nol delapan', 'format'],
    ['', 'format'],
    ['0812x4567890', 'format'],
  ])('%s is refused: %s', (text, rule) => {
    expect(mobileNumber(text)).toEqual({ kind: 'refused', rule });
  });
});
