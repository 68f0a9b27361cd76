// An S3-like store of the test's own: it keeps objects in memory, and only for requests whose SigV4 signature is right.
import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

const sha256 = (text: string | Buffer): string => createHash('sha256').update(text).digest('hex');
const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();

export class TestS3 {
  readonly region = 'ap-southeast-3';
  readonly key = 'AKIAUJI';
  readonly secret = 'rahasia-penyimpanan';
  /** By path, with the bucket. */
  readonly objects = new Map<string, Buffer>();
  refused = 0;

  private constructor(private readonly server: Server) {}

  static async start(): Promise<TestS3> {
    const server = createServer();
    const s3 = new TestS3(server);
    server.on('request', (request, response) => {
      void s3.answer(request).then(({ status, body }) => response.writeHead(status).end(body));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return s3;
  }

  /** With the bucket. */
  get url(): string {
    return `http://127.0.0.1:${String((this.server.address() as AddressInfo).port)}/berkas`;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async answer(request: IncomingMessage): Promise<{ status: number; body?: Buffer }> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    if (!this.isSigned(request, body)) {
      this.refused += 1;
      return { status: 403 };
    }
    const path = request.url ?? '';
    if (request.method === 'PUT') this.objects.set(path, body);
    if (request.method === 'DELETE') this.objects.delete(path);
    if (request.method !== 'GET') return { status: request.method === 'PUT' ? 200 : 204 };
    const object = this.objects.get(path);
    return object ? { status: 200, body: object } : { status: 404 };
  }

  /** As "Authenticating Requests: Using the Authorization Header (AWS Signature Version 4)" tells it. */
  private isSigned(request: IncomingMessage, body: Buffer): boolean {
    const given = /^AWS4-HMAC-SHA256 Credential=([^,]+), ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/;
    const [, credential = '', signedHeaders = '', signature] = given.exec(request.headers.authorization ?? '') ?? [];
    const [key, ...scope] = credential.split('/');
    const at = this.header(request, 'x-amz-date');
    const payload = this.header(request, 'x-amz-content-sha256');
    if (key !== this.key || scope.join('/') !== `${at.slice(0, 8)}/${this.region}/s3/aws4_request`) return false;
    if (payload !== 'UNSIGNED-PAYLOAD' && payload !== sha256(body)) return false;
    if (request.method === 'PUT' && payload === 'UNSIGNED-PAYLOAD') return false;
    const [path = '', query = ''] = (request.url ?? '').split('?');
    const headers = signedHeaders.split(';').map((name) => `${name}:${this.header(request, name)}\n`);
    const canonical = [request.method, path, query, headers.join(''), signedHeaders, payload].join('\n');
    const toSign = ['AWS4-HMAC-SHA256', at, scope.join('/'), sha256(canonical)].join('\n');
    const signingKey = scope.reduce<string | Buffer>((made, part) => hmac(made, part), `AWS4${this.secret}`);
    return signature === createHmac('sha256', signingKey).update(toSign).digest('hex');
  }

  private header(request: IncomingMessage, name: string): string {
    return [request.headers[name] ?? ''].flat().join(',').trim();
  }
}
