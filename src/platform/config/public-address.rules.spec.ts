import { describe, expect, it } from '@jest/globals';
import { isInsecure, isPlainAddress } from './public-address.rules.js';

describe('an address that people use', () => {
  it.each([
    ['https://sinau.id', true],
    ['https://sinau.id/', true],
    ['https://sinau.id:8443', true],
    ['https://sinau.id/belajar', false],
    ['https://sinau.id/?a=1', false],
    ['https://sinau.id/#a', false],
    ['https://siti:rahasia@sinau.id', false],
    ['sinau.id', false],
  ])('%s is one without a path: %s', (text, isPlain) => {
    expect(isPlainAddress(text)).toBe(isPlain);
  });

  it.each([
    ['https://sinau.id', false],
    ['http://sinau.id', true],
    ['http://192.168.1.10:3000', true],
    ['http://localhost:3000', false],
    ['http://127.0.0.1', false],
    ['http://[::1]:3000', false],
    ['http://localhost.evil.example', true],
    [undefined, false],
    ['nothing', false],
  ])('%s lets others listen in: %s', (text, isOpen) => {
    expect(isInsecure(text)).toBe(isOpen);
  });
});
