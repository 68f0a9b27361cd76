// How long somebody was there, and what follows from it. Whole seconds everywhere; fractions are cut off.

import type { Policies } from '../contracts/policies.js';
import type { StageKind } from '../contracts/stage.js';

export const RULE_VERSION = 1;

export const VERDICTS = ['present', 'partial', 'absent', 'awaiting-evidence'] as const;
export type Verdict = (typeof VERDICTS)[number];
/** What staff may decide by hand. */
export const MANUAL_VERDICTS = ['present', 'partial', 'absent'] as const;
export type ManualVerdict = (typeof MANUAL_VERDICTS)[number];
export type Source = 'measured' | 'manual';

/** Seconds since 1970, `from` included, `to` not. */
export interface Interval {
  from: number;
  to: number;
}

/** A stretch of counted time, ISO 8601 UTC. */
export interface CountedSpan {
  from: string;
  to: string;
}

/** The broadcast, where it was shown, and what the cooperative counts. `link`: in another app, where our room sees nobody. */
export interface Broadcast {
  interval: Interval;
  /** In the order they began; they may overlap, and reach beyond it: their time counts for nobody. */
  breaks: readonly Interval[];
  stageKind: StageKind;
  /** These alone: they are part of what a verdict was decided from. */
  policies: Pick<Policies, 'presentPercent' | 'bridgedSeconds'>;
}

export interface Measured {
  verdict: Verdict;
  countedSeconds: number;
  broadcastSeconds: number;
  counted: Interval[];
}

/** From actual start to actual end; nobody ended it: to the planned end; nobody started it: there was none. */
export function broadcastInterval(session: {
  wentLiveAt: Date | null;
  endedAt: Date | null;
  endsAt: Date;
}): Interval | undefined {
  if (session.wentLiveAt === null) return undefined;
  const from = toSecond(session.wentLiveAt);
  return { from, to: Math.max(from, toSecond(session.endedAt ?? session.endsAt)) };
}

/** The verdict on one member from the spans of all their connections. */
export function measure(spans: readonly Interval[], broadcast: Broadcast): Measured {
  const { stageKind, policies } = broadcast;
  const parts = partsOf(broadcast);
  const counted = parts.flatMap((part) => clip(bridge(spans, policies.bridgedSeconds), part));
  const countedSeconds = lengthOf(counted);
  const broadcastSeconds = lengthOf(parts);
  // The other app is in front, and may have been opened from the mail: being here proves little, being away nothing.
  const verdict =
    stageKind === 'link' ? 'awaiting-evidence' : verdictOf(countedSeconds, broadcastSeconds, policies.presentPercent);
  return { verdict, countedSeconds, broadcastSeconds, counted };
}

/** The time that a decision by hand gives: present is the whole broadcast, absent none of it, partial what was measured. */
export function manualSeconds(verdict: ManualVerdict, measuredSeconds: number, broadcastSeconds: number): number {
  if (verdict === 'present') return broadcastSeconds;
  return verdict === 'absent' ? 0 : Math.min(measuredSeconds, broadcastSeconds);
}

/** What was measured, whatever was decided since: the spans go along with every version. */
export function measuredSeconds(spans: readonly CountedSpan[]): number {
  return spans.reduce((sum, { from, to }) => sum + toSecond(new Date(to)) - toSecond(new Date(from)), 0);
}

export function toSecond(instant: Date): number {
  return Math.floor(instant.getTime() / 1_000);
}

export function toSpan({ from, to }: Interval): CountedSpan {
  return { from: new Date(from * 1_000).toISOString(), to: new Date(to * 1_000).toISOString() };
}

function verdictOf(countedSeconds: number, broadcastSeconds: number, presentPercent: number): Verdict {
  if (countedSeconds === 0) return 'absent';
  return countedSeconds * 100 >= broadcastSeconds * presentPercent ? 'present' : 'partial';
}

/** The broadcast without its breaks. */
function partsOf({ interval, breaks }: Broadcast): Interval[] {
  const parts: Interval[] = [];
  let { from } = interval;
  for (const pause of breaks) {
    parts.push({ from, to: pause.from });
    from = Math.max(from, pause.to);
  }
  return clip([...parts, { from, to: interval.to }], interval);
}

function lengthOf(intervals: readonly Interval[]): number {
  return intervals.reduce((sum, { from, to }) => sum + to - from, 0);
}

/** Spans united over devices, in order, short gaps bridged. */
function bridge(spans: readonly Interval[], bridgedSeconds: number): Interval[] {
  const united: Interval[] = [];
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    const last = united.at(-1);
    if (last && span.from - last.to <= bridgedSeconds) last.to = Math.max(last.to, span.to);
    else united.push({ ...span });
  }
  return united;
}

function clip(spans: readonly Interval[], within: Interval): Interval[] {
  return spans
    .map(({ from, to }) => ({ from: Math.max(from, within.from), to: Math.min(to, within.to) }))
    .filter(({ from, to }) => to > from);
}
