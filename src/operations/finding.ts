/** What one check found: `says` is what is so, or, where it is not well, what to do. */
export interface Finding {
  readonly part: string;
  readonly isWell: boolean;
  readonly says: string;
}

export function well(part: string, says: string): Finding {
  return { part, isWell: true, says };
}

export function unwell(part: string, says: string): Finding {
  return { part, isWell: false, says };
}
