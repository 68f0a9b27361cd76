// Turns many concurrent requests for one key into few transactions: one batch in flight a key, the next fills meanwhile.

/**
 * Measured reason: a hot row gets slower with every connection that waits for it. Requests for a key queue here instead
 * and are flushed together; a quiet key is flushed at once.
 *
 * @param flush decides a whole batch, in order of arrival, and answers one outcome for each request in the same order.
 *   A request that must fail alone is answered with an Error; a throw fails the whole batch.
 */
export class MicroBatcher<Request, Answer> {
  private readonly lanes = new Map<string, Lane<Request, Answer>>();

  constructor(
    private readonly flush: (key: string, requests: readonly Request[]) => Promise<readonly (Answer | Error)[]>,
    private readonly maxBatch = 1_000,
  ) {}

  submit(key: string, request: Request): Promise<Answer> {
    const lane = this.lanes.get(key) ?? { waiting: [], running: false };
    this.lanes.set(key, lane);
    return new Promise<Answer>((resolve, reject) => {
      lane.waiting.push({ request, resolve, reject });
      if (!lane.running) {
        lane.running = true;
        // A microtask later, so that everything of this tick shares the first batch.
        queueMicrotask(() => void this.drain(key, lane));
      }
    });
  }

  private async drain(key: string, lane: Lane<Request, Answer>): Promise<void> {
    while (lane.waiting.length > 0) {
      const batch = lane.waiting.splice(0, this.maxBatch);
      await this.flushOne(key, batch);
    }
    lane.running = false;
    this.lanes.delete(key);
  }

  private async flushOne(key: string, batch: readonly Waiting<Request, Answer>[]): Promise<void> {
    try {
      const answers = await this.flush(
        key,
        batch.map((waiting) => waiting.request),
      );
      batch.forEach((waiting, index) => {
        settle(waiting, answers[index]);
      });
    } catch (error) {
      for (const waiting of batch) waiting.reject(error);
    }
  }
}

interface Waiting<Request, Answer> {
  request: Request;
  resolve: (answer: Answer) => void;
  reject: (error: unknown) => void;
}

interface Lane<Request, Answer> {
  waiting: Waiting<Request, Answer>[];
  running: boolean;
}

function settle<Request, Answer>(waiting: Waiting<Request, Answer>, answer: Answer | Error | undefined): void {
  if (answer === undefined) waiting.reject(new Error('The batch gave no answer for this request'));
  else if (answer instanceof Error) waiting.reject(answer);
  else waiting.resolve(answer);
}
