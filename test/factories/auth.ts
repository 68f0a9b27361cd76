// Signed-in people: `signedIn(app, member)` speaks HTTP as them.
import { AuthService } from '../../src/auth/auth.service.js';
import type { TestApp } from '../support/app.js';

/** What came back: `body` is parsed JSON, undefined when there is none. */
export interface Reply<Body = unknown> {
  status: number;
  headers: Headers;
  body: Body;
}

/** Speaks HTTP with one cookie; `body` goes as JSON. The caller says what shape the answer has. */
export interface Client {
  /** The Cookie header, for sockets. */
  readonly cookie: string;
  fetch(path: string, init?: RequestInit): Promise<Response>;
  get<Body = unknown>(path: string): Promise<Reply<Body>>;
  post<Body = unknown>(path: string, body?: unknown): Promise<Reply<Body>>;
  put<Body = unknown>(path: string, body?: unknown): Promise<Reply<Body>>;
  patch<Body = unknown>(path: string, body?: unknown): Promise<Reply<Body>>;
  delete<Body = unknown>(path: string, body?: unknown): Promise<Reply<Body>>;
}

/** @param member whoever is to act, by id: no question is asked. */
export async function signedIn(app: TestApp, member: { id: string }): Promise<Client> {
  const auth = app.server.app.get(AuthService, { strict: false });
  return clientWith(app, await auth.signInAs(member.id));
}

/** Somebody who has not signed in. */
export function nobody(app: TestApp): Client {
  return clientWith(app, '');
}

function clientWith(app: TestApp, cookie: string): Client {
  const call = (path: string, init: RequestInit = {}): Promise<Response> => {
    const headers = new Headers(init.headers);
    if (cookie !== '') headers.set('cookie', cookie);
    return fetch(`${app.url}${path}`, { redirect: 'manual', ...init, headers });
  };
  const json = async <Body>(method: string, path: string, body?: unknown): Promise<Reply<Body>> => {
    const sent =
      body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
    const response = await call(path, { method, ...sent });
    const text = await response.text();
    const isJson = (response.headers.get('content-type') ?? '').includes('json');
    return {
      status: response.status,
      headers: response.headers,
      body: (isJson && text !== '' ? JSON.parse(text) : undefined) as Body,
    };
  };
  return {
    cookie,
    fetch: call,
    get: (path) => json('GET', path),
    post: (path, body) => json('POST', path, body),
    put: (path, body) => json('PUT', path, body),
    patch: (path, body) => json('PATCH', path, body),
    delete: (path, body) => json('DELETE', path, body),
  };
}
