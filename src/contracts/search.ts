// What somebody types to find somebody, as PostgreSQL looks for it.

/** The words of a search, as PostgreSQL's prefix query takes them (`budi:* & sar:*`); undefined when there are none. */
export function searchQuery(text: string): string | undefined {
  const words = text.match(/[\p{L}\p{N}\p{M}]+/gu)?.slice(0, 8) ?? [];
  return words.length === 0 ? undefined : words.map((word) => `${word}:*`).join(' & ');
}

/** The words that find a member, as PostgreSQL keeps them of `members m`: the same expression as the index members_search. */
export const MEMBER_WORDS = `to_tsvector('simple', translate(m.name || ' ' || m.number, '-+./_,:@''', '         '))`;
