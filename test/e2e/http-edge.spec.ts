// What the HTTP edge promises before any feature has a say.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bootApp, type TestApp } from '../support/app.js';
import { until } from '../support/started.js';

let app: TestApp;

beforeAll(async () => {
  app = await bootApp();
});

afterAll(async () => {
  await app.close();
});

describe('the HTTP edge', () => {
  it('is live and ready', async () => {
    const live = await fetch(`${app.url}/health/live`);
    const ready = await fetch(`${app.url}/health/ready`);
    expect(live.status).toBe(200);
    expect(await ready.json()).toEqual({ status: 'ready', database: 'ready', redis: 'none' });
  });

  it('answers an unknown path with a coded problem in the language asked for', async () => {
    const id = await fetch(`${app.url}/api/nothing`);
    const en = await fetch(`${app.url}/api/nothing`, { headers: { 'accept-language': 'en-GB,en;q=0.9' } });
    expect(id.status).toBe(404);
    expect(id.headers.get('content-type')).toMatch('application/problem+json');
    expect(await id.json()).toMatchObject({ code: 'not-found', detail: 'Yang Anda cari tidak ditemukan.' });
    expect(await en.json()).toMatchObject({ code: 'not-found', detail: 'What you are looking for was not found.' });
  });

  it('keeps its metrics from whoever comes through a proxy on this machine', async () => {
    const ask = (headers: Record<string, string>): Promise<Response> => fetch(`${app.url}/metrics`, { headers });
    expect((await ask({})).status).toBe(200);
    const answer = await ask({ 'x-forwarded-for': '203.0.113.9' });
    expect(answer.status).toBe(404);
    expect(await answer.text()).not.toContain('sinau_');
  });

  it('serves its OpenAPI document and metrics', async () => {
    const document = await fetch(`${app.url}/api/openapi.json`);
    expect(document.status).toBe(200);
    const quiet = ['outbox_waiting', 'outbox_lag_seconds', 'sockets', 'database_waiting'].map(
      (name) => `sinau_${name} 0`,
    );
    let lines: string[] = [];
    // Right after the start a sweep may still be at work.
    await until(async () => {
      lines = (await (await fetch(`${app.url}/metrics`)).text()).split('\n');
      return [...quiet, 'sinau_queue_depth{job="event.deliver"} 0'].every((line) => lines.includes(line));
    }, 30_000);
    expect(lines.join('\n')).toMatch(
      /^sinau_http_request_seconds_count\{route="\/health\/live",method="GET",status="200"\} 1$/m,
    );
  });
});
