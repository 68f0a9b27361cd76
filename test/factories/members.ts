// Cooperatives, units and members as rows, saying only what matters to a test.
import type { Role } from '../../src/contracts/permissions.js';
import { newId } from '../../src/platform/ids.js';
import type { TestApp } from '../support/app.js';

let made = 0;

export interface CooperativeRow {
  id: string;
  slug: string;
  name: string;
  zone: string;
}

export async function aCooperative(
  app: Pick<TestApp, 'db' | 'clock'>,
  fields: Partial<CooperativeRow> = {},
): Promise<CooperativeRow> {
  made += 1;
  const row = { id: newId(), slug: `koperasi-${made}`, name: `Koperasi ${made}`, zone: 'Asia/Jakarta', ...fields };
  await app.db.sql(
    `INSERT INTO cooperatives (id, slug, name, colour, language, zone, created_at)
     VALUES ($1, $2, $3, '#0b7285', 'id', $4, $5)`,
    [row.id, row.slug, row.name, row.zone, app.clock.now()],
  );
  return row;
}

export interface UnitRow {
  id: string;
  cooperativeId: string;
  name: string;
}

export async function aUnit(
  app: Pick<TestApp, 'db'>,
  cooperative: { id: string },
  fields: { name?: string; zone?: string } = {},
): Promise<UnitRow> {
  made += 1;
  const row = { id: newId(), cooperativeId: cooperative.id, name: fields.name ?? `Unit ${made}` };
  await app.db.sql('INSERT INTO units (id, cooperative_id, name, zone) VALUES ($1, $2, $3, $4)', [
    row.id,
    row.cooperativeId,
    row.name,
    fields.zone ?? 'Asia/Jakarta',
  ]);
  return row;
}

export interface MemberRow {
  id: string;
  cooperativeId: string;
  number: string;
  name: string;
  nickname: string | null;
  email: string | null;
  mobile: string | null;
  unitId: string | null;
  roles: Role[];
  coordinatesUnitIds: string[];
  zone: string;
  language: 'id' | 'en';
  status: 'calon' | 'aktif' | 'luar-biasa' | 'keluar';
}

/** An active member with an address of one's own. */
export async function aMember(
  app: Pick<TestApp, 'db' | 'clock'>,
  cooperative: { id: string },
  fields: Partial<Omit<MemberRow, 'id' | 'cooperativeId'>> = {},
): Promise<MemberRow> {
  made += 1;
  const row: MemberRow = {
    id: newId(),
    cooperativeId: cooperative.id,
    number: `A-${String(made).padStart(5, '0')}`,
    name: `Anggota ${made}`,
    nickname: null,
    email: `anggota${made}@contoh.id`,
    mobile: null,
    unitId: null,
    roles: ['member'],
    coordinatesUnitIds: [],
    zone: 'Asia/Jakarta',
    language: 'id',
    status: 'aktif',
    ...fields,
  };
  await app.db.sql(
    `INSERT INTO members (id, cooperative_id, number, name, nickname, email, mobile, unit_id, roles,
       coordinates_unit_ids, zone, language, status, created_at, updated_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $14)`,
    [...Object.values({ ...row }), app.clock.now()],
  );
  return row;
}

export function anAdmin(
  app: Pick<TestApp, 'db' | 'clock'>,
  cooperative: { id: string },
  fields: Partial<Omit<MemberRow, 'id' | 'cooperativeId'>> = {},
): Promise<MemberRow> {
  return aMember(app, cooperative, { roles: ['member', 'admin'], ...fields });
}
