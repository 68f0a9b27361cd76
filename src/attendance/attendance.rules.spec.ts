import { USUAL_POLICIES } from '../contracts/policies.js';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { broadcastInterval, manualSeconds, measure, toSecond, toSpan, type Interval } from './attendance.rules.js';

const HOUR = { from: 10_000, to: 13_600 };
const room = { interval: HOUR, breaks: [], stageKind: 'none', policies: USUAL_POLICIES } as const;
const span = (from: number, to: number): Interval => ({ from: HOUR.from + from, to: HOUR.from + to });

describe('the verdict', () => {
  it.each([
    ['there all the time', [span(0, 3600)], 3600, 'present'],
    ['70 per cent to the second', [span(0, 2520)], 2520, 'present'],
    ['a second less', [span(0, 2519)], 2519, 'partial'],
    ['a single second', [span(3599, 3600)], 1, 'partial'],
    ['never there', [], 0, 'absent'],
    ['only before it began', [span(-900, 0)], 0, 'absent'],
    ['only after it ended', [span(3600, 4000)], 0, 'absent'],
    ['early and late are clipped', [span(-900, 4000)], 3600, 'present'],
    ['two devices count once', [span(0, 2000), span(500, 1500)], 2000, 'partial'],
    ['a gap of 180 s is bridged', [span(0, 1000), span(1180, 2520)], 2520, 'present'],
    ['a gap of 181 s is not', [span(0, 1000), span(1181, 2520)], 2339, 'partial'],
    ['a gap is bridged by another device', [span(0, 1000), span(2000, 2520), span(900, 2100)], 2520, 'present'],
    ['a gap over the beginning is bridged', [span(-500, -100), span(80, 2520)], 2520, 'present'],
  ] as const)('%s', (_, spans, countedSeconds, verdict) => {
    expect(measure(spans, room)).toMatchObject({ countedSeconds, verdict, broadcastSeconds: 3600 });
  });

  it.each([
    ['is there before and after it', [span(0, 1200), span(2400, 3600)], 2400, 'present'],
    ['stays connected over it', [span(0, 3600)], 2400, 'present'],
    ['comes back too late', [span(0, 1200), span(3120, 3600)], 1680, 'present'],
    ['comes back a second later still', [span(0, 1200), span(3121, 3600)], 1679, 'partial'],
    ['is there only while nothing was', [span(1200, 2400)], 0, 'absent'],
  ] as const)('without a break of twenty minutes: %s', (_, spans, countedSeconds, verdict) => {
    const broken = { ...room, breaks: [span(1200, 2400)] };
    expect(measure(spans, broken)).toMatchObject({ countedSeconds, verdict, broadcastSeconds: 2400 });
  });

  it.each([
    ['one after the other', [span(600, 1200), span(1800, 2400)], 2400],
    ['one within the other', [span(600, 2400), span(1200, 1800)], 1800],
    ['that overlap', [span(600, 1800), span(1200, 2400)], 1800],
    ['of no length', [span(600, 600), span(1200, 1200)], 3600],
    ['that last to the end', [span(2400, 3600)], 2400],
    ['that reach beyond it', [span(3000, 4000), span(3700, 3900)], 3000],
  ] as const)('of the broadcast breaks are taken out once: those %s', (_, breaks, broadcastSeconds) => {
    const whole = measure([span(0, 3600)], { ...room, breaks });
    expect(whole).toMatchObject({ countedSeconds: broadcastSeconds, broadcastSeconds, verdict: 'present' });
  });

  it('waits for evidence where the stage is a link to another app', () => {
    const link = { ...room, stageKind: 'link' } as const;
    expect(measure([span(0, 3600)], link).verdict).toBe('awaiting-evidence');
    expect(measure([span(-60, -30)], link).verdict).toBe('awaiting-evidence');
    expect(measure([], link).verdict).toBe('awaiting-evidence');
    expect(measure([span(0, 3600)], { ...room, stageKind: 'embed' }).verdict).toBe('present');
  });
});

describe('the broadcast', () => {
  const at = (time: string): Date => new Date(`2026-07-03T${time}Z`);
  it.each([
    ['from actual start to actual end', at('03:05:00'), at('04:10:00'), 65 * 60],
    ['to the planned end when nobody ended it', at('03:05:00'), null, 55 * 60],
    ['never negative', at('05:00:00'), null, 0],
  ])('%s', (_, wentLiveAt, endedAt, seconds) => {
    const interval = broadcastInterval({ wentLiveAt, endedAt, endsAt: at('04:00:00') });
    expect((interval?.to ?? 0) - (interval?.from ?? 0)).toBe(seconds);
  });

  it('was none when nobody started it', () => {
    expect(broadcastInterval({ wentLiveAt: null, endedAt: at('04:00:00'), endsAt: at('04:00:00') })).toBeUndefined();
  });

  it('is counted in whole seconds', () => {
    expect(toSecond(new Date('1970-01-01T00:00:09.999Z'))).toBe(9);
    expect(toSpan({ from: 9, to: 10 })).toEqual({ from: '1970-01-01T00:00:09.000Z', to: '1970-01-01T00:00:10.000Z' });
  });
});

describe('a decision by hand', () => {
  it.each([
    ['present', 3600],
    ['partial', 1200],
    ['absent', 0],
  ] as const)('%s gives %p seconds', (verdict, seconds) => {
    expect(manualSeconds(verdict, 1200, 3600)).toBe(seconds);
  });
});

describe('counted time equals what a patient observer with a stop-watch would count', () => {
  const spans = fc.array(
    fc.tuple(fc.integer({ min: -600, max: 1800 }), fc.integer({ min: 0, max: 900 })).map(([from, length]) => ({
      from,
      to: from + length,
    })),
    { maxLength: 8 },
  );

  it('second by second', () => {
    fc.assert(
      fc.property(spans, fc.integer({ min: 0, max: 1500 }), (given, length) => {
        const interval = { from: 0, to: length };
        const result = measure(given, { ...room, interval });
        expect(result.countedSeconds).toBe(observed(given, interval));
        for (const { from, to } of result.counted) expect(to).toBeGreaterThan(from);
      }),
      { numRuns: 500 },
    );
  });

  it('whatever the order of the spans', () => {
    fc.assert(
      fc.property(
        spans.chain((given) => fc.tuple(fc.constant(given), fc.shuffledSubarray(given, { minLength: given.length }))),
        ([a, b]) => {
          expect(measure(a, room)).toEqual(measure(b, room));
        },
      ),
    );
  });
});

/** Marks every second somebody was seen, then every second of a gap short enough, and counts those of the broadcast. */
function observed(spans: readonly Interval[], broadcast: Interval): number {
  const seen = new Set<number>();
  // A span without length counts for nothing itself, but ends the silence before it and begins the one after.
  const edges = new Set<number>();
  for (const { from, to } of spans) {
    for (let second = from; second < to; second += 1) seen.add(second);
    edges.add(from).add(to);
  }
  const first = Math.min(...edges);
  const last = Math.max(...edges);
  const counted = new Set(seen);
  let silence: number[] = [];
  for (let second = first; second < last; second += 1) {
    if (edges.has(second) || seen.has(second)) {
      if (silence.length <= USUAL_POLICIES.bridgedSeconds) for (const one of silence) counted.add(one);
      silence = [];
    }
    if (!seen.has(second)) silence.push(second);
  }
  if (silence.length <= USUAL_POLICIES.bridgedSeconds) for (const one of silence) counted.add(one);
  return [...counted].filter((second) => second >= broadcast.from && second < broadcast.to).length;
}
