// Founds a demo cooperative: itself, its units and its people in a handful of statements, and the accounts to sign in with.

import type { Role } from '../contracts/permissions.js';
import { unitIdOf, type DemoPerson } from './demo-people.js';
import type { DemoCooperative } from './demo-cooperatives.js';
import type { DemoServices } from './demo-services.js';

/** Somebody one can sign in as. */
export interface DemoAccount {
  readonly role: Role;
  readonly number: string;
  readonly name: string;
  readonly password: string;
}

/** @returns the cooperative's id. */
export async function found(
  { database, cooperatives, audit, clock }: DemoServices,
  cooperative: DemoCooperative,
  people: readonly DemoPerson[],
): Promise<string> {
  const { slug, name, colour, zone } = cooperative;
  return database.transaction(async (tx) => {
    const id = await cooperatives.create(tx, { slug, name, colour, zone, language: 'id', isDemo: true });
    await tx.sql(
      `INSERT INTO units (id, cooperative_id, name, zone)
       SELECT id, $1, name, zone FROM unnest($2::uuid[], $3::text[], $4::text[]) AS new(id, name, zone)`,
      [
        id,
        cooperative.units.map((unit) => unitIdOf(cooperative, unit)),
        cooperative.units.map((unit) => unit.name),
        cooperative.units.map((unit) => unit.zone),
      ],
    );
    await tx.sql(
      `INSERT INTO members (id, cooperative_id, number, name, nickname, email, mobile, unit_id, roles,
         coordinates_unit_ids, zone, language, status, joined_on, left_at, created_at, updated_at)
       SELECT id, $1, number, name, nickname, email, mobile, "unitId", roles, "coordinatesUnitIds", zone, language, status,
         "joinedOn", CASE WHEN status = 'keluar' THEN $3::timestamptz END, $3, $3
       FROM jsonb_to_recordset($2::jsonb) AS new (id uuid, number text, name text, nickname text, email text, mobile text,
         "unitId" uuid, roles text[], "coordinatesUnitIds" uuid[], zone text, language text, status text, "joinedOn" date)`,
      [id, JSON.stringify(people), clock.now()],
    );
    await audit.record(tx, {
      actor: { cooperativeId: id, memberId: '' },
      action: 'cooperative.created',
      subject: { type: 'cooperative', id },
      after: { slug, name, colour, zone, members: people.length },
    });
    return id;
  });
}

/** One account a role, each with a password of its own. @param newPassword makes one */
export async function openAccounts(
  { database, auth }: DemoServices,
  people: readonly DemoPerson[],
  newPassword: () => string,
): Promise<DemoAccount[]> {
  const roles: Role[] = ['admin', 'facilitator', 'coordinator', 'supervisor', 'member'];
  return Promise.all(
    roles.flatMap((role) => {
      const person = people.find((one) => (role === 'member' ? one.roles.length === 1 : one.roles.includes(role)));
      return person === undefined ? [] : [openAccount(person, role, newPassword())];
    }),
  );

  async function openAccount({ id, number, name }: DemoPerson, role: Role, password: string): Promise<DemoAccount> {
    await database.transaction((tx) => auth.setPassword(tx, id, password));
    return { role, number, name, password };
  }
}
