// A cooperative in the middle of its year: people, sessions past, live and to come. What the browser tests look at.
import { newId } from '../../src/platform/ids.js';
import { ReleaseLinks } from '../../src/registrations/release-links.service.js';
import { signedIn } from '../factories/auth.js';
import { aCooperative, aMember, anAdmin, aUnit, type MemberRow } from '../factories/members.js';
import type { TestApp } from '../support/app.js';
import { RoomClient } from '../support/room-client.js';

const HOUR = 3_600_000;

export interface Story {
  slug: string;
  admin: MemberRow;
  facilitator: MemberRow;
  siti: MemberRow;
  /** Session ids. */
  live: string;
  next: string;
  full: string;
  draft: string;
  past: string;
  /** The way out of `next` that Siti's mails hold. */
  release: string;
  /** Ends the connections of those who are in the live room. */
  close: () => void;
}

interface Made {
  id: string;
}

export async function aCooperativeStory(app: TestApp): Promise<Story> {
  const cooperative = await aCooperative(app, { slug: 'nusantara', name: 'Koperasi Karyawan Nusantara' });
  const unit = await aUnit(app, cooperative, { name: 'Cabang Makassar', zone: 'Asia/Makassar' });
  const admin = await anAdmin(app, cooperative, { name: 'Ratna Dewi Anggraini', nickname: 'Ratna' });
  const facilitator = await aMember(app, cooperative, {
    name: 'Bambang Wijayanto',
    nickname: 'Bambang',
    roles: ['member', 'facilitator'],
  });
  const expert = await aMember(app, cooperative, { name: 'Dr. Ni Luh Putu Ariani' });
  const siti = await aMember(app, cooperative, {
    name: 'Siti Nurhaliza Rahman',
    nickname: 'Siti',
    unitId: unit.id,
    zone: 'Asia/Makassar',
    mobile: '+628114567890',
  });
  const names = ['Dwi Prasetyo', 'Ayu Lestari', 'Yosef Kaisiepo', 'Maria Ulfa', 'I Made Sudarma', 'Teuku Rizal'];
  const others = await inTurn(names, (name) => aMember(app, cooperative, { name, unitId: unit.id }));
  const desk = await signedIn(app, admin);
  const staff = [
    { memberId: facilitator.id, role: 'host' },
    { memberId: expert.id, role: 'speaker' },
  ];
  const plan = async (fields: { title: string; topic: string; inHours: number } & Record<string, unknown>) => {
    const { inHours, ...rest } = fields;
    const startsAt = new Date(app.clock.now().getTime() + inHours * HOUR);
    const session = {
      language: 'id',
      zone: 'Asia/Jakarta',
      startsAt: startsAt.toISOString(),
      endsAt: new Date(startsAt.getTime() + 1.5 * HOUR).toISOString(),
      description: DESCRIPTION,
      stage: { kind: 'none' },
      staff,
      ...rest,
    };
    const { status, body } = await desk.post<Made>('/api/sessions', session);
    if (status !== 201 && status !== 200) throw new Error(`No session: ${JSON.stringify(body)}`);
    await inTurn([facilitator, expert], async (member) => {
      await (await signedIn(app, member)).post(`/api/sessions/${body.id}/invitation`, { answer: 'accepted' });
    });
    return body.id;
  };
  const publish = (id: string) => desk.post(`/api/sessions/${id}/publish`);
  const register = async (id: string, member: MemberRow) => {
    return (await signedIn(app, member)).post<Made>(`/api/sessions/${id}/registration`);
  };

  const past = await plan({ title: 'Dana darurat: mulai dari mana?', topic: 'Perencanaan keuangan', inHours: 1 });
  await publish(past);
  await inTurn([siti, ...others.slice(0, 3)], (member) => register(past, member));
  await hold(app, desk, past, [siti, others[0] ?? siti]);

  const next = await plan({ title: 'Menabung, lalu investasi', topic: 'Investasi', inHours: 30, capacity: 40 });
  const full = await plan({
    title: 'Kelas kecil: menghitung cicilan',
    topic: 'Utang yang sehat',
    inHours: 54,
    capacity: 3,
  });
  const later = [
    await plan({ title: 'Waspada penipuan digital', topic: 'Keamanan digital', inHours: 78 }),
    await plan({ title: 'Koperasi untuk anak muda', topic: 'Perkoperasian', inHours: 102, capacity: 200 }),
  ];
  const live = await plan({ title: 'Belanja cerdas menjelang hari raya', topic: 'Perencanaan keuangan', inHours: 0.2 });
  const draft = await plan({ title: 'Pajak penghasilan untuk pekerja', topic: 'Pajak', inHours: 200 });
  await inTurn([next, full, ...later, live], publish);
  const { body: seat } = await register(next, siti);
  const release = app.server.app.get(ReleaseLinks, { strict: false }).to(seat.id);
  await inTurn(others.slice(0, 4), (member) => register(next, member));
  await inTurn(others.slice(0, 3), (member) => register(full, member));
  await inTurn([...others.slice(3, 5), siti], (member) => register(full, member));
  await inTurn([siti, ...others], (member) => register(live, member));
  app.clock.advance({ minutes: 12 });
  await (await signedIn(app, facilitator)).post(`/api/sessions/${live}/go-live`);
  const talkers = await inTurn([facilitator, ...others.slice(0, 4)], async (member) => {
    const client = new RoomClient(app.url, (await signedIn(app, member)).cookie, live);
    await client.enter();
    return client;
  });
  await inTurn(TALK, async ([who, text]) => {
    app.clock.advance({ seconds: 50 });
    await talkers[who]?.post(text);
  });
  await inTurn(QUESTIONS, async ([who, text]) => {
    app.clock.advance({ seconds: 20 });
    await talkers[who]?.send('question.ask', { id: newId(), text, isAnonymous: false });
  });
  await moderate(talkers);
  app.clock.advance({ minutes: 4 });
  await app.settle();
  const close = () => {
    talkers.forEach((talker) => {
      talker.close();
    });
  };
  return { slug: 'nusantara', admin, facilitator, siti, live, next, full, draft, past, release, close };
}

/** Goes live, lets them stay to the end, ends it, and waits until the verdicts stand. */
async function hold(app: TestApp, desk: Awaited<ReturnType<typeof signedIn>>, id: string, members: MemberRow[]) {
  app.clock.advance({ hours: 1 });
  await desk.post(`/api/sessions/${id}/go-live`);
  const clients = await inTurn(members, async (member) => {
    const client = new RoomClient(app.url, (await signedIn(app, member)).cookie, id);
    await client.enter();
    return client;
  });
  app.clock.advance({ minutes: 85 });
  await inTurn(clients, async (client) => {
    await client.leave();
    client.close();
  });
  await desk.post(`/api/sessions/${id}/end`);
  app.clock.advance({ minutes: 30 });
  await app.settle();
}

/** One question is on stage, one may be voted for, one waits; a poll runs, and somebody has raised a hand. */
async function moderate([host, ...members]: readonly RoomClient[]) {
  if (!host) return;
  await host.until(({ state }) => state?.questions.length === QUESTIONS.length);
  const [first, second] = host.state?.questions ?? [];
  for (const one of [first, second]) {
    if (one) await host.send('question.approve', { id: newId(), questionId: one.id, version: one.version });
  }
  await host.until(({ state }) => state?.questions.filter((one) => one.state === 'approved').length === 2);
  await inTurn(members.slice(2), async (member) => {
    for (const one of [first, second]) {
      if (one) await member.send('question.vote', { id: newId(), questionId: one.id, isFor: true });
    }
  });
  const approved = host.state?.questions.find(({ id }) => id === first?.id);
  if (approved) await host.send('question.stage', { id: newId(), questionId: approved.id, version: approved.version });
  const pollId = newId();
  await host.send('poll.save', { id: newId(), pollId, ...POLL });
  await host.until(({ state }) => state?.polls.length === 1);
  await host.send('poll.open', { id: newId(), pollId, version: host.state?.polls[0]?.version ?? 1 });
  await inTurn(members, (member) =>
    member.send('poll.answer', { id: newId(), pollId, run: 1, answer: { options: [0] } }),
  );
  await members[1]?.send('hand.raise', { id: newId(), isRaised: true });
}

async function inTurn<In, Out>(items: readonly In[], act: (item: In) => Promise<Out>): Promise<Out[]> {
  const made: Out[] = [];
  for (const item of items) made.push(await act(item));
  return made;
}

/** Who says what in the live room; 0 leads it. */
const TALK: [number, string][] = [
  [1, 'Halo dari Makassar!'],
  [2, 'Selamat siang semua. Suaranya sudah jelas?'],
  [0, 'Selamat datang. Hari ini kita mulai dari daftar belanja; bahannya ada di https://contoh.id/daftar-belanja'],
  [3, 'Kalau THR sebaiknya langsung ditabung berapa persen, Pak?'],
  [4, 'Di kantor kami ada yang pakai amplop per kebutuhan, lumayan menolong.'],
  [0, 'Pertanyaan bagus, Yosef. Kita bahas sesudah contoh pertama.'],
];

const QUESTIONS: [number, string][] = [
  [1, 'Bagaimana membedakan kebutuhan dan keinginan saat belanja?'],
  [2, 'Apakah paylater boleh dipakai untuk kebutuhan pokok?'],
  [3, 'Apakah bahan sesi ini dibagikan?'],
];

const POLL = {
  kind: 'single' as const,
  text: 'Sudah membuat daftar belanja bulan ini?',
  options: ['Sudah', 'Belum, baru niat', 'Tidak pernah'],
};

const DESCRIPTION = `Banyak anggota menabung dengan rajin, tetapi nilainya dimakan inflasi. Di kelas ini kita belajar:

- membedakan **tabungan**, dana darurat, dan investasi;
- mengenali risiko sebelum tergiur hasil;
- menyusun rencana sederhana untuk tiga tahun.

Siapkan catatan pengeluaran sebulan terakhir.`;
