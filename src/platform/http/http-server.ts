// The HTTP server under Nest: limits, request ids, security headers, the built web app, and problems for all errors.

import fastifyCookie from '@fastify/cookie';
import fastifyHelmet from '@fastify/helmet';
import fastifyMultipart from '@fastify/multipart';
import fastifyStatic from '@fastify/static';
import { Logger } from '@nestjs/common';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { existsSync } from 'node:fs';
import type { Config } from '../config/config.js';
import { newId } from '../ids.js';
import { BODY_PACE, longestFor, watchBody } from './body-pace.js';
import { Metrics } from './metrics.js';
import { ProblemFilter, sendProblem } from './problem.filter.js';
import { validationPipe } from './validation.js';
import { WEB_ROOT } from './web-shell.js';

const BODY_LIMIT = 256 * 1024;
/** A roster of 100,000 members is under 20 MB; anything above this is not a roster. */
const UPLOAD_LIMIT = 50 * 1024 * 1024;

/** Probes and files would drown what people do. */
const QUIET_ROUTES = /^\/(health|metrics|assets|\*)/;

const logger = new Logger('HttpServer');

export function httpAdapter(config: Config): FastifyAdapter {
  return new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    trustProxy: config.trustsProxy,
    genReqId: () => newId(),
    // What the router itself refuses (an address that cannot be decoded) comes before any filter of Nest's.
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) => {
      sendProblem(error, request, reply, logger);
    },
    // Keep-alive connections of idle browsers must not hold up a shutdown.
    forceCloseConnections: 'idle',
    connectionTimeout: 30_000,
    // Headers have Node's minute; how long a body may take depends on how it comes: body-pace.ts.
    requestTimeout: longestFor(BODY_PACE, UPLOAD_LIMIT),
  });
}

export async function prepareHttp(app: NestFastifyApplication, config: Config): Promise<void> {
  const server = app.getHttpAdapter().getInstance();
  const metrics = app.get(Metrics);
  app.useGlobalPipes(validationPipe);
  app.useGlobalFilters(new ProblemFilter());
  // Not async: a reply is a thenable that settles when it was sent, and awaiting it here would wait for ever.
  server.addHook('onRequest', (request, reply, done) => {
    void reply.header('x-request-id', request.id);
    watchBody(request.raw);
    done();
  });
  server.addHook('onResponse', (request, reply, done) => {
    // The route's pattern, not the path: paths and queries hold ids, tokens and names.
    const route = request.routeOptions.url ?? 'none';
    const { method, id: requestId } = request;
    metrics.requestDone(route, method, reply.statusCode, reply.elapsedTime / 1_000);
    if (!QUIET_ROUTES.test(route)) {
      logger.log({ requestId, method, route, status: reply.statusCode, ms: Math.round(reply.elapsedTime) });
    }
    done();
  });
  await app.register(fastifyCookie);
  await app.register(fastifyMultipart, {
    limits: { fileSize: UPLOAD_LIMIT, files: 1, fields: 10, fieldSize: 64 * 1024, parts: 11 },
  });
  await app.register(fastifyHelmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        // Mantine and the API page set style attributes; scripts are what must never be inline.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'https:'],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'", socketOrigin(config.publicUrl)],
        frameSrc: ["'self'", ...stageOrigins(config)],
        frameAncestors: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        objectSrc: ["'none'"],
      },
    },
    crossOriginEmbedderPolicy: false,
    strictTransportSecurity: config.publicUrl.startsWith('https:') ? { maxAge: 31_536_000 } : false,
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
  });
  if (existsSync(WEB_ROOT)) await serveWeb(app);
}

/** What protects a page that is opened; on the forty pieces of one it would cost a phone 30 KB and protect nothing. */
const FOR_DOCUMENTS = [
  'content-security-policy',
  'cross-origin-opener-policy',
  'origin-agent-cluster',
  'referrer-policy',
  'strict-transport-security',
  'x-dns-prefetch-control',
  'x-download-options',
  'x-frame-options',
  'x-permitted-cross-domain-policies',
  'x-request-id',
  'x-xss-protection',
];

/** The built web app's files: hashed assets for a year, the rest asked for anew. Its pages: web.controller.ts. */
async function serveWeb(app: NestFastifyApplication): Promise<void> {
  await app.register(fastifyStatic, {
    root: WEB_ROOT,
    wildcard: false,
    index: false,
    // The build leaves a .br and a .gz beside every text file.
    preCompressed: true,
    setHeaders: (reply, path) => {
      const hashed = path.includes('/assets/');
      if (hashed && /\.(js|css|woff2)(\.\w+)?$/.test(path)) for (const name of FOR_DOCUMENTS) reply.removeHeader(name);
      void reply.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
}

/** Whose pages a room may show: what may be planned may be loaded, and nothing else. */
function stageOrigins({ stage: { embedOrigins, jitsi, bbb } }: Config): string[] {
  const own = [jitsi.url, ...(bbb ? [bbb.url] : [])].map((url) => new URL(url).origin);
  return [...new Set([...embedOrigins, ...own, 'https://www.youtube-nocookie.com'])];
}

function socketOrigin(publicUrl: string): string {
  return publicUrl.replace(/^http/, 'ws');
}
