// Every HTTP error leaves as a coded problem; what nobody expected is logged with its request id and told without detail.

import { Catch, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { languageOf, type Language } from '../../contracts/languages.js';
import { codedError, problemOf } from './problem.js';

@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger(ProblemFilter.name);

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    sendProblem(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>(), this.logger);
  }
}

/** Apart from the filter, for what answers outside of Nest. */
export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply, logger: Logger): void {
  const coded = codedError(error);
  if (coded.code === 'internal') {
    logger.error({
      requestId: request.id,
      message: 'Unexpected failure',
      stack: error instanceof Error ? error.stack : '',
    });
  }
  if (reply.sent) return;
  if (coded.retryAfterSeconds !== undefined) void reply.header('retry-after', String(coded.retryAfterSeconds));
  void reply
    .status(coded.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(JSON.stringify(problemOf(coded, readerLanguage(request), request.id)));
}

/** The language the reader asked for, else the one of their account. */
export function readerLanguage(request: FastifyRequest): Language {
  const asked = request.headers['accept-language'];
  return asked === undefined && request.actor ? request.actor.language : languageOf(asked);
}
