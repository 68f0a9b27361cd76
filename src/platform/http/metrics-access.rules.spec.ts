import { describe, expect, it } from '@jest/globals';
import { mayReadMetrics, type MetricsAsked } from './metrics-access.rules.js';

const SCRAPER: MetricsAsked = { isPublic: false, token: 'unset', isLoopback: true, headers: { host: '127.0.0.1' } };

describe('metrics', () => {
  it.each<[string, Partial<MetricsAsked>, boolean]>([
    ['a scraper on this machine', {}, true],
    ['a scraper elsewhere', { isLoopback: false }, false],
    ['anybody, through a proxy on this machine', { headers: { 'x-forwarded-for': '203.0.113.9' } }, false],
    ['the same, by the standard header', { headers: { forwarded: 'for=203.0.113.9' } }, false],
    ['the same, by what other proxies add', { headers: { 'x-real-ip': '203.0.113.9' } }, false],
    ['the same, with nothing but their own name', { headers: { via: '1.1 caddy' } }, false],
    ['the bearer, from anywhere', { token: 'right', isLoopback: false, headers: { via: '1.1 caddy' } }, true],
    ['this machine without the token that is set', { token: 'wrong' }, false],
    ['everybody, where that was chosen', { isPublic: true, isLoopback: false, token: 'wrong' }, true],
  ])('%s', (_, asked, may) => {
    expect(mayReadMetrics({ ...SCRAPER, ...asked })).toBe(may);
  });
});
