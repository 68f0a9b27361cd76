// The people of a demo cooperative: the same names, numbers and ids at every install, from a seeded generator.

import { base, Faker, id_ID } from '@faker-js/faker';
import { v5 } from 'uuid';
import { ROLES, type Role } from '../contracts/permissions.js';
import type { DemoCooperative, DemoUnit } from './demo-cooperatives.js';

const NAMESPACE = '5b0f0f4e-6d0c-5c1b-9a52-0d7a3f4e2c11';
const SEED = 20_260_701;

export interface DemoPerson {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly nickname: string | null;
  readonly email: string | null;
  readonly mobile: string | null;
  readonly unitId: string;
  readonly zone: string;
  readonly language: 'id' | 'en';
  readonly status: 'calon' | 'aktif' | 'luar-biasa' | 'keluar';
  readonly roles: readonly Role[];
  readonly coordinatesUnitIds: readonly string[];
  /** YYYY-MM-DD. */
  readonly joinedOn: string;
}

/** The id of a thing of the demo: always the same for the same words. */
export function demoId(...words: readonly string[]): string {
  return v5(words.join('/'), NAMESPACE);
}

export function unitIdOf(cooperative: DemoCooperative, unit: Pick<DemoUnit, 'name'>): string {
  return demoId(cooperative.slug, 'unit', unit.name);
}

/** Who the first numbers are: one of each role, to sign in as; all others are plain members. */
const STAFF: readonly Role[] = ['admin', 'facilitator', 'coordinator', 'supervisor', 'member'];
/** More facilitators, so that sessions are not all the same person's. */
const FACILITATORS = 3;

/** Member number 1 is the admin, 2 the facilitator, 3 the coordinator, 4 the supervisor, 5 the member who is shown. */
export function demoPeople(cooperative: DemoCooperative): DemoPerson[] {
  const faker = new Faker({ locale: [id_ID, base], seed: SEED + cooperative.members });
  const unitOf = spread(cooperative);
  return Array.from({ length: cooperative.members }, (_, index) => {
    const unit = unitOf(index);
    const number = `${cooperative.prefix}${String(index + 1).padStart(5, '0')}`;
    const name = nameOf(faker);
    const role =
      index < STAFF.length ? STAFF[index] : index < STAFF.length + FACILITATORS - 1 ? 'facilitator' : 'member';
    const isStaff = index < STAFF.length + FACILITATORS - 1;
    const hasEmail = isStaff || faker.datatype.boolean(0.86);
    const hasMobile = isStaff || faker.datatype.boolean(0.93);
    const words = name.split(' ');
    return {
      id: demoId(cooperative.slug, 'member', number),
      number,
      name,
      nickname: faker.datatype.boolean(0.4) ? (words[0] ?? null) : null,
      email: hasEmail ? emailOf(name, index, cooperative) : null,
      // No operator has numbers that begin with 0840: nobody real is called.
      mobile: hasMobile ? `+62840${String(10_000_000 + index * 37).slice(0, 8)}` : null,
      unitId: unitIdOf(cooperative, unit),
      zone: unit.zone,
      language: !isStaff && faker.datatype.boolean(0.03) ? 'en' : 'id',
      status: isStaff ? 'aktif' : statusOf(faker.number.int({ min: 1, max: 100 })),
      roles: ROLES.filter((one) => one === 'member' || one === role),
      coordinatesUnitIds:
        role === 'coordinator' ? cooperative.units.slice(0, 2).map((u) => unitIdOf(cooperative, u)) : [],
      joinedOn: faker.date.between({ from: '2009-01-05', to: '2026-03-31' }).toISOString().slice(0, 10),
    };
  });
}

/** One name field of one, two or three words, as Indonesians have them. */
function nameOf(faker: Faker): string {
  const sex = faker.person.sexType();
  const count = faker.helpers.weightedArrayElement([
    { weight: 8, value: 1 },
    { weight: 70, value: 2 },
    { weight: 22, value: 3 },
  ]);
  const words = new Set([faker.person.firstName(sex)]);
  while (words.size < count - 1) words.add(faker.person.firstName(sex));
  while (words.size < count) words.add(faker.person.lastName(sex));
  return [...words].join(' ');
}

function emailOf(name: string, index: number, cooperative: DemoCooperative): string {
  const local = name
    .toLowerCase()
    .replace(/[^a-z ]/g, '')
    .split(' ')
    .slice(0, 2)
    .join('.');
  return `${local}${String(index + 1)}@${cooperative.mailDomain}`;
}

function statusOf(percent: number): DemoPerson['status'] {
  if (percent > 97) return 'keluar';
  if (percent > 94) return 'calon';
  return percent > 92 ? 'luar-biasa' : 'aktif';
}

/** Units by their share, the same for the same place in the list; the first members are spread over all. */
function spread(cooperative: DemoCooperative): (index: number) => DemoUnit {
  const [first] = cooperative.units;
  if (first === undefined) throw new Error(`${cooperative.slug} has no unit`);
  const total = cooperative.units.reduce((sum, unit) => sum + unit.share, 0);
  return (index) => {
    // A step that shares no factor with the total visits every place once.
    let place = (index * 617) % total;
    for (const unit of cooperative.units) {
      place -= unit.share;
      if (place < 0) return unit;
    }
    return first;
  };
}
