/** One command's answer: what to print, and whether it did what was asked. */
export interface Outcome {
  readonly lines: readonly string[];
  readonly isDone: boolean;
}
