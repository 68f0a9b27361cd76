// What the running server really answers to: its router's own list, documented or not.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openApiDocument } from '../../src/platform/http/openapi.js';
import { WEB_ROOT } from '../../src/platform/http/web-shell.js';
import type { TestApp } from './app.js';

/** `GET /api/members/:id`, for every route but HEAD (the same as its GET), OPTIONS and the built web app's own files. */
export function routesOf(app: TestApp): string[] {
  const tree: string = app.server.app.getHttpAdapter().getInstance().printRoutes({ commonPrefix: false });
  const path: string[] = [];
  return tree.split('\n').flatMap((line) => {
    const [, indent, segment, methods] = /^((?:[│ ] {3})*)[├└]── (.*?)(?: \(([A-Z, ]+)\))?$/.exec(line) ?? [];
    if (indent === undefined || segment === undefined) return [];
    path.splice(indent.length / 4, Infinity, segment);
    const url = path.join('');
    const own = (methods ?? '').split(', ').filter((method) => method !== 'HEAD' && method !== '');
    return isWebFile(url) ? [] : own.map((method) => `${method} ${url}`);
  });
}

/** An operation of the OpenAPI document, in the router's spelling. */
export interface Operation {
  route: string;
  /** The body's schema, `$ref`s followed; undefined where it takes none as JSON. */
  body: JsonSchema | undefined;
  parameters: { name: string; in: 'path' | 'query' }[];
}

export interface JsonSchema {
  type?: string;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  anyOf?: JsonSchema[];
  $ref?: string;
}

interface DocumentedOperation {
  parameters?: { name: string; in: 'path' | 'query' }[];
  requestBody?: { content: Record<string, { schema: JsonSchema } | undefined> };
}

export function operationsOf(app: TestApp): Operation[] {
  const document = openApiDocument(app.server.app) as unknown as {
    paths: Record<string, Record<string, DocumentedOperation>>;
    components: { schemas: Record<string, JsonSchema> };
  };
  const follow = (schema: JsonSchema | undefined): JsonSchema | undefined =>
    schema?.$ref === undefined ? schema : document.components.schemas[schema.$ref.split('/').at(-1) ?? ''];
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      route: `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`,
      body: follow(operation.requestBody?.content['application/json']?.schema),
      parameters: operation.parameters ?? [],
    })),
  );
}

function isWebFile(url: string): boolean {
  return !url.includes('*') && url !== '/' && existsSync(join(WEB_ROOT, url.replace(/\.(gz|br)$/, '')));
}
