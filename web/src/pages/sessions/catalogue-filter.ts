// What the address of the catalogue asks the server for.
import type { CatalogueSearch, CatalogueTime } from '../../app/catalogue-search.js';
import type { CatalogueFilter } from '../../api/queries.js';
import { dayKey } from '../../time/time.js';

const DAY = 86_400_000;

export function filterOf(search: CatalogueSearch, now: Date, zone: string): CatalogueFilter {
  const { cari, topik, waktu, dari, sampai, cara, bahasa, kursi } = search;
  const days = waktu === 'tanggal' ? { from: dari, to: sampai } : waktu ? daysOf(waktu, dayKey(now, zone)) : {};
  return {
    ...(waktu === 'lewat' ? { when: 'past' } : {}),
    ...(cari ? { q: cari } : {}),
    ...(topik ? { topic: topik } : {}),
    ...(days.from ? { from: days.from } : {}),
    ...(days.to ? { to: days.to } : {}),
    ...(cara ? { delivery: cara } : {}),
    ...(bahasa ? { language: bahasa } : {}),
    ...(kursi ? { seats: 'left' } : {}),
  };
}

/** How many things are asked for, beside the words. */
export function countOf({ cari: _, dari: __, sampai: ___, ...asked }: CatalogueSearch): number {
  return Object.keys(asked).length;
}

/** From today on: what was earlier this week is past. Weeks begin on Monday. */
function daysOf(time: CatalogueTime, today: string): { from?: string; to?: string } {
  const at = new Date(`${today}T00:00:00Z`);
  const on = (days: number): string => new Date(at.getTime() + days * DAY).toISOString().slice(0, 10);
  switch (time) {
    case 'hari-ini':
      return { from: today, to: today };
    case 'minggu-ini':
      return { from: today, to: on((7 - at.getUTCDay()) % 7) };
    case 'bulan-ini':
      return {
        from: today,
        to: new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 0)).toISOString().slice(0, 10),
      };
    case 'tanggal':
    case 'lewat':
      return {};
  }
}
