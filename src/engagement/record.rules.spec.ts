import { describe, expect, it } from '@jest/globals';
import { byTopic, byYear, sumOf, type TopicInYear } from './record.rules.js';

const saving = { topicId: 's', topic: 'Menabung' };
const investing = { topicId: 'i', topic: 'Investasi' };
const none = { topicId: null, topic: null };
const sums: TopicInYear[] = [
  { ...saving, year: 2025, sessions: 1, minutes: 60 },
  { ...saving, year: 2026, sessions: 2, minutes: 90 },
  { ...investing, year: 2026, sessions: 1, minutes: 90 },
  { ...none, year: 2026, sessions: 1, minutes: 0 },
];

describe('the record', () => {
  it('adds up', () => {
    expect(sumOf(sums)).toEqual({ sessions: 5, minutes: 240 });
    expect(sumOf([])).toEqual({ sessions: 0, minutes: 0 });
  });

  it('shows the topics with most minutes first, and by name where they are equal', () => {
    expect(byTopic(sums)).toEqual([
      { ...saving, sessions: 3, minutes: 150 },
      { ...investing, sessions: 1, minutes: 90 },
      { ...none, sessions: 1, minutes: 0 },
    ]);
    expect(byTopic(sums.slice(1)).map((sum) => sum.topic)).toEqual(['Investasi', 'Menabung', null]);
  });

  it('shows the latest year first, each with its topics', () => {
    expect(byYear(sums).map(({ year, sessions, minutes }) => ({ year, sessions, minutes }))).toEqual([
      { year: 2026, sessions: 4, minutes: 180 },
      { year: 2025, sessions: 1, minutes: 60 },
    ]);
    expect(byYear(sums)[0]?.topics).toHaveLength(3);
  });
});
