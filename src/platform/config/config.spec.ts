import { describe, expect, it } from '@jest/globals';
import { ConfigError, loadConfig } from './config.js';

const GOOD = { DATABASE_URL: 'postgresql://app:hunter2@127.0.0.1:5432/sinau', SINAU_SECRET: 'x'.repeat(32) };
const noSecret = (): string => 'generated'.repeat(5);

function problemsOf(env: NodeJS.ProcessEnv): readonly string[] {
  try {
    loadConfig(env, noSecret);
    return [];
  } catch (error) {
    return error instanceof ConfigError ? error.problems : [String(error)];
  }
}

describe('configuration', () => {
  it('lists every problem at once and never repeats a value', () => {
    const load = () =>
      loadConfig(
        { DATABASE_URL: 'mysql://hunter2@x/y', PORT: '99999', REDIS_URL: 'http://hunter2', SINAU_SECRET: 'hunter2' },
        noSecret,
      );
    expect(load).toThrow(ConfigError);
    try {
      load();
    } catch (error) {
      const text = String(error);
      for (const name of ['DATABASE_URL', 'PORT', 'REDIS_URL', 'SINAU_SECRET']) expect(text).toContain(name);
      expect(text).not.toContain('hunter2');
    }
  });

  it('wants an address and a mail server in production', () => {
    expect(() => loadConfig({ ...GOOD, NODE_ENV: 'production' }, noSecret)).toThrow(/PUBLIC_URL[^]*SMTP_URL/);
  });

  it('says what production lacks beside what is wrong, in one go', () => {
    const env = {
      NODE_ENV: 'production',
      PUBLIC_URL: 'http://sinau.id/belajar',
      TRUST_PROXY: 'my-proxy',
      PORT: 'http',
    };
    const problems = problemsOf({ ...GOOD, ...env, MAIL_FROM: 'Sinau' });
    expect(problems.map((line) => line.split(':')[0]).sort()).toEqual([
      ...['MAIL_FROM', 'PORT', 'PUBLIC_URL', 'PUBLIC_URL', 'SMTP_URL', 'TRUST_PROXY'],
    ]);
  });

  it.each(['true', 'false', '127.0.0.1', '10.0.0.0/8, ::1', 'loopback,uniquelocal'])('trusts proxies: %s', (list) => {
    expect(problemsOf({ ...GOOD, TRUST_PROXY: list })).toEqual([]);
  });

  it.each(['yes', '10.0.0.0/99', '127.0.0.1;::1', '1'])('knows no proxy called %s', (list) => {
    expect(problemsOf({ ...GOOD, TRUST_PROXY: list })).toEqual([expect.stringMatching(/^TRUST_PROXY: /)]);
  });

  it('believes the proxies it is told of and no others', () => {
    const { trustsProxy } = loadConfig({ ...GOOD, TRUST_PROXY: '10.0.0.0/8, ::1' }, noSecret);
    expect(['10.1.2.3', '::1', '11.0.0.1'].map((address) => trustsProxy(address, 0))).toEqual([true, true, false]);
    expect(loadConfig(GOOD, noSecret).trustsProxy('127.0.0.1', 0)).toBe(false);
  });

  it.each(['Sinau <sinau@localhost>', 'belajar@koperasi.id', '"Koperasi, Maju" <a@b.id>'])('sends as %s', (sender) => {
    expect(problemsOf({ ...GOOD, MAIL_FROM: sender })).toEqual([]);
  });

  it.each(['Sinau', 'Sinau <sinau>', 'Sinau <a@b.id', 'a@b.id, c@d.id', 'A\nBcc: x@y.id <a@b.id>'])(
    'does not send as %j',
    (sender) => {
      expect(problemsOf({ ...GOOD, MAIL_FROM: sender })).toEqual([expect.stringMatching(/^MAIL_FROM: /)]);
    },
  );

  it.each([
    [{}, '127.0.0.1', 'http://localhost:3000'],
    [{ PORT: '8080' }, '127.0.0.1', 'http://localhost:8080'],
    [{ NODE_ENV: 'production', PUBLIC_URL: 'https://sinau.id/', SMTP_URL: 'smtp://mx' }, '0.0.0.0', 'https://sinau.id'],
    [{ HOST: '192.0.2.1', REDIS_URL: '' }, '192.0.2.1', 'http://localhost:3000'],
  ])('%j listens on %s and is known as %s', (env, host, publicUrl) => {
    const config = loadConfig({ ...GOOD, ...env }, noSecret);
    expect([config.host, config.publicUrl]).toEqual([host, publicUrl]);
  });

  it('takes the generated secret only when none is given', () => {
    expect(loadConfig(GOOD, noSecret).secret).toBe('x'.repeat(32));
    expect(loadConfig({ DATABASE_URL: GOOD.DATABASE_URL }, noSecret).secret).toBe(noSecret());
  });

  it.each([
    [{ BBB_URL: 'https://bbb.id/bigbluebutton/' }, /BBB_SECRET/],
    [{ FILES_S3_URL: 'https://s3.id/berkas', FILES_S3_KEY: 'kunci' }, /FILES_S3_SECRET/],
    [{ JITSI_SECRET: 'x'.repeat(20) }, /JITSI_APP_ID/],
    [{ EMBED_ORIGINS: 'https://a.id,http://b.id' }, /EMBED_ORIGINS/],
    [{ EMBED_ORIGINS: 'https://a.id/page' }, /EMBED_ORIGINS/],
    [{ EMBED_ORIGINS: "https://a.id; script-src 'unsafe-inline'" }, /EMBED_ORIGINS/],
  ])('refuses the settings %j', (env, named) => {
    expect(() => loadConfig({ ...GOOD, ...env }, noSecret)).toThrow(named);
  });

  it('reads the stage settings as they are used', () => {
    const env = { EMBED_ORIGINS: 'https://a.id/, https://b.id', BBB_URL: 'https://c.id/bigbluebutton/' };
    const { stage } = loadConfig({ ...GOOD, ...env, BBB_SECRET: 'rahasia-sekali' }, noSecret);
    expect(stage).toEqual({
      embedOrigins: ['https://a.id', 'https://b.id'],
      jitsi: { url: 'https://meet.jit.si', token: undefined },
      bbb: { url: 'https://c.id/bigbluebutton', secret: 'rahasia-sekali', timeoutMs: 5_000 },
    });
  });
});
