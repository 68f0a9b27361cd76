// A BigBlueButton meeting for each session: made when the first person comes, joined by name and role, ended behind all.

import { Inject, Injectable, Logger } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { XMLParser } from 'fast-xml-parser';
import { z } from 'zod';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.module.js';
import { DomainError, messageOf } from '../platform/errors.js';
import type { StagedSession, StagePerson, StageProvider } from './stage-provider.js';

const xml = new XMLParser({ parseTagValue: false, ignoreAttributes: true });
const answerSchema = z.object({
  response: z.object({
    returncode: z.enum(['SUCCESS', 'FAILED']),
    messageKey: z.string().optional(),
    createTime: z.string().optional(),
  }),
});
type Answer = z.infer<typeof answerSchema>['response'];

/** Whoever is asked to end what is not there has ended it. */
const ENDED_ALREADY = 'notFound';
const LONGEST_NAME = 120;

@Injectable()
export class BbbStage implements StageProvider {
  private readonly logger = new Logger(BbbStage.name);
  /** A meeting that many open at once is asked for once. */
  private readonly opening = new Map<string, Promise<string>>();

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  async addressFor(session: StagedSession, person: StagePerson): Promise<string> {
    const createTime = await this.open(session);
    return this.signed('join', {
      meetingID: session.id,
      // For this meeting alone: the address of a meeting that has ended opens no later one.
      createTime,
      userID: person.memberId,
      fullName: person.name.slice(0, LONGEST_NAME),
      role: person.isModerator ? 'MODERATOR' : 'VIEWER',
      redirect: 'true',
    });
  }

  async close(sessionId: string): Promise<void> {
    const { returncode, messageKey } = await this.call('end', { meetingID: sessionId });
    if (returncode === 'FAILED' && messageKey !== ENDED_ALREADY) throw this.unavailable(`end: ${messageKey ?? ''}`);
  }

  private open(session: StagedSession): Promise<string> {
    const known = this.opening.get(session.id);
    if (known) return known;
    const opening = this.create(session).finally(() => this.opening.delete(session.id));
    this.opening.set(session.id, opening);
    return opening;
  }

  /** A meeting that is there already is answered the same way. */
  private async create({ id, title }: StagedSession): Promise<string> {
    const { returncode, messageKey, createTime } = await this.call('create', {
      meetingID: id,
      name: title.slice(0, LONGEST_NAME),
      record: 'false',
      muteOnStart: 'true',
      logoutURL: `${this.config.publicUrl}/sesi/${id}`,
    });
    if (returncode === 'FAILED' || createTime === undefined) throw this.unavailable(`create: ${messageKey ?? ''}`);
    return createTime;
  }

  /** @throws DomainError stage-unavailable when it does not answer in time, or not as documented */
  private async call(name: 'create' | 'end', parameters: Record<string, string>): Promise<Answer> {
    try {
      const signal = AbortSignal.timeout(this.settings.timeoutMs);
      const response = await fetch(this.signed(name, parameters), { signal, redirect: 'error' });
      return answerSchema.parse(xml.parse(await response.text())).response;
    } catch (error) {
      throw this.unavailable(`${name}: ${messageOf(error)}`);
    }
  }

  /** The checksum is over the call's name, the query as it is sent, and the shared secret. */
  private signed(name: 'create' | 'join' | 'end', parameters: Record<string, string>): string {
    const { url, secret } = this.settings;
    const query = new URLSearchParams(parameters).toString();
    const checksum = createHash('sha256').update(`${name}${query}${secret}`).digest('hex');
    return `${url}/api/${name}?${query}&checksum=${checksum}`;
  }

  /** @throws DomainError stage-unavailable where a session was planned with a server that has been taken away since */
  private get settings(): NonNullable<Config['stage']['bbb']> {
    const { bbb } = this.config.stage;
    if (!bbb) throw this.unavailable('BBB_URL is not set');
    return bbb;
  }

  private unavailable(why: string): DomainError {
    this.logger.warn(`BigBlueButton, ${why}`);
    return new DomainError('stage-unavailable');
  }
}
