// The one place that talks to the API: typed by the server's own document, in the reader's language.
import createClient from 'openapi-fetch';
import { currentLanguage } from '../i18n/i18n.js';
import { ApiProblem, problemFrom } from './problem.js';
import type { components, paths } from './schema.js';

export const api = createClient<paths>({ baseUrl: window.location.origin, credentials: 'same-origin' });

api.use({
  onRequest({ request }) {
    request.headers.set('accept-language', currentLanguage());
    return request;
  },
  onError() {
    return new ApiProblem('offline', 0, '');
  },
});

/** A named schema of the API document. */
type Schemas = components['schemas'];
export type Schema<Name extends keyof Schemas> = Schemas[Name];

interface Result<Data> {
  data?: Data;
  error?: unknown;
  response: Response;
}

/** The body of a call that answers one, or an ApiProblem thrown. */
export async function answer<Data>(call: Promise<Result<Data>>): Promise<Data> {
  const { data, error, response } = await call;
  if (response.ok && data !== undefined) return data;
  throw problemFrom(error, response.status);
}

/** Waits for a call that answers nothing (204), or throws an ApiProblem. */
export async function done(call: Promise<Result<unknown>>): Promise<void> {
  const { error, response } = await call;
  if (!response.ok) throw problemFrom(error, response.status);
}
