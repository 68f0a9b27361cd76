// Turns any number of rings into few runs: the first at once, the next after a pause, and none that would find nothing new.

const RETRY_MS = 1_000;

/** Never overlaps itself; a ring during a run or the pause after it leads to exactly one more run. */
export class Coalesced {
  private state: 'idle' | 'running' | 'pausing' | 'stopped' = 'idle';
  private isRung = false;
  private timer: NodeJS.Timeout | undefined;

  /** @param pauseMs between two runs; @param onError told of a failed run, which is tried again a second later. */
  constructor(
    private readonly work: () => Promise<void>,
    private readonly pauseMs: number,
    private readonly onError: (error: unknown) => void,
  ) {}

  ring(): void {
    this.isRung = true;
    if (this.state === 'idle') void this.run();
  }

  stop(): void {
    this.state = 'stopped';
    clearTimeout(this.timer);
  }

  private async run(): Promise<void> {
    this.state = 'running';
    this.isRung = false;
    const pause = await this.work().then(
      () => this.pauseMs,
      (error: unknown) => {
        this.onError(error);
        this.isRung = true;
        return RETRY_MS;
      },
    );
    this.pause(pause);
  }

  private pause(ms: number): void {
    if (this.state === 'stopped') return;
    this.state = 'pausing';
    this.timer = setTimeout(() => {
      this.state = 'idle';
      if (this.isRung) void this.run();
    }, ms);
    this.timer.unref();
  }
}
