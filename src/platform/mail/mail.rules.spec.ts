import { describe, expect, it } from '@jest/globals';
import { afterFault, headerText, readableOn } from './mail.rules.js';

const now = new Date('2026-07-01T02:00:00Z');

describe('afterFault', () => {
  it.each([
    [1, '2026-07-01T02:01:00Z'],
    [2, '2026-07-01T02:05:00Z'],
    [3, '2026-07-01T02:30:00Z'],
    [4, '2026-07-01T04:00:00Z'],
    [5, '2026-07-01T08:00:00Z'],
  ])('a temporary refusal of attempt %d waits until %s', (attempts, dueAt) => {
    const fault = { responseCode: 451, command: 'RCPT TO' };
    expect(afterFault(fault, attempts, now)).toEqual({ next: 'queued', dueAt: new Date(dueAt) });
  });

  it('gives up after the sixth attempt', () => {
    expect(afterFault({ responseCode: 450 }, 6, now)).toEqual({ next: 'failed' });
    expect(afterFault({}, 6, now)).toEqual({ next: 'failed' });
  });

  it.each([
    ['an unknown mailbox', { responseCode: 550, command: 'RCPT TO' }, 'failed'],
    ['a full mailbox', { responseCode: 552, command: 'DATA' }, 'failed'],
    ['a refusal without its command', { responseCode: 554 }, 'failed'],
    ['a refused log-in', { responseCode: 535, command: 'AUTH PLAIN' }, 'queued'],
    ['a refused sender', { responseCode: 550, command: 'MAIL FROM' }, 'queued'],
    ['a refused greeting', { responseCode: 554, command: 'CONN' }, 'queued'],
    ['a busy server', { responseCode: 421, command: 'CONN' }, 'queued'],
    ['a lost connection', { command: 'DATA' }, 'queued'],
    ['no connection at all', {}, 'queued'],
  ] as const)('%s', (_, fault, next) => {
    expect(afterFault(fault, 1, now).next).toBe(next);
  });
});

describe('headerText', () => {
  it.each([
    ['Siti\r\nBcc: semua@koperasi.example', 'Siti Bcc: semua@koperasi.example'],
    [' Anggaran\u0000 rumah\u2028tangga ', 'Anggaran  rumah tangga'],
    ['x'.repeat(300), 'x'.repeat(250)],
  ])('%j', (text, expected) => {
    expect(headerText(text)).toBe(expected);
  });
});

describe('readableOn', () => {
  it.each([
    ['#000000', '#ffffff'],
    ['#1f5f8b', '#ffffff'],
    ['#ffffff', '#000000'],
    ['#ffcc00', '#000000'],
  ])('%s wants %s', (colour, expected) => {
    expect(readableOn(colour)).toBe(expected);
  });
});
