// Keeps uploads in an S3-compatible store; its three calls are plain HTTP, signed (SigV4) by aws4fetch.

import { createHash } from 'node:crypto';
import { AwsClient } from 'aws4fetch';
import type { FileSettings } from '../config/file-settings.js';
import { FileStore } from './file-store.js';

const TIMEOUT_MS = 20_000;
const RETRIES = 2;

export class S3Store extends FileStore {
  private readonly client: AwsClient;
  private readonly url: string;

  constructor({ url, region, key, secret }: NonNullable<FileSettings['s3']>) {
    super();
    this.url = url;
    const credentials = { accessKeyId: key, secretAccessKey: secret };
    this.client = new AwsClient({ ...credentials, region, service: 's3', retries: RETRIES });
  }

  async put(key: string, bytes: Buffer): Promise<void> {
    await this.call('PUT', key, new Uint8Array(bytes), {
      // Signed along, so that the store refuses what was changed on the way.
      'x-amz-content-sha256': createHash('sha256').update(bytes).digest('hex'),
    });
  }

  async get(key: string): Promise<Buffer | undefined> {
    const response = await this.call('GET', key);
    return response.status === 404 ? undefined : Buffer.from(await response.arrayBuffer());
  }

  async remove(key: string): Promise<void> {
    await this.call('DELETE', key);
  }

  /** @throws Error with the store's status; never with what was signed */
  private async call(
    method: 'PUT' | 'GET' | 'DELETE',
    key: string,
    body?: Uint8Array<ArrayBuffer>,
    headers: Record<string, string> = {},
  ): Promise<Response> {
    const response = await this.client.fetch(`${this.url}/${key}`, {
      method,
      headers,
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
      ...(body ? { body } : {}),
    });
    if (!response.ok && !(response.status === 404 && method !== 'PUT')) {
      throw new Error(`The file store answered ${String(response.status)} to ${method}`);
    }
    return response;
  }
}
