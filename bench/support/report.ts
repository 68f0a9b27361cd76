// How every benchmark and drill ends: one JSON object on the last line, and exit code 1 when an invariant broke, never for speed.
export interface Report {
  readonly name: string;
  /** What was measured over its yardstick; without a yardstick the measured value itself, in `unit`. */
  readonly ratio: number;
  /** As the plan words it, `>= 5` say. */
  readonly goal: string;
  readonly unit: string;
  readonly yardstick: string | null;
  readonly invariants: Readonly<Record<string, boolean>>;
  readonly samples: readonly unknown[];
  readonly [more: string]: unknown;
}

export function report(result: Report): void {
  const broken = Object.entries(result.invariants).filter(([, holds]) => !holds);
  for (const [name] of broken) console.error(`Broken: ${name}`);
  if (broken.length > 0) process.exitCode = 1;
  console.log(JSON.stringify(result));
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  if (low === undefined || high === undefined) throw new Error('There is no median of nothing.');
  return (low + high) / 2;
}

/** Measures both in the order A B B A A B ..., so that whatever drifts in the machine falls on both alike. */
export async function interleaved<A, B>(
  pairs: number,
  measureA: () => Promise<A>,
  measureB: () => Promise<B>,
): Promise<{ a: A; b: B }[]> {
  const samples: { a: A; b: B }[] = [];
  for (let pair = 0; pair < pairs; pair += 1) {
    if (pair % 2 === 0) {
      const a = await measureA();
      samples.push({ a, b: await measureB() });
    } else {
      const b = await measureB();
      samples.push({ a: await measureA(), b });
    }
  }
  return samples;
}

/** Three digits that mean something. */
export function rounded(value: number): number {
  return Number(value.toPrecision(3));
}
