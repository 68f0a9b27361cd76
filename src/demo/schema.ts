// The database's own account of its tables: columns and foreign keys, so that nothing has to be listed by hand.

import type { EntityManager } from 'typeorm';
import { rowsOf } from '../platform/database/sql.js';

export interface TableSchema {
  readonly table: string;
  readonly columns: readonly string[];
  readonly foreignKeys: readonly ForeignKey[];
}

export interface ForeignKey {
  readonly columns: readonly string[];
  readonly parent: string;
  readonly parentColumns: readonly string[];
}

export async function readSchema(manager: EntityManager): Promise<TableSchema[]> {
  const tables = await rowsOf<{ table: string; columns: string[] }>(
    manager,
    `SELECT relname AS table, array_agg(attname::text ORDER BY attnum) AS columns
     FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid
     WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition
       AND attnum > 0 AND NOT attisdropped
     GROUP BY relname ORDER BY relname`,
  );
  const names = (relation: string, keys: string): string =>
    `(SELECT array_agg(attname::text ORDER BY place) FROM unnest(${keys}) WITH ORDINALITY AS key(number, place)
      JOIN pg_attribute ON attrelid = ${relation} AND attnum = number)`;
  const foreignKeys = await rowsOf<ForeignKey & { table: string }>(
    manager,
    `SELECT child.relname AS table, parent.relname AS parent,
       ${names('conrelid', 'conkey')} AS columns, ${names('confrelid', 'confkey')} AS "parentColumns"
     FROM pg_constraint
     JOIN pg_class child ON child.oid = conrelid JOIN pg_class parent ON parent.oid = confrelid
     WHERE contype = 'f' AND connamespace = 'public'::regnamespace AND conparentid = 0
     ORDER BY conname`,
  );
  const byTable = Map.groupBy(foreignKeys, (key) => key.table);
  return tables.map(({ table, columns }) => ({ table, columns, foreignKeys: byTable.get(table) ?? [] }));
}
