// Cooperatives, their units and members.

import type { MigrationInterface, QueryRunner } from 'typeorm';

export class People1764000001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE cooperatives (
        id uuid PRIMARY KEY, slug text NOT NULL, name text NOT NULL, colour text NOT NULL, language text NOT NULL,
        zone text NOT NULL, is_demo boolean NOT NULL DEFAULT false, created_at timestamptz NOT NULL,
        CONSTRAINT cooperatives_slug UNIQUE (slug))`);
    await runner.query(`
      CREATE TABLE units (
        id uuid PRIMARY KEY, cooperative_id uuid NOT NULL, name text NOT NULL, zone text NOT NULL,
        CONSTRAINT units_name UNIQUE (cooperative_id, name),
        CONSTRAINT units_cooperative_fk FOREIGN KEY (cooperative_id) REFERENCES cooperatives (id))`);
    await runner.query(`
      CREATE TABLE members (
        id uuid PRIMARY KEY, cooperative_id uuid NOT NULL, number text NOT NULL, name text NOT NULL, nickname text,
        email text, mobile text, employee_number text, unit_id uuid, roles text[] NOT NULL DEFAULT '{member}',
        coordinates_unit_ids uuid[] NOT NULL DEFAULT '{}', zone text NOT NULL, language text NOT NULL,
        status text NOT NULL DEFAULT 'aktif', joined_on date, left_at timestamptz,
        version integer NOT NULL DEFAULT 1, created_at timestamptz NOT NULL, updated_at timestamptz NOT NULL,
        CONSTRAINT members_number UNIQUE (cooperative_id, number),
        CONSTRAINT members_cooperative_fk FOREIGN KEY (cooperative_id) REFERENCES cooperatives (id),
        CONSTRAINT members_unit_fk FOREIGN KEY (unit_id) REFERENCES units (id))`);
    await runner.query(`CREATE INDEX members_by_name ON members (cooperative_id, name, id)`);
    await runner.query(`CREATE INDEX members_unit ON members (unit_id)`);
    await runner.query(
      `CREATE UNIQUE INDEX members_email ON members (cooperative_id, lower(email)) WHERE status <> 'keluar'`,
    );
    // Beginnings of words of a name and of a number, in any order. `simple` neither stems nor drops words of names;
    // punctuation parts words, so that the parser sees neither signs nor addresses in numbers such as K-0012/7.
    await runner.query(
      `CREATE INDEX members_search ON members
       USING gin (to_tsvector('simple', translate(name || ' ' || number, '-+./_,:@''', '         ')))`,
    );
    await runner.query(`CREATE INDEX members_staff ON members (cooperative_id) WHERE roles <> '{member}'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['members', 'units', 'cooperatives']) await runner.query(`DROP TABLE ${table}`);
  }
}
