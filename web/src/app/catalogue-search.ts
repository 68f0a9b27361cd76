// What the catalogue is asked for, as its address says it: a link to it shows somebody else the same list.

export const TIMES = ['hari-ini', 'minggu-ini', 'bulan-ini', 'tanggal', 'lewat'] as const;
export type CatalogueTime = (typeof TIMES)[number];
const WAYS = ['virtual', 'onsite', 'hybrid'] as const;
const LANGUAGES = ['id', 'en'] as const;

/** Absent: not asked for. `dari` and `sampai` are days, for the time `tanggal`. */
export interface CatalogueSearch {
  cari?: string;
  topik?: string;
  waktu?: CatalogueTime;
  dari?: string;
  sampai?: string;
  cara?: (typeof WAYS)[number];
  bahasa?: (typeof LANGUAGES)[number];
  kursi?: 'ada';
}

/** Anything may stand in an address: what makes no sense is not asked for. */
export function catalogueSearch(search: Record<string, unknown>): CatalogueSearch {
  const { cari, topik, dari, sampai, kursi } = search;
  const waktu = TIMES.find((time) => time === search.waktu);
  const cara = WAYS.find((way) => way === search.cara);
  const bahasa = LANGUAGES.find((language) => language === search.bahasa);
  return {
    ...(isText(cari) && cari.trim() !== '' ? { cari: cari.slice(0, 100) } : {}),
    ...(isText(topik) && /^[0-9a-f-]{36}$/.test(topik) ? { topik } : {}),
    ...(waktu ? { waktu } : {}),
    ...(waktu === 'tanggal' && isDay(dari) ? { dari } : {}),
    ...(waktu === 'tanggal' && isDay(sampai) ? { sampai } : {}),
    ...(cara ? { cara } : {}),
    ...(bahasa ? { bahasa } : {}),
    ...(kursi === 'ada' ? { kursi } : {}),
  };
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isDay(value: unknown): value is string {
  return isText(value) && /^2[01]\d\d-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value));
}
