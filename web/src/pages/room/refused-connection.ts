// A connection the server refused: whether to try again, and when. Only what will not change by itself is final.
import type { Refusal } from '../../../../src/contracts/room-protocol.js';

const FINAL = ['unauthenticated', 'forbidden', 'not-found'] as const;

/** The refusal in a `connect_error`, if trying again would not help: a stopping or busy server is no reason to go. */
export function finalRefusal(error: Error): Refusal | undefined {
  const { code, detail } = dataOf(error);
  const final = FINAL.find((one) => one === code);
  return final === undefined ? undefined : { code: final, detail: String(detail) };
}

/** What the server asks for, else longer each time; `spread` (0 to 1) keeps clients from coming back all at once. */
export function waitSeconds(error: Error, refusals: number, spread: number): number {
  const { retryAfterSeconds } = dataOf(error);
  const wait = typeof retryAfterSeconds === 'number' ? retryAfterSeconds : 2 ** Math.min(refusals - 1, 4);
  return wait + spread;
}

function dataOf(error: Error): { code?: unknown; detail?: unknown; retryAfterSeconds?: unknown } {
  return 'data' in error && typeof error.data === 'object' && error.data !== null ? error.data : {};
}
