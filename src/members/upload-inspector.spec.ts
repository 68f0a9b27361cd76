// An upload is looked at as it passes: what no roster can hold is not kept, however long it goes on.
import { describe, expect, it } from '@jest/globals';
import { DomainError } from '../platform/errors.js';
import { ROSTER_LIMITS } from './roster-text.rules.js';
import { UploadInspector } from './upload-inspector.js';

const CHUNK_BYTES = 64 * 1024;
const CHUNKS = 600;

async function* manyChunks(content: string): AsyncGenerator<Buffer> {
  const chunk = Buffer.alloc(CHUNK_BYTES, content);
  for (let sent = 0; sent < CHUNKS; sent += 1) yield await Promise.resolve(chunk);
}

describe('the inspector', () => {
  it.each([
    ['one huge cell', 'x'],
    ['a million columns', ','],
  ])('reads %s to its end, and passes no more on than a line may have', async (_, content) => {
    let passed = 0;
    const reading = async (): Promise<void> => {
      for await (const chunk of new UploadInspector().through(manyChunks(content))) passed += chunk.length;
    };
    const refused: unknown = await reading().catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(DomainError);
    expect(refused).toMatchObject({ fields: [{ path: 'file', rule: 'line-too-long', limit: 1 }] });
    expect(passed).toBeLessThanOrEqual(ROSTER_LIMITS.lineBytes + CHUNK_BYTES);
  });

  it('keeps the head of what it passes on, and no more', async () => {
    const inspector = new UploadInspector();
    let passed = 0;
    for await (const chunk of inspector.through(manyChunks('A-1,Budi\n'))) passed += chunk.length;
    const { size, head } = inspector.result();
    expect(size).toBe(passed);
    expect(head.length).toBeLessThanOrEqual(CHUNK_BYTES);
  });
});
