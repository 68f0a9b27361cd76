// For routes whose JSON body may be left out: a form is not a body left out.

import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { DomainError } from '../errors.js';

@Injectable()
export class JsonOnly implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    if (context.switchToHttp().getRequest<FastifyRequest>().isMultipart()) {
      throw new DomainError('unsupported-media-type');
    }
    return true;
  }
}
