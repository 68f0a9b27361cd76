// `@Answers(schema)`: what a route answers, for the OpenAPI document; every route may also answer a problem.

import { applyDecorators, HttpCode } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import { z } from 'zod';
import { ERROR_CODES, FIELD_RULES } from '../../contracts/error-codes.js';

const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.enum(ERROR_CODES),
    detail: z.string(),
    requestId: z.string(),
    fields: z
      .array(
        z.object({
          path: z.string(),
          rule: z.enum(FIELD_RULES),
          message: z.string(),
          limit: z.union([z.number(), z.string()]).optional(),
        }),
      )
      .optional(),
  })
  .meta({ id: 'Problem' });

/** @param schema of the answer's body, or undefined for 204 No Content. */
export function Answers(schema: z.ZodType | undefined, description: string, status = schema ? 200 : 204) {
  return applyDecorators(
    HttpCode(status),
    ApiResponse({ status, description, ...(schema ? { standardSchema: schema } : {}) }),
    ApiResponse({ status: 'default', description: 'A problem, coded (RFC 9457)', standardSchema: problemSchema }),
  );
}
