// 100,000 roster lines, 1 % of them bad, from the upload to members; against COPY of the good ones into the same table.
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { v7 } from 'uuid';
import { copyIn } from './support/copy.ts';
import { signIns } from './support/people.ts';
import { openPlace } from './support/place.ts';
import { Processes } from './support/processes.ts';
import { interleaved, median, report, rounded } from './support/report.ts';

const ROWS = 100_000;
const BAD = 1_000;
const GOOD = ROWS - BAD;
const UNITS = 20;
const PAIRS = 3;
const LOOK_EVERY_MS = 50;
const MOST_MEGABYTES = 256;

interface Home {
  readonly cooperativeId: string;
  readonly adminId: string;
  readonly cookie: string;
}
interface Imported {
  readonly state: string;
  readonly counts: { readonly new: number; readonly bad: number } | null;
}

const place = await openPlace();
try {
  const processes = await Processes.start(place);
  const client = new pg.Client({ connectionString: place.appUrl });
  await client.connect();
  try {
    const file = rosterFile();
    console.log(`${String(ROWS)} rows, ${rounded(file.size / 1e6)} MB`);
    await importOnce(processes, file);
    await delay(2_000);
    const idle = processes.memory();
    const watched = processes.watchMemory();
    const samples = await interleaved(
      PAIRS,
      () => importOnce(processes, file),
      () => copyOnce(client),
    );
    const over = watched().map((most, index) => most - (idle[index] ?? 0));
    const ratios = samples.map(({ a, b }) => b.seconds / a.seconds);
    const sums = new Set(samples.flatMap(({ a, b }) => [a.checksum, b.checksum]));
    report({
      name: 'roster-import',
      ratio: rounded(median(ratios)),
      goal: '>= 0.3',
      unit: 'x',
      yardstick: 'COPY of the good rows, ready to store, into the same table with its indexes',
      ratioRange: [rounded(Math.min(...ratios)), rounded(Math.max(...ratios))],
      rowsPerSecond: rounded(ROWS / median(samples.map(({ a }) => a.seconds))),
      megabytesOverIdle: { serving: rounded(over[0] ?? 0), working: rounded(over[1] ?? 0) },
      invariants: {
        'every good line became a member, and no other': samples.every(({ a }) => a.members === GOOD),
        'every bad line was named': samples.every(({ a }) => a.bad === BAD),
        'both have stored the same': sums.size === 1,
        'memory stayed within 256 MB over idle': over.every((megabytes) => megabytes <= MOST_MEGABYTES),
      },
      samples: samples.map(({ a, b }) => ({
        importSeconds: rounded(a.seconds),
        checkSeconds: rounded(a.checkSeconds),
        copySeconds: rounded(b.seconds),
      })),
    });
  } finally {
    await client.end();
    await processes.close();
  }
} finally {
  await place.close();
}

/** As an admin does it: upload, dry run, then the good lines. */
async function importOnce(
  processes: Processes,
  file: Blob,
): Promise<{ seconds: number; checkSeconds: number; members: number; bad: number; checksum: string }> {
  const home = await aHome();
  const call = async (path: string, init: RequestInit): Promise<Imported & { id: string; suggested: unknown }> => {
    const headers = new Headers(init.headers);
    headers.set('cookie', home.cookie);
    const response = await fetch(`${processes.url}/api/roster-imports${path}`, {
      ...init,
      headers,
    });
    if (!response.ok) throw new Error(`${path} answered ${String(response.status)}: ${await response.text()}`);
    return (await response.json()) as Imported & { id: string; suggested: unknown };
  };
  const post = (path: string, body: unknown): ReturnType<typeof call> =>
    call(path, { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } });
  const until = async (id: string, state: string): Promise<Imported> => {
    for (;;) {
      const now = await call(`/${id}`, {});
      if (now.state === state) return now;
      if (now.state === 'failed') throw new Error(JSON.stringify(now));
      await delay(LOOK_EVERY_MS);
    }
  };

  const startedAt = performance.now();
  const form = new FormData();
  form.append('file', file, 'anggota.csv');
  const { id, suggested } = await call('', { method: 'POST', body: form });
  await post(`/${id}/dry-run`, { mapping: suggested });
  const checked = await until(id, 'checked');
  const checkSeconds = (performance.now() - startedAt) / 1_000;
  await post(`/${id}/apply`, { mode: 'good' });
  await until(id, 'applied');
  const seconds = (performance.now() - startedAt) / 1_000;
  return { seconds, checkSeconds, bad: checked.counts?.bad ?? 0, ...(await stored(home)) };
}

async function copyOnce(client: pg.Client): Promise<{ seconds: number; checksum: string }> {
  const home = await aHome();
  const units = Array.from({ length: UNITS }, (_, unit) => ({ id: v7(), name: unitName(unit) }));
  for (const unit of units) {
    await client.query(`INSERT INTO units (id, cooperative_id, name, zone) VALUES ($1, $2, $3, 'Asia/Jakarta')`, [
      unit.id,
      home.cooperativeId,
      unit.name,
    ]);
  }
  const now = new Date().toISOString();
  const chunks: Buffer[] = [];
  for (let first = 0; first < ROWS; first += 1_000) {
    const lines = Array.from({ length: 1_000 }, (_, index) => first + index)
      .filter((row) => !isBad(row))
      .map((row) => {
        const [number, name, email, mobile, , joined] = cellsOf(row);
        const unitId = units[row % UNITS]?.id ?? '';
        const contact = [number, name, email, `+62${mobile?.slice(1) ?? ''}`, unitId];
        const rest = ['Asia/Jakarta', 'id', joined?.split('/').toReversed().join('-'), now, now];
        return [v7(), home.cooperativeId, ...contact, ...rest].join('\t');
      });
    chunks.push(Buffer.from(`${lines.join('\n')}\n`));
  }
  const startedAt = performance.now();
  await copyIn(
    client,
    `COPY members (id, cooperative_id, number, name, email, mobile, unit_id, zone, language, joined_on, created_at,
       updated_at) FROM STDIN`,
    chunks,
  );
  return { seconds: (performance.now() - startedAt) / 1_000, checksum: (await stored(home)).checksum };
}

/** What the members of a cooperative come to, besides its admin. */
async function stored(home: Home): Promise<{ members: number; checksum: string }> {
  const { rows } = await place.pool.query<{ members: number; checksum: string }>(
    `SELECT count(*)::int AS members, md5(string_agg(
       concat_ws('|', m.number, m.name, m.email, m.mobile, u.name, m.zone, m.language, m.joined_on, m.status, m.roles),
       E'\\n' ORDER BY m.number)) AS checksum
     FROM members m LEFT JOIN units u ON u.id = m.unit_id WHERE m.cooperative_id = $1 AND m.id <> $2`,
    [home.cooperativeId, home.adminId],
  );
  return rows[0] ?? { members: 0, checksum: '' };
}

/** A cooperative of its own for each sample, with an admin who is signed in. */
async function aHome(): Promise<Home> {
  const [cooperativeId, adminId] = [v7(), v7()];
  await place.pool.query(
    `INSERT INTO cooperatives (id, slug, name, colour, language, zone, created_at)
     VALUES ($1, $2, 'Koperasi Ukur', '#0b7285', 'id', 'Asia/Jakarta', now())`,
    [cooperativeId, `ukur-${cooperativeId.slice(-12)}`],
  );
  await place.pool.query(
    `INSERT INTO members (id, cooperative_id, number, name, roles, zone, language, created_at, updated_at)
     VALUES ($1, $2, 'ADM-1', 'Pengurus', '{member,admin}', 'Asia/Jakarta', 'id', now(), now())`,
    [adminId, cooperativeId],
  );
  const [cookie = ''] = await signIns(place.pool, [adminId]);
  return { cooperativeId, adminId, cookie };
}

/** As Excel saves it in Indonesia: semicolons, day first, every hundredth line wrong in one of four ways. */
function rosterFile(): Blob {
  const lines = Array.from({ length: ROWS }, (_, row) => (isBad(row) ? spoilt(row) : cellsOf(row)).join(';'));
  return new Blob([`No Anggota;Nama Lengkap;Email;No HP;Cabang;Tanggal Masuk\r\n${lines.join('\r\n')}\r\n`]);
}

function isBad(row: number): boolean {
  return row % (ROWS / BAD) === 57;
}

function cellsOf(row: number): string[] {
  const names = ['Siti', 'Budi', 'Nurul', 'Agus', 'Dewi', 'Made', 'Putri', 'Joko', 'Rina', 'Yohana', 'Hasan'];
  const families = ['Rahayu', 'Santoso', 'Wijaya', 'Lestari', 'Hidayat', 'Siregar', 'Nasution'];
  const name = `${names[row % 11] ?? ''} ${families[row % 7] ?? ''} ${names[(row * 3) % 11] ?? ''}`;
  const day = `${String((row % 28) + 1).padStart(2, '0')}/${String((row % 12) + 1).padStart(2, '0')}/${String(2000 + (row % 25))}`;
  const mobile = `08${String(1_100_000_000 + row)}`;
  return [
    `K-${String(row).padStart(6, '0')}`,
    name,
    `anggota${String(row)}@contoh.id`,
    mobile,
    unitName(row % UNITS),
    day,
  ];
}

function spoilt(row: number): string[] {
  const [number = '', name = '', email = '', mobile = '', unit = '', day = ''] = cellsOf(row);
  switch (Math.floor(row / 100) % 4) {
    case 0:
      return [number, '', email, mobile, unit, day];
    case 1:
      return [number, name, 'bukan surel', mobile, unit, day];
    case 2:
      return [number, name, email, '8,12E+10', unit, day];
    default:
      return [number, name, email, mobile, unit, '31/02/2020'];
  }
}

function unitName(unit: number): string {
  return `Cabang ${String(unit).padStart(2, '0')}`;
}
