// The one typed raw-SQL helper: the caller names the row's shape, since the driver cannot know it.

import type { EntityManager } from 'typeorm';

/** Rows of a SELECT, or of an INSERT/UPDATE/DELETE with RETURNING; values are always parameters ($1, $2), never text. */
export async function rowsOf<Row>(
  manager: EntityManager,
  text: string,
  parameters: readonly unknown[] = [],
): Promise<Row[]> {
  const runner = manager.queryRunner ?? manager.dataSource.createQueryRunner();
  try {
    const result = await runner.query(text, [...parameters], true);
    return result.records as Row[];
  } finally {
    if (manager.queryRunner === undefined) await runner.release();
  }
}
