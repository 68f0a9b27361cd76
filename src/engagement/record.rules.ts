// A member's record: what the ledger says, added up by year and topic.

export interface Attended {
  topicId: string | null;
  topic: string | null;
  year: number;
  minutes: number;
}

export interface Sum {
  sessions: number;
  minutes: number;
}

export interface TopicSum extends Sum {
  /** Null: sessions without a topic. */
  topicId: string | null;
  topic: string | null;
}

export interface YearSum extends Sum {
  year: number;
  /** Most minutes first, then by name. */
  topics: TopicSum[];
}

/** The latest year first. */
export function byYear(attended: readonly Attended[]): YearSum[] {
  return [...Map.groupBy(attended, (one) => one.year)]
    .sort(([a], [b]) => b - a)
    .map(([year, ofYear]) => ({ year, ...sumOf(ofYear), topics: byTopic(ofYear) }));
}

export function byTopic(attended: readonly Attended[]): TopicSum[] {
  return [...Map.groupBy(attended, (one) => one.topicId)]
    .map(([topicId, ofTopic]) => ({ topicId, topic: ofTopic[0]?.topic ?? null, ...sumOf(ofTopic) }))
    .sort((a, b) => b.minutes - a.minutes || (a.topic ?? '').localeCompare(b.topic ?? ''));
}

export function sumOf(attended: readonly Attended[]): Sum {
  return { sessions: attended.length, minutes: attended.reduce((sum, one) => sum + one.minutes, 0) };
}
