// What the library of answers is asked for, as its address says it.

/** Absent: not asked for. */
export interface AnswersSearch {
  cari?: string;
  topik?: string;
  /** For staff: what was put away, in place of what all read. */
  rak?: 'arsip';
}

/** Anything may stand in an address: what makes no sense is not asked for. */
export function answersSearch({ cari, topik, rak }: Record<string, unknown>): AnswersSearch {
  return {
    ...(typeof cari === 'string' && cari.trim() !== '' ? { cari: cari.slice(0, 100) } : {}),
    ...(typeof topik === 'string' && /^[0-9a-f-]{36}$/.test(topik) ? { topik } : {}),
    ...(rak === 'arsip' ? { rak } : {}),
  };
}
