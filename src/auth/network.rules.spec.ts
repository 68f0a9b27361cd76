import { describe, expect, it } from '@jest/globals';
import { networkOf } from './network.rules.js';

describe('a network', () => {
  it.each([
    ['36.68.1.9', '36.68.1.9'],
    ['::ffff:36.68.1.9', '36.68.1.9'],
    ['2001:448a:2020:1:9d2b::7', '2001:448a:2020:1::/64'],
    ['2001:448a:2020:0001:1:2:3:4', '2001:448a:2020:1::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
  ])('of %s is %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});
