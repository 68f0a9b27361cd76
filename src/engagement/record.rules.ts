// A member's record: what the ledger says, added up by year and topic.

export interface Sum {
  sessions: number;
  minutes: number;
}

export interface TopicSum extends Sum {
  /** Null: sessions without a topic. */
  topicId: string | null;
  topic: string | null;
}

/** What a member attended of one topic in one year. */
export interface TopicInYear extends TopicSum {
  year: number;
}

export interface YearSum extends Sum {
  year: number;
  /** Most minutes first, then by name. */
  topics: TopicSum[];
}

/** The latest year first. */
export function byYear(sums: readonly TopicInYear[]): YearSum[] {
  return [...Map.groupBy(sums, (one) => one.year)]
    .sort(([a], [b]) => b - a)
    .map(([year, ofYear]) => ({ year, ...sumOf(ofYear), topics: byTopic(ofYear) }));
}

export function byTopic(sums: readonly TopicInYear[]): TopicSum[] {
  return [...Map.groupBy(sums, (one) => one.topicId)]
    .map(([topicId, ofTopic]) => ({ topicId, topic: ofTopic[0]?.topic ?? null, ...sumOf(ofTopic) }))
    .sort((a, b) => b.minutes - a.minutes || (a.topic ?? '').localeCompare(b.topic ?? ''));
}

export function sumOf(sums: readonly Sum[]): Sum {
  return {
    sessions: sums.reduce((all, one) => all + one.sessions, 0),
    minutes: sums.reduce((all, one) => all + one.minutes, 0),
  };
}
