// A roster from a spreadsheet becomes members: previewed, checked line by line, applied whole or in its good lines.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import iconv from 'iconv-lite';
import { readdirSync } from 'node:fs';
import { signedIn, type Client, type Reply } from '../factories/auth.js';
import { aCooperative, aMember, anAdmin, aUnit, type CooperativeRow, type MemberRow } from '../factories/members.js';
import { bootApp, type TestApp } from '../support/app.js';

interface Import {
  id: string;
  state: string;
  encoding: string;
  delimiter: string;
  headers: { name: string; isNationalId: boolean }[];
  suggested: Record<string, number>;
  samples: string[][];
  counts: Record<string, number> | null;
  progress: { done: number; total: number };
  fault: { code: string; fields: { path: string; rule: string; limit?: number }[] } | null;
  fields?: { path: string; rule: string; limit?: number | string }[];
  code?: string;
}
interface Errors {
  items: {
    line: number;
    number: string | null;
    faults: { path: string; rule: string; limit?: number; message: string }[];
  }[];
  nextCursor: string | null;
}

let app: TestApp;
let cooperative: CooperativeRow;
let adminRow: MemberRow;
let admin: Client;

beforeAll(async () => {
  app = await bootApp();
});
afterAll(async () => {
  await app.close();
});
beforeEach(async () => {
  cooperative = await aCooperative(app);
  adminRow = await anAdmin(app, cooperative, { number: 'ADM-1', name: 'Pengurus', email: 'pengurus@contoh.id' });
  admin = await signedIn(app, adminRow);
});
afterEach(() => {
  expect(partialFiles()).toEqual([]);
});

async function upload(file: string | Buffer, as: Client = admin): Promise<Reply<Import>> {
  const form = new FormData();
  form.append('file', new Blob([typeof file === 'string' ? file : new Uint8Array(file)]), 'anggota.csv');
  const response = await as.fetch('/api/roster-imports', { method: 'POST', body: form });
  return { status: response.status, headers: response.headers, body: (await response.json()) as Import };
}

async function see(id: string): Promise<Import> {
  return (await admin.get<Import>(`/api/roster-imports/${id}`)).body;
}

/** Uploaded and checked, with the mapping that was suggested unless another is given. */
async function checked(file: string | Buffer, mapping?: Record<string, number>): Promise<Import> {
  const { body } = await upload(file);
  const started = await admin.post(`/api/roster-imports/${body.id}/dry-run`, { mapping: mapping ?? body.suggested });
  expect(started.status).toBe(202);
  await app.settle();
  return see(body.id);
}

async function applied(file: string, mode: 'all' | 'good' = 'all'): Promise<Import> {
  const { id } = await checked(file);
  expect((await admin.post(`/api/roster-imports/${id}/apply`, { mode })).status).toBe(202);
  await app.settle();
  return see(id);
}

async function errorsOf(id: string): Promise<[number, string, string, number | undefined][]> {
  const { body } = await admin.get<Errors>(`/api/roster-imports/${id}/errors?limit=100`);
  return body.items.flatMap((item) =>
    item.faults.map((fault): [number, string, string, number | undefined] => [
      item.line,
      fault.path,
      fault.rule,
      fault.limit,
    ]),
  );
}

function members(): Promise<{ number: string; name: string; status: string }[]> {
  return app.db.sql(
    `SELECT m.number, m.name, m.nickname, m.email, m.mobile, u.name AS unit, m.status, m.joined_on::text AS joined, m.zone,
       m.language, m.version FROM members m LEFT JOIN units u ON u.id = m.unit_id
     WHERE m.cooperative_id = $1 AND m.number <> 'ADM-1' ORDER BY m.number`,
    [cooperative.id],
  );
}

function partialFiles(): string[] {
  const folder = `${app.data}/rosters`;
  return readdirSync(folder).filter((name) => name.endsWith('.part'));
}

const TWO = 'No Anggota,Nama\nA-1,Budi\nA-2,Siti\n';

describe('the preview', () => {
  it('maps Indonesian headers, flags a national id and shows none of it', async () => {
    const file =
      'No. Anggota;NIK;Nama Lengkap;Surel;No. HP;Cabang;Status Anggota;Tgl Masuk\n' +
      'A-1;3275012345678901;Budi;budi@contoh.id;0812 3456 7890;Bekasi;Aktif;31/12/2019\n';
    const { status, body } = await upload(file);
    expect(status).toBe(201);
    expect(body).toMatchObject({
      state: 'uploaded',
      encoding: 'utf-8',
      delimiter: ';',
      suggested: { number: 0, name: 2, email: 3, mobile: 4, unit: 5, status: 6, joinedOn: 7 },
    });
    expect(body.headers[1]).toEqual({ name: 'NIK', isNationalId: true });
    expect(body.samples).toEqual([
      ['A-1', '', 'Budi', 'budi@contoh.id', '0812 3456 7890', 'Bekasi', 'Aktif', '31/12/2019'],
    ]);
    const [row] = await app.db.sql<{ text: string }>(
      'SELECT roster_imports::text AS text FROM roster_imports WHERE id = $1',
      [body.id],
    );
    expect(row?.text).not.toContain('3275012345678901');
  });

  it('maps English headers', async () => {
    const { body } = await upload(
      'Member No\tFull Name\tE-mail\tMobile\tCompany\tLanguage\tTime Zone\nA-1\tBudi\t\t\t\t\t\n',
    );
    expect(body).toMatchObject({
      delimiter: '\t',
      suggested: { number: 0, name: 1, email: 2, mobile: 3, unit: 4, language: 5, zone: 6 },
    });
  });

  it.each([
    ['utf-8', Buffer.from('No Anggota,Nama\r\nA-1,Zoë Müller\r\n')],
    ['utf-8', Buffer.from('\ufeffNo Anggota,Nama\r\nA-1,Zoë Müller\r\n')],
    ['utf-16le', iconv.encode('No Anggota,Nama\r\nA-1,Zoë Müller\r\n', 'utf-16le', { addBOM: true })],
    ['utf-16le', iconv.encode('No Anggota,Nama\r\nA-1,Zoë Müller\r\n', 'utf-16le')],
    ['utf-16be', iconv.encode('No Anggota,Nama\r\nA-1,Zoë Müller\r\n', 'utf-16be', { addBOM: true })],
    ['windows-1252', iconv.encode('No Anggota,Nama\r\nA-1,Zoë Müller\r\n', 'windows-1252')],
    ['utf-8', Buffer.from('sep=,\r\nNo Anggota,Nama\r\nA-1,Zoë Müller\r\n')],
  ])('reads %s as spreadsheets write it', async (encoding, file) => {
    const roster = await checked(file);
    expect(roster).toMatchObject({ encoding, state: 'checked', counts: { new: 1, bad: 0 } });
    await admin.post(`/api/roster-imports/${roster.id}/apply`, { mode: 'all' });
    await app.settle();
    expect(await members()).toMatchObject([{ number: 'A-1', name: 'Zoë Müller' }]);
  });
});

describe('a file that is no roster', () => {
  const table = (line: string): string => `No Anggota,Nama\n${line}\n`;
  it.each<[string, string | Buffer, number, string, string, string]>([
    ['nothing', '', 400, 'invalid-file', 'file', 'required'],
    ['one column', 'Nama\nBudi\n', 400, 'invalid-file', 'file', 'format'],
    ['a workbook', Buffer.from('504b030414000600080000002100', 'hex'), 400, 'invalid-file', 'file', 'format'],
    ['bytes', Buffer.from([1, 0, 2, 0, 0, 3, 44, 10]), 400, 'invalid-file', 'file', 'format'],
    ['101 columns', `${'a,'.repeat(100)}b\n1,2\n`, 400, 'invalid-file', 'columns', 'too-large'],
    ['a quote never closed', 'No,Nama\nA-1,Budi\nA-2,"Siti\nA-3,Tono', 400, 'invalid-file', 'file', 'unclosed-quote'],
    ['a million columns', `${'a,'.repeat(1_000_000)}\n`, 400, 'invalid-file', 'file', 'line-too-long'],
    ['a million columns later', table(','.repeat(1_000_000)), 400, 'invalid-file', 'file', 'line-too-long'],
    ['one huge cell', table(`A-1,"${'x'.repeat(40_000_000)}"`), 400, 'invalid-file', 'file', 'line-too-long'],
    ['more than 50 MB', table('A-1,Budi\n'.repeat(6_000_000)), 413, 'body-too-large', 'file', 'too-large'],
  ])('is refused: %s', async (_, file, status, code, path, rule) => {
    const answer = await upload(file);
    expect({ status: answer.status, code: answer.body.code }).toEqual({ status, code });
    expect(answer.body.fields).toMatchObject([{ path, rule }]);
    expect(await app.db.sql('SELECT FROM roster_imports WHERE cooperative_id = $1', [cooperative.id])).toEqual([]);
  });

  it.each([
    ['a cell over many lines', `A-1,"${'x\n'.repeat(200_000)}"`, 'line-too-long', 2],
    ['a quote never closed', `${'A-1,Budi\n'.repeat(10_000)}A-2,"Siti\nA-3,Tono`, 'unclosed-quote', 10_002],
  ])('fails its dry run: %s', async (_, lines, rule, limit) => {
    const roster = await checked(table(lines), { number: 0, name: 1 });
    expect(roster).toMatchObject({
      state: 'failed',
      fault: { code: 'invalid-file', fields: [{ path: 'file', rule, limit }] },
    });
    expect(await app.db.sql('SELECT FROM roster_lines WHERE import_id = $1', [roster.id])).toEqual([]);
  });

  it('fails its dry run: more than 200,000 rows', async () => {
    const rows = Array.from({ length: 200_001 }, (_, index) => `N${index},Budi`).join('\n');
    const roster = await checked(table(rows));
    expect(roster.fault).toMatchObject({
      code: 'invalid-file',
      fields: [{ path: 'rows', rule: 'too-large', limit: 200_000 }],
    });
  });

  it('is no form, has no file, or breaks off', async () => {
    const post = (body: string, type: string): Promise<Response> =>
      admin.fetch('/api/roster-imports', { method: 'POST', body, headers: { 'content-type': type } });
    expect((await admin.post('/api/roster-imports', {})).status).toBe(415);
    const form = 'multipart/form-data; boundary=x';
    expect((await post('--x\r\nContent-Disposition: form-data; name="other"\r\n\r\n1\r\n--x--\r\n', form)).status).toBe(
      400,
    );
    const cut = '--x\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\nNo,Nama\n1,B';
    expect((await post(cut, form)).status).toBe(400);
    expect((await post('no form at all', form)).status).toBe(400);
  });
});

describe('the dry run', () => {
  it('names every bad line and why', async () => {
    await aMember(app, cooperative, { number: 'X-1', email: 'dipakai@contoh.id' });
    const file = [
      'No Anggota,Nama,Email,No HP,Status,Tgl Masuk,Zona Waktu,Bahasa',
      'A-1,Budi,budi@contoh.id,081234567890,aktif,2020-01-31,WITA,Indonesia',
      ',Tanpa Nomor,,,,,,',
      'A-3,,,,,,,',
      'A-4,Surel Salah,bukan surel,,,,,',
      'A-5,Ponsel Ringkas,,"8,12E+10",,,,',
      'A-6,Ponsel Salah,,0274,,,,',
      'A-7,Status Salah,,,mungkin,,,',
      'A-8,Tanggal Salah,,,,31/02/2020,,',
      'A-9,Zona Salah,,,,,Asia/Antah,',
      'A-10,Bahasa Salah,,,,,,Jawa',
      ',,,,,,,',
      'A-11,Kembar,,,,,,',
      'A-11,Kembar Juga,,,,,,',
      'A-12,Alamat Kembar,sama@contoh.id,,,,,',
      'A-13,Alamat Kembar,SAMA@contoh.id,,,,,',
      'A-14,Alamat Terpakai,Dipakai@contoh.id,,,,,',
      `A-15,${'x'.repeat(121)},,,,,,`,
      '1E+15,Nomor Ringkas,,,,,,',
      'A-16,Kolom Lebih,,,,,,,lebih',
      'A-17,"Kendali\u0001",,,,,,',
      'ADM-1,Pengurus,,,keluar,,,',
    ].join('\n');
    const roster = await checked(file);
    expect(await errorsOf(roster.id)).toEqual([
      [3, 'number', 'required', undefined],
      [4, 'name', 'required', undefined],
      [5, 'email', 'format', undefined],
      [6, 'mobile', 'spreadsheet-number', undefined],
      [7, 'mobile', 'format', undefined],
      [8, 'status', 'not-allowed', undefined],
      [9, 'joinedOn', 'format', undefined],
      [10, 'zone', 'unknown-zone', undefined],
      [11, 'language', 'not-allowed', undefined],
      [13, 'number', 'duplicate-in-file', 14],
      [14, 'number', 'duplicate-in-file', 13],
      [15, 'email', 'duplicate-in-file', 16],
      [16, 'email', 'duplicate-in-file', 15],
      [17, 'email', 'taken', undefined],
      [18, 'name', 'too-long', 120],
      [19, 'number', 'spreadsheet-number', undefined],
      [20, 'line', 'wrong-columns', 8],
      [21, 'name', 'control-characters', undefined],
      [22, 'status', 'admin-leaves', undefined],
    ]);
    expect(roster.counts).toEqual({
      new: 1,
      changed: 0,
      unchanged: 0,
      bad: 19,
      unreadable: 2,
      absent: 1,
      absentInUnits: 0,
    });
    const english = await admin.fetch(`/api/roster-imports/${roster.id}/errors?limit=1`, {
      headers: { 'accept-language': 'en' },
    });
    expect(((await english.json()) as Errors).items[0]?.faults[0]?.message).toBe('This is required.');
    expect(await members()).toHaveLength(1);
    const refused = await admin.post(`/api/roster-imports/${roster.id}/apply`, { mode: 'all' });
    expect(refused).toMatchObject({
      status: 409,
      body: { code: 'wrong-state', fields: [{ path: 'mode', rule: 'bad-lines', limit: 19 }] },
    });
    await admin.post(`/api/roster-imports/${roster.id}/apply`, { mode: 'good' });
    await app.settle();
    expect(await members()).toMatchObject([
      {
        number: 'A-1',
        mobile: '+6281234567890',
        joined: '2020-01-31',
        zone: 'Asia/Makassar',
        language: 'id',
        status: 'aktif',
      },
      { number: 'X-1' },
    ]);
    const leave = await admin.post(`/api/roster-imports/${roster.id}/leave-absent`, {
      scope: 'cooperative',
      count: 1,
      typedCount: 1,
    });
    expect(leave).toMatchObject({
      status: 409,
      body: { fields: [{ path: 'scope', rule: 'unreadable-lines', limit: 2 }] },
    });
  });

  it('gives the bad lines as a CSV in which no cell is a formula', async () => {
    const roster = await checked('No Anggota,Nama,Email\n=1+1,"=HYPERLINK(""http://x"")",salah\n@A,+62,salah\n');
    const response = await admin.fetch(`/api/roster-imports/${roster.id}/errors.csv`);
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    const text = await response.text();
    expect(text).toContain('2;\'=1+1;"\'=HYPERLINK(""http://x"")";E-mail: Bentuk isiannya tidak sesuai.');
    expect(text).toContain("3;'@A;'+62;");
  });

  it('refuses a mapping that cannot be', async () => {
    const { body } = await upload(TWO);
    const start = (mapping: unknown): Promise<Reply<Import>> =>
      admin.post(`/api/roster-imports/${body.id}/dry-run`, { mapping });
    expect(await start({ number: 0 })).toMatchObject({
      status: 400,
      body: { fields: [{ path: 'mapping.name', rule: 'required' }] },
    });
    expect(await start({ number: 0, name: 0 })).toMatchObject({
      status: 400,
      body: { fields: [{ rule: 'not-allowed' }] },
    });
    expect(await start({ number: 0, name: 2 })).toMatchObject({
      status: 400,
      body: { fields: [{ path: 'mapping.name', rule: 'not-allowed' }] },
    });
    expect((await start({ number: 0, name: 1, nik: 1 })).status).toBe(400);
    expect((await admin.post(`/api/roster-imports/${body.id}/apply`, { mode: 'all' })).status).toBe(409);
    expect((await admin.get(`/api/roster-imports/${body.id}/absent`)).status).toBe(409);
  });

  it('is nobody else’s', async () => {
    const { body } = await upload(TWO);
    const stranger = await signedIn(app, await anAdmin(app, await aCooperative(app)));
    expect((await stranger.get(`/api/roster-imports/${body.id}`)).status).toBe(404);
    expect(
      (await stranger.post(`/api/roster-imports/${body.id}/dry-run`, { mapping: { number: 0, name: 1 } })).status,
    ).toBe(404);
    const plain = await signedIn(app, await aMember(app, cooperative));
    expect((await upload(TWO, plain)).status).toBe(403);
  });
});

describe('applying', () => {
  it('tells new, changed, unchanged and absent apart, and changes only what the file says', async () => {
    const bekasi = await aUnit(app, cooperative, { name: 'Cabang Bekasi', zone: 'Asia/Makassar' });
    await aMember(app, cooperative, { number: 'A-1', name: 'Budi', email: 'budi@contoh.id', unitId: bekasi.id });
    await aMember(app, cooperative, { number: 'A-2', name: 'Siti', email: 'siti@contoh.id' });
    await aMember(app, cooperative, { number: 'A-3', name: 'Tono', email: 'tono@contoh.id' });
    await aMember(app, cooperative, { number: 'A-4', name: 'Wati', email: 'wati@contoh.id', status: 'keluar' });
    await aMember(app, cooperative, { number: 'A-5', name: 'Joko', email: 'joko@contoh.id' });
    const roster = await applied(
      [
        'No Anggota;Nama;Email;Cabang;Status',
        'A-1;Budi;;cabang  BEKASI;',
        'A-2;Siti Aminah;siti.aminah@contoh.id;Cabang Bekasi;',
        'A-4;Wati;;;',
        'A-5;Joko;;;keluar',
        'A-6;Yohana;yohana@contoh.id;Cabang Bekasi;calon',
        'A-7;Made;;Cabang Baru;',
      ].join('\n'),
    );
    expect(roster).toMatchObject({
      state: 'applied',
      counts: { new: 2, changed: 3, unchanged: 1, bad: 0, absent: 1, absentInUnits: 0 },
    });
    expect(await members()).toMatchObject([
      { number: 'A-1', email: 'budi@contoh.id', unit: 'Cabang Bekasi', version: 1 },
      { number: 'A-2', name: 'Siti Aminah', email: 'siti.aminah@contoh.id', unit: 'Cabang Bekasi', version: 2 },
      { number: 'A-3', name: 'Tono', status: 'aktif', version: 1 },
      { number: 'A-4', status: 'aktif', email: 'wati@contoh.id', version: 2 },
      { number: 'A-5', status: 'keluar', version: 2 },
      { number: 'A-6', status: 'calon', zone: 'Asia/Makassar', unit: 'Cabang Bekasi' },
      { number: 'A-7', status: 'aktif', zone: 'Asia/Jakarta', unit: 'Cabang Baru', language: 'id' },
    ]);
    const left = await app.db.sql(
      `SELECT m.number FROM outbox_events e JOIN members m ON m.id = (e.payload->>'memberId')::uuid
       WHERE e.name = 'member.left' AND m.cooperative_id = $1`,
      [cooperative.id],
    );
    expect(left).toEqual([{ number: 'A-5' }]);
    const audit = await app.db.sql<{ action: string; before: { members: object[] } }>(
      `SELECT e.action, v.before FROM audit_entries e JOIN audit_values v USING (cooperative_id, number)
       WHERE e.cooperative_id = $1 ORDER BY e.number`,
      [cooperative.id],
    );
    expect(audit.map((entry) => entry.action)).toEqual(['roster.uploaded', 'roster.members-changed', 'roster.applied']);
    expect(audit[1]?.before.members).toEqual(
      expect.arrayContaining([expect.objectContaining({ name: 'Siti', email: 'siti@contoh.id' })]),
    );
    const again = await applied('No Anggota,Nama\nA-6,Yohana\nA-7,Made\n');
    expect(again.counts).toMatchObject({ new: 0, changed: 0, unchanged: 2 });
  });

  it('checks again instead, when members changed since the dry run', async () => {
    const { id } = await checked('No Anggota,Nama,Email\nA-1,Budi,budi@contoh.id\n');
    await aMember(app, cooperative, { number: 'A-9', email: 'budi@contoh.id' });
    await admin.post(`/api/roster-imports/${id}/apply`, { mode: 'all' });
    await app.settle();
    await app.settle();
    const roster = await see(id);
    expect(roster).toMatchObject({ state: 'checked', fault: { code: 'version-conflict' }, counts: { new: 0, bad: 1 } });
    expect(await errorsOf(id)).toEqual([[2, 'email', 'taken', undefined]]);
    expect(await members()).toHaveLength(1);
  });
});

describe('the absent', () => {
  it('leave only in a step of their own that names the scope and the number, and never the acting admin', async () => {
    const [here, there] = [
      await aUnit(app, cooperative, { name: 'Sini' }),
      await aUnit(app, cooperative, { name: 'Sana' }),
    ];
    const gone = await aMember(app, cooperative, { number: 'B-1', unitId: here.id });
    await aMember(app, cooperative, { number: 'B-2', unitId: there.id });
    const roster = await applied('No Anggota,Nama,Unit\nA-1,Budi,Sini\nA-2,Siti,Sini\n');
    expect(roster.counts).toMatchObject({ absent: 2, absentInUnits: 1 });
    const list = await admin.get<{ items: { number: string }[] }>(`/api/roster-imports/${roster.id}/absent`);
    expect(list.body.items.map((item) => item.number)).toEqual(['B-1', 'B-2']);
    const leave = (body: unknown): Promise<Reply> => admin.post(`/api/roster-imports/${roster.id}/leave-absent`, body);
    expect((await leave({})).status).toBe(400);
    expect(await leave({ scope: 'units', count: 2 })).toMatchObject({
      status: 409,
      body: { code: 'conflict', fields: [{ path: 'count', limit: 1 }] },
    });
    expect(await leave({ scope: 'units', count: 1 })).toMatchObject({
      status: 422,
      body: { code: 'confirmation-required', fields: [{ path: 'typedCount', limit: 1 }] },
    });
    expect(await leave({ scope: 'units', count: 1, typedCount: 1 })).toMatchObject({ status: 200, body: { left: 1 } });
    expect(await members()).toMatchObject([
      { number: 'A-1', status: 'aktif' },
      { number: 'A-2', status: 'aktif' },
      { number: 'B-1', status: 'keluar' },
      { number: 'B-2', status: 'aktif' },
    ]);
    const [entry] = await app.db.sql<{ after: unknown }>(
      `SELECT v.after FROM audit_entries e JOIN audit_values v USING (cooperative_id, number)
       WHERE e.cooperative_id = $1 AND e.action = 'roster.absent-left'`,
      [cooperative.id],
    );
    expect(entry?.after).toMatchObject({ scope: 'units', count: 1, memberIds: [gone.id] });
    expect((await admin.get('/api/me')).status).toBe(200);
  });

  it('up to 5 % of the active members leave without the number typed', async () => {
    for (let index = 0; index < 20; index += 1)
      await aMember(app, cooperative, { number: `C-${index}`, name: `C ${index}` });
    const rows = Array.from({ length: 19 }, (_, index) => `C-${index},C ${index}`).join('\n');
    const roster = await applied(`No Anggota,Nama\n${rows}\n`);
    const left = await admin.post(`/api/roster-imports/${roster.id}/leave-absent`, { scope: 'cooperative', count: 1 });
    expect(left).toMatchObject({ status: 200, body: { left: 1 } });
  });
});
