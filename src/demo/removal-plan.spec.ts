import { describe, expect, it } from '@jest/globals';
import { planRemoval } from './removal-plan.js';
import type { ForeignKey, TableSchema } from './schema.js';

const MINE = 'cooperative_id = ANY($1::uuid[])';

function table(name: string, columns: string[], ...foreignKeys: ForeignKey[]): TableSchema {
  return { table: name, columns: ['id', ...columns], foreignKeys };
}

function key(column: string, parent: string): ForeignKey {
  return { columns: [column], parent, parentColumns: ['id'] };
}

const cooperatives = table('cooperatives', ['slug']);
const sessions = table('sessions', ['cooperative_id'], key('cooperative_id', 'cooperatives'));

describe('the plan of a removal', () => {
  it('takes the children first, the cooperative last', () => {
    const staff = table('session_staff', ['session_id'], key('session_id', 'sessions'));
    const tables = planRemoval([cooperatives, sessions, staff]).map((step) => step.table);
    expect(tables).toEqual(['session_staff', 'sessions', 'cooperatives']);
  });

  it('finds the owner of a row in its own column, else through what it points at', () => {
    const staff = table('session_staff', ['session_id'], key('session_id', 'sessions'));
    const conditions = Object.fromEntries(
      planRemoval([cooperatives, sessions, staff]).map((s) => [s.table, s.condition]),
    );
    expect(conditions).toEqual({
      session_staff: `("session_id") IN (SELECT "id" FROM "sessions" WHERE ${MINE})`,
      sessions: MINE,
      cooperatives: 'id = ANY($1::uuid[])',
    });
  });

  it('follows a session_id that is no foreign key', () => {
    const messages = table('room_messages', ['session_id']);
    const steps = planRemoval([cooperatives, sessions, messages]);
    expect(steps[0]).toEqual({
      table: 'room_messages',
      condition: `("session_id") IN (SELECT "id" FROM "sessions" WHERE ${MINE})`,
    });
  });

  it('leaves tables alone that belong to no cooperative', () => {
    const tables = planRemoval([cooperatives, table('migrations', ['name'])]).map((step) => step.table);
    expect(tables).toEqual(['cooperatives']);
  });

  it('takes a table that points at itself in one statement', () => {
    const replies = table('replies', ['cooperative_id', 'reply_to'], key('reply_to', 'replies'));
    expect(planRemoval([cooperatives, replies])).toContainEqual({ table: 'replies', condition: MINE });
  });

  it('takes what was handled before the events it was handled for', () => {
    const tables = planRemoval([table('outbox_events', ['payload']), table('handled_events', ['event_id'])]);
    expect(tables.map((step) => step.table)).toEqual(['handled_events', 'outbox_events']);
  });

  it('refuses tables that point at one another', () => {
    const a = table('a', ['cooperative_id', 'b_id'], key('b_id', 'b'));
    const b = table('b', ['cooperative_id', 'a_id'], key('a_id', 'a'));
    expect(() => planRemoval([a, b])).toThrow('point at one another: a, b');
  });
});
