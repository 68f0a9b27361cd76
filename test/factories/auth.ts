// People who speak HTTP: `signedIn(app, member)` as somebody, `nobody(app)` as nobody, `aBrowser(app)` with a cookie jar.
import { AuthService } from '../../src/auth/auth.service.js';
import type { Problem } from '../../src/contracts/error-codes.js';
import type { TestApp } from '../support/app.js';

/** What came back: `body` is parsed JSON, undefined when there is none. */
export interface Reply<Body = unknown> {
  status: number;
  headers: Headers;
  body: Body;
}

/** Speaks HTTP with its cookies; `body` goes as JSON. The caller says what shape the answer has. */
export interface Client {
  /** The Cookie header as it is now, for sockets. */
  readonly cookie: string;
  fetch(path: string, init?: RequestInit): Promise<Response>;
  get<Body = unknown>(path: string): Promise<Reply<Body>>;
  post<Body = Problem>(path: string, body?: unknown): Promise<Reply<Body>>;
  put<Body = Problem>(path: string, body?: unknown): Promise<Reply<Body>>;
  patch<Body = Problem>(path: string, body?: unknown): Promise<Reply<Body>>;
  delete<Body = Problem>(path: string, body?: unknown): Promise<Reply<Body>>;
}

/** @param member whoever is to act, by id: no question is asked. */
export async function signedIn(app: Pick<TestApp, 'url' | 'server'>, member: { id: string }): Promise<Client> {
  const auth = app.server.app.get(AuthService, { strict: false });
  return new HttpClient(app.url, [(await auth.signInAs(member.id)).split('=')]);
}

/** Somebody who has not signed in. */
export function nobody(app: Pick<TestApp, 'url'>): Client {
  return new HttpClient(app.url);
}

/** Like `nobody`, but it says where it comes from and what it is; every client keeps the cookies it is given. */
export function aBrowser(app: Pick<TestApp, 'url'>, headers: Record<string, string> = {}): Client {
  return new HttpClient(app.url, [], headers);
}

class HttpClient implements Client {
  private readonly jar: Map<string, string>;

  constructor(
    private readonly url: string,
    cookies: readonly string[][] = [],
    private readonly headers: Record<string, string> = {},
  ) {
    this.jar = new Map(cookies.map(([name = '', value = '']) => [name, value]));
  }

  get cookie(): string {
    return [...this.jar].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  async fetch(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers({ ...this.headers, ...Object.fromEntries(new Headers(init.headers)) });
    if (this.jar.size > 0 && !headers.has('cookie')) headers.set('cookie', this.cookie);
    const response = await fetch(`${this.url}${path}`, { redirect: 'manual', ...init, headers });
    response.headers.getSetCookie().forEach((line) => {
      this.keep(line);
    });
    return response;
  }

  get<Body>(path: string): Promise<Reply<Body>> {
    return this.json('GET', path);
  }

  post<Body>(path: string, body?: unknown): Promise<Reply<Body>> {
    return this.json('POST', path, body);
  }

  put<Body>(path: string, body?: unknown): Promise<Reply<Body>> {
    return this.json('PUT', path, body);
  }

  patch<Body>(path: string, body?: unknown): Promise<Reply<Body>> {
    return this.json('PATCH', path, body);
  }

  delete<Body>(path: string, body?: unknown): Promise<Reply<Body>> {
    return this.json('DELETE', path, body);
  }

  private async json<Body>(method: string, path: string, body?: unknown): Promise<Reply<Body>> {
    const headers = { 'content-type': 'application/json' };
    const sent = body === undefined ? {} : { body: JSON.stringify(body), headers };
    const response = await this.fetch(path, { method, ...sent });
    const text = await response.text();
    const isJson = (response.headers.get('content-type') ?? '').includes('json');
    const parsed: unknown = isJson && text !== '' ? JSON.parse(text) : undefined;
    return { status: response.status, headers: response.headers, body: parsed as Body };
  }

  private keep(line: string): void {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    if (value === '' || /max-age=0|expires=thu, 01 jan 1970/i.test(line)) this.jar.delete(name);
    else this.jar.set(name, value);
  }
}
