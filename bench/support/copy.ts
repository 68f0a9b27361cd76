// COPY ... FROM STDIN through pg: the fastest way that rows come into PostgreSQL, so what imports are measured against.
import type pg from 'pg';

/** The part of pg's connection that a COPY speaks with. */
interface Wire {
  query(text: string): void;
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
}

/** @param text `COPY table (columns) FROM STDIN`; @param rows lines in COPY's text format, in buffers of any size. */
export function copyIn(client: pg.ClientBase, text: string, rows: readonly Buffer[]): Promise<void> {
  return new Promise((resolve, reject) => {
    let failure: Error | undefined;
    client.query({
      submit: (wire: Wire) => {
        wire.query(text);
      },
      handleCopyInResponse: (wire: Wire) => {
        for (const chunk of rows) wire.sendCopyFromChunk(chunk);
        wire.endCopyFrom();
      },
      handleCommandComplete: () => undefined,
      handleError: (error: Error) => {
        failure = error;
      },
      handleReadyForQuery: () => {
        if (failure) reject(failure);
        else resolve();
      },
    } as unknown as pg.Submittable);
  });
}
