// The application's role may read and write rows; it owns nothing, and what is append-only it can only add to.

import type { DataSource } from 'typeorm';

/** Tables that only grow. A trigger refuses change to everybody; here the application's role loses even the right to try. */
const APPEND_ONLY_TABLES = ['audit_entries', 'ledger_entries'] as const;

export async function grantToApplication(source: DataSource, role: string): Promise<void> {
  const name = `"${role.replaceAll('"', '""')}"`;
  for (const schema of ['public', 'bullmq']) {
    await source.query(`GRANT USAGE ON SCHEMA ${schema} TO ${name}`);
    await source.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${schema} TO ${name}`);
    await source.query(`GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA ${schema} TO ${name}`);
    await source.query(`GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${schema} TO ${name}`);
  }
  await source.query(`REVOKE INSERT, UPDATE, DELETE ON TABLE migrations FROM ${name}`);
  for (const table of APPEND_ONLY_TABLES) {
    await source.query(
      `DO $$ BEGIN IF to_regclass('${table}') IS NOT NULL THEN
         EXECUTE 'REVOKE UPDATE, DELETE, TRUNCATE ON ${table} FROM ${name.replaceAll("'", "''")}';
       END IF; END $$`,
    );
  }
}
