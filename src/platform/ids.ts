// Ids are UUID v7: they sort by time of birth, so indexes stay dense.

import { v7 } from 'uuid';

export function newId(): string {
  return v7();
}
