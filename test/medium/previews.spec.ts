// What a link shows in a chat before anybody opens it, and what it must never show.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { request } from 'node:http';
import { bootApp, type TestApp } from '../support/app.js';
import sharp from 'sharp';
import { nobody, signedIn } from '../factories/auth.js';
import { aPhoto, sendFile } from '../factories/files.js';
import { aCooperative, aMember, anAdmin, type CooperativeRow } from '../factories/members.js';
import { aSession } from '../factories/sessions.js';

let app: TestApp;
let cooperative: CooperativeRow;

beforeAll(async () => {
  app = await bootApp({ env: { PUBLIC_URL: 'https://belajar.example' } });
  cooperative = await aCooperative(app, { slug: 'maju', name: 'Koperasi "Maju" & Sejahtera' });
});

afterAll(async () => {
  await app.close();
});

/** As a chat's server asks: without any header that says who or in which language. */
function page(path: string, headers: Record<string, string> = {}): Promise<{ status: number; html: string }> {
  return new Promise((resolve, reject) => {
    request(`${app.url}${path}`, { headers, agent: false }, (response) => {
      let html = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (html += chunk));
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, html });
      });
    })
      .on('error', reject)
      .end();
  });
}

const tag = (html: string, name: string): string | undefined =>
  new RegExp(`<meta (?:property|name)="${name}" content="([^"]*)"`).exec(html)?.[1];

describe('a link to a cooperative', () => {
  it('says whose schedule it is, in its language or the one that was asked for', async () => {
    const { status, html } = await page('/k/maju');
    expect(status).toBe(200);
    expect(html).toContain('<html lang="id">');
    expect(tag(html, 'og:title')).toBe('Jadwal belajar');
    expect(tag(html, 'og:site_name')).toBe('Koperasi &quot;Maju&quot; &amp; Sejahtera');
    expect(tag(html, 'og:url')).toBe('https://belajar.example/k/maju');
    expect(tag(html, 'og:image')).toBe('https://belajar.example/icon-512.png');
    expect(tag(html, 'sinau:cooperative')).toBe('maju');
    const english = await page('/k/maju', { 'accept-language': 'en-GB,en;q=0.9' });
    expect(english.html).toContain('<html lang="en">');
    expect(tag(english.html, 'og:description')).toMatch(/^Classes and webinars of Koperasi/);
  });

  it.each(['/k/tidak-ada', '/k/%00', "/k/'", '/sesi/7', '/sesi/%F0%9F%99%88', '/sesi/..%2f..%2fetc'])(
    '%s says nothing, and fails at nothing',
    async (path) => {
      const { status, html } = await page(path);
      expect(status).toBe(200);
      expect(html).not.toContain('og:');
    },
  );
});

describe('a link to a session', () => {
  it('says what, when in all three zones, and how; nothing of who', async () => {
    const speaker = await aMember(app, cooperative, { name: 'Sri Wahyuni' });
    const session = await aSession(
      app,
      cooperative,
      { title: 'Menabung </title><script>alert(1)</script>', startsAt: new Date('2026-08-07T16:30:00Z') },
      { speaker },
    );
    const { html } = await page(`/sesi/${session.id}`);
    expect(tag(html, 'og:title')).toBe('Menabung &lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(tag(html, 'og:description')).toBe(
      'Jumat, 7 Agustus 2026, 23.30–Sabtu, 8 Agustus 2026, 00.30 WIB ' +
        '(23.30 WIB / 00.30 WITA (+1 hari) / 01.30 WIT (+1 hari)). ' +
        'Virtual, bersama Koperasi &quot;Maju&quot; &amp; Sejahtera.',
    );
    expect(tag(html, 'og:url')).toBe(`https://belajar.example/sesi/${session.id}`);
    expect(html).not.toContain('<script>alert');
    expect(html).not.toContain('Sri Wahyuni');
  });

  it('shows its cover, at the size of a chat, to everybody, for as long as it is open', async () => {
    const session = await aSession(app, cooperative);
    expect(tag((await page(`/sesi/${session.id}`)).html, 'og:image')).toBe('https://belajar.example/icon-512.png');
    const planner = await signedIn(app, await anAdmin(app, cooperative));
    const put = async (): Promise<string> => {
      const sent = await sendFile(planner, 'PUT', `/api/sessions/${session.id}/cover`, await aPhoto(), 'foto.jpg');
      expect(sent.status).toBe(204);
      const { html } = await page(`/sesi/${session.id}`);
      expect([tag(html, 'og:image:width'), tag(html, 'og:image:height')]).toEqual(['1200', '630']);
      expect(tag(html, 'twitter:card')).toBe('summary_large_image');
      return tag(html, 'og:image') ?? '';
    };
    const first = await put();
    const address = await put();
    expect(address).not.toBe(first);
    const { pathname, search } = new URL(address);
    // Drawn for the first who asks, and the same for the next.
    const drawn = () => nobody(app).fetch(pathname + search);
    for (const response of [await drawn(), await drawn()]) {
      expect(response.headers.get('cache-control')).toBe('public, max-age=86400');
      const { format, width, height, exif } = await sharp(Buffer.from(await response.arrayBuffer())).metadata();
      expect({ format, width, height, exif }).toEqual({ format: 'jpeg', width: 1_200, height: 630, exif: undefined });
    }
    await app.db.sql(`UPDATE sessions SET state = 'ended' WHERE id = $1`, [session.id]);
    expect((await nobody(app).fetch(pathname + search)).status).toBe(404);
  });

  it.each(['7', '%F0%9F%99%88', '00000000-0000-4000-8000-000000000000'])('has no cover at %s', async (id) => {
    expect((await nobody(app).fetch(`/sesi/${id}/sampul.jpg`)).status).toBe(404);
  });

  it.each(['draft', 'ended', 'cancelled'] as const)('says nothing of one that is %s', async (state) => {
    const session = await aSession(app, cooperative, { title: 'Rahasia dapur', state });
    const { html } = await page(`/sesi/${session.id}`);
    expect(html).not.toContain('Rahasia dapur');
    expect(html).not.toContain('og:');
  });
});
