// Addresses that may and may not stand on a stage.
import { describe, expect, it } from '@jest/globals';
import { isSafeStageAddress } from './stage-address.js';

describe('a stage address', () => {
  it.each([
    'https://us02web.zoom.us/j/123456?pwd=abc',
    'https://meet.google.com/abc-defg-hij',
    'https://meet.jit.si/Rapat',
    'https://www.youtube.com/embed/x1y2',
    'https://contoh.co.id:8443/ruang',
    'https://8.8.8.8/',
    'https://[2606:4700::1111]/',
  ])('may be %s', (address) => {
    expect(isSafeStageAddress(address)).toBe(true);
  });

  it.each([
    'http://zoom.us/j/1',
    'javascript:alert(1)',
    'data:text/html,x',
    'zoom.us/j/1',
    '//zoom.us',
    'https://siti:rahasia@zoom.us/',
    'https://localhost/',
    'https://localhost./',
    'https://api.localhost/',
    'https://router.local/',
    'https://db.internal/',
    'https://intranet/',
    'https://127.0.0.1/',
    'https://127.1/',
    'https://0x7f000001/',
    'https://2130706433/',
    'https://10.1.2.3/',
    'https://172.31.0.1/',
    'https://192.168.1.1/',
    'https://169.254.169.254/latest/meta-data',
    'https://100.64.0.1/',
    'https://0.0.0.0/',
    'https://224.0.0.1/',
    'https://[::1]/',
    'https://[::]/',
    'https://[::ffff:127.0.0.1]/',
    'https://[fc00::1]/',
    'https://[fe80::1]/',
    'https://[2002:7f00:1::]/',
    'https://[2001:db8::1]/',
    'https://[2001::1]/',
    'https://',
    '',
  ])('may not be %s', (address) => {
    expect(isSafeStageAddress(address)).toBe(false);
  });
});
