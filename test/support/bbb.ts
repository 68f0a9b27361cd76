// A BigBlueButton of the test's own: it answers as the API's documentation says, and only to a checksum that is right.
import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface BbbCall {
  name: string;
  query: Record<string, string>;
  /** SHA-256 over the call's name, the query as it came without the checksum, and the secret. */
  isSigned: boolean;
}

/** How it answers: as documented, refusing, with a page of a proxy, or not at all. */
export type BbbMood = 'well' | 'refusing' | 'broken' | 'silent';

export class TestBbb {
  readonly calls: BbbCall[] = [];
  readonly meetings = new Map<string, { name: string; createTime: string }>();
  mood: BbbMood = 'well';

  private constructor(
    private readonly server: Server,
    readonly secret: string,
  ) {}

  static async start(secret = 'rahasia-bersama-bbb'): Promise<TestBbb> {
    const server = createServer();
    const bbb = new TestBbb(server, secret);
    server.on('request', (request, response) => {
      if (bbb.mood === 'silent') return;
      const answer = bbb.mood === 'broken' ? '<html>502 Bad Gateway' : bbb.answer(request.url ?? '');
      response.writeHead(bbb.mood === 'broken' ? 502 : 200, { 'content-type': 'text/xml' }).end(answer);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return bbb;
  }

  get url(): string {
    return `http://127.0.0.1:${String((this.server.address() as AddressInfo).port)}/bigbluebutton`;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  /** What it would say to the address it was called at, or a browser is sent to. */
  read(address: string): BbbCall {
    const [path = '', search = ''] = address.split('?');
    const name = path.split('/').at(-1) ?? '';
    const pairs = search.split('&').filter((pair) => !pair.startsWith('checksum='));
    const checksum = createHash('sha256').update(name + pairs.join('&') + this.secret);
    const { checksum: given, ...query } = Object.fromEntries(new URLSearchParams(search));
    return { name, query, isSigned: given === checksum.digest('hex') };
  }

  private answer(address: string): string {
    const call = this.read(address);
    this.calls.push(call);
    if (!call.isSigned) return failed('checksumError');
    if (this.mood === 'refusing') return failed('maxParticipantsReached');
    const meetingId = call.query['meetingID'] ?? '';
    if (call.name === 'create') return this.create(meetingId, call.query['name'] ?? '');
    if (call.name !== 'end') return failed('unsupportedRequest');
    if (!this.meetings.delete(meetingId)) return failed('notFound');
    return '<response><returncode>SUCCESS</returncode><messageKey>sentEndMeetingRequest</messageKey></response>';
  }

  private create(meetingId: string, name: string): string {
    const known = this.meetings.get(meetingId);
    const meeting = known ?? { name, createTime: String(1_531_155_809_613 + this.calls.length) };
    this.meetings.set(meetingId, meeting);
    return `<response><returncode>SUCCESS</returncode><meetingID>${meetingId}</meetingID>
      <createTime>${meeting.createTime}</createTime><hasUserJoined>false</hasUserJoined>
      <messageKey>${known ? 'duplicateWarning' : ''}</messageKey></response>`;
  }
}

function failed(key: string): string {
  return `<response><returncode>FAILED</returncode><messageKey>${key}</messageKey><message>No.</message></response>`;
}
