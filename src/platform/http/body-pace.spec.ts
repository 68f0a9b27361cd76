import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { BODY_PACE, longestFor, patienceLeft, watchBody } from './body-pace.js';

describe('the patience with a body', () => {
  const minute = 60_000;
  it.each([
    ['nothing has come within the grace', minute - 1, 0, 1],
    ['nothing has come at its end', minute, 0, 0],
    ['a phone line brings 16 KiB a second for ten minutes', 10 * minute, 600 * 16_384, 31 * minute],
    ['it stalls after a good start', 10 * minute, 100 * 4_096, -440_000],
  ])('where %s', (_, elapsedMs, bytes, left) => {
    expect(patienceLeft(BODY_PACE, elapsedMs, bytes)).toBe(left);
  });

  it('is at least as long as the largest material takes at 8 KiB a second', () => {
    const size = 25 * 1024 * 1024;
    expect(longestFor(BODY_PACE, size)).toBeGreaterThan((size / 8_192) * 1_000);
  });
});

describe('a body that is watched', () => {
  let bytesRead = 0;
  let request: IncomingMessage;

  beforeEach(() => {
    jest.useFakeTimers();
    bytesRead = 400;
    const socket = new Socket();
    Object.defineProperty(socket, 'bytesRead', { get: () => bytesRead });
    request = new IncomingMessage(socket);
    request.headers = { 'content-length': '10000000' };
  });

  afterEach(() => {
    jest.useRealTimers();
  });

  it('is given up after its grace where nothing comes', () => {
    watchBody(request);
    jest.advanceTimersByTime(59_999);
    expect(request.socket.destroyed).toBe(false);
    jest.advanceTimersByTime(1);
    expect(request.socket.destroyed).toBe(true);
  });

  it('goes on for as long as it comes steadily, and no longer', () => {
    watchBody(request);
    for (let second = 0; second < 600; second += 1) {
      bytesRead += 5_000;
      jest.advanceTimersByTime(1_000);
    }
    expect(request.socket.destroyed).toBe(false);
    jest.advanceTimersByTime(600_000);
    expect(request.socket.destroyed).toBe(true);
  });

  it.each([
    ['there is none', { 'content-length': '0' }, false],
    ['it is all there', { 'content-length': '10' }, true],
  ])('is left alone where %s', (_, headers, isComplete) => {
    Object.assign(request, { headers, complete: isComplete });
    watchBody(request);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('is forgotten with its request', () => {
    watchBody(request);
    request.emit('close');
    expect(jest.getTimerCount()).toBe(0);
  });
});
