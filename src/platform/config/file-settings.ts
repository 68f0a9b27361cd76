// The settings of where uploads are kept: in the data folder, or in an S3-compatible store.

import { z } from 'zod';

export const fileVariables = {
  FILES_S3_URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe(
      'S3-compatible store for uploads, with the bucket (`https://s3.host/bucket`); else they are in SINAU_DATA',
    ),
  FILES_S3_REGION: z.string().min(1).default('us-east-1').describe('Its region'),
  FILES_S3_KEY: z.string().min(1).optional().describe('Its access key id'),
  FILES_S3_SECRET: z.string().min(8).optional().describe('Its secret access key'),
};

type Variables = z.infer<z.ZodObject<typeof fileVariables>>;

export interface FileSettings {
  /** Undefined: on disk. */
  readonly s3:
    { readonly url: string; readonly region: string; readonly key: string; readonly secret: string } | undefined;
}

export function fileSettings(value: Variables): FileSettings {
  const { FILES_S3_URL: url, FILES_S3_REGION: region, FILES_S3_KEY: key, FILES_S3_SECRET: secret } = value;
  return { s3: url && key && secret ? { url: url.replace(/\/+$/, ''), region, key, secret } : undefined };
}

/** Some of it without the rest, in the variables as they were given. */
export function fileProblems({ FILES_S3_URL, FILES_S3_KEY, FILES_S3_SECRET }: Record<string, string>): string[] {
  const given = [FILES_S3_URL, FILES_S3_KEY, FILES_S3_SECRET].filter((value) => value !== undefined).length;
  return given === 0 || given === 3 ? [] : ['FILES_S3_URL, FILES_S3_KEY, FILES_S3_SECRET: set all or none'];
}
