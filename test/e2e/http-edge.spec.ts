// What the HTTP edge promises before any feature has a say.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bootApp, type TestApp } from '../support/app.js';

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

  it('serves its OpenAPI document and metrics', async () => {
    const document = await fetch(`${app.url}/api/openapi.json`);
    expect(document.status).toBe(200);
    const metrics = await fetch(`${app.url}/metrics`);
    const text = await metrics.text();
    for (const name of ['outbox_waiting 0', 'outbox_lag_seconds 0', 'sockets 0', 'database_waiting 0']) {
      expect(text).toContain(`\nsinau_${name}\n`);
    }
    expect(text).toMatch(/^sinau_queue_depth\{job="event.deliver"\} 0$/m);
    expect(text).toMatch(/^sinau_http_request_seconds_count\{route="\/health\/live",method="GET",status="200"\} 1$/m);
  });
});
