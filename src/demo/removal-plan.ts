// Which rows belong to a cooperative, table by table, and in which order they can go: told by columns and foreign keys.

import type { ForeignKey, TableSchema } from './schema.js';

/** `condition` holds for the rows that go; its $1 are the ids of the cooperatives (uuid[]). */
export interface RemovalStep {
  readonly table: string;
  readonly condition: string;
}

/** Rows that name their parent without a foreign key: hot paths, and what outlives it on purpose. */
const BY_NAME: Readonly<Record<string, string>> = { session_id: 'sessions', member_id: 'members' };

/** Tables whose owner stands in no column. */
const BY_HAND: Readonly<Record<string, { condition: string; parents: readonly string[] }>> = {
  cooperatives: { condition: 'id = ANY($1::uuid[])', parents: [] },
  outbox_events: { condition: `(payload->>'cooperativeId')::uuid = ANY($1::uuid[])`, parents: [] },
  handled_events: {
    condition: `event_id IN (SELECT id FROM outbox_events WHERE (payload->>'cooperativeId')::uuid = ANY($1::uuid[]))`,
    parents: ['outbox_events'],
  },
};

/** Children before parents. @throws Error when tables point at one another in a circle: then no order is safe. */
export function planRemoval(schema: readonly TableSchema[]): RemovalStep[] {
  const byName = new Map(schema.map((table) => [table.table, table]));
  const conditions = new Map<string, string | undefined>();
  for (const { table } of schema) conditionOf(table, byName, conditions, []);

  const left = new Map(schema.filter((table) => conditions.get(table.table) !== undefined).map((t) => [t.table, t]));
  const steps: RemovalStep[] = [];
  while (left.size > 0) {
    const needed = new Set([...left.values()].flatMap((table) => parentsOf(table, byName)));
    const free = [...left.keys()].filter((table) => !needed.has(table));
    if (free.length === 0) throw new Error(`Tables point at one another: ${[...left.keys()].join(', ')}`);
    for (const table of free) {
      left.delete(table);
      steps.push({ table, condition: conditions.get(table) ?? 'false' });
    }
  }
  return steps;
}

function conditionOf(
  name: string,
  byName: ReadonlyMap<string, TableSchema>,
  known: Map<string, string | undefined>,
  path: readonly string[],
): string | undefined {
  if (known.has(name) || path.includes(name)) return known.get(name);
  const table = byName.get(name);
  if (table === undefined) return undefined;
  const condition =
    ownCondition(table) ?? byParents(table, (parent) => conditionOf(parent, byName, known, [...path, name]));
  known.set(name, condition);
  return condition;

  function byParents(child: TableSchema, of: (parent: string) => string | undefined): string | undefined {
    const parts = linksOf(child, byName).flatMap((link) => {
      const parent = of(link.parent);
      if (parent === undefined) return [];
      return [
        `(${quoted(link.columns)}) IN (SELECT ${quoted(link.parentColumns)} FROM "${link.parent}" WHERE ${parent})`,
      ];
    });
    return parts.length === 0 ? undefined : parts.join(' OR ');
  }
}

function ownCondition(table: TableSchema): string | undefined {
  const byHand = BY_HAND[table.table];
  if (byHand !== undefined) return byHand.condition;
  return table.columns.includes('cooperative_id') ? 'cooperative_id = ANY($1::uuid[])' : undefined;
}

/** Foreign keys, and the columns that are one in all but name. */
function linksOf(table: TableSchema, byName: ReadonlyMap<string, TableSchema>): ForeignKey[] {
  const declared = new Set(table.foreignKeys.flatMap((key) => key.columns));
  const named = Object.entries(BY_NAME).filter(
    ([column, parent]) => table.columns.includes(column) && !declared.has(column) && byName.has(parent),
  );
  const implied = named.map(([column, parent]) => ({ columns: [column], parent, parentColumns: ['id'] }));
  return [...table.foreignKeys, ...implied];
}

function parentsOf(table: TableSchema, byName: ReadonlyMap<string, TableSchema>): string[] {
  const links = linksOf(table, byName).map((link) => link.parent);
  // A table that points at itself goes in one statement.
  return [...links, ...(BY_HAND[table.table]?.parents ?? [])].filter((parent) => parent !== table.table);
}

function quoted(columns: readonly string[]): string {
  return columns.map((column) => `"${column}"`).join(', ');
}
