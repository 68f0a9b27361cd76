// A Jitsi meeting for each session, in a room nobody can guess; where the Jitsi asks for tokens, one for each person.

import { Inject, Injectable } from '@nestjs/common';
import { SignJWT } from 'jose';
import { createHmac } from 'node:crypto';
import { Clock } from '../platform/clock.js';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.module.js';
import type { StagedSession, StagePerson, StageProvider } from './stage-provider.js';

/** Clocks differ a little from machine to machine. */
const LEEWAY_SECONDS = 60;

@Injectable()
export class JitsiStage implements StageProvider {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  async addressFor(session: StagedSession, person: StagePerson): Promise<string> {
    const { jitsi } = this.config.stage;
    const room = this.roomOf(session.id);
    const url = new URL(`${jitsi.url}/${room}`);
    if (jitsi.token) url.searchParams.set('jwt', await this.tokenFor(session, person, room, jitsi.token));
    // What follows the # stays in the reader's browser; values are JSON.
    url.hash = [
      `userInfo.displayName=${encodeURIComponent(JSON.stringify(person.name))}`,
      `config.subject=${encodeURIComponent(JSON.stringify(session.title))}`,
      `config.startWithAudioMuted=${String(!person.isModerator)}`,
      `config.startWithVideoMuted=${String(!person.isModerator)}`,
    ].join('&');
    return url.href;
  }

  /** Follows from the session alone, so that nothing is stored, and needs the deployment's key to be made. */
  private roomOf(sessionId: string): string {
    return `sinau-${createHmac('sha256', this.config.secret).update(`jitsi ${sessionId}`).digest('hex').slice(0, 32)}`;
  }

  /** Valid until the room closes, so that a phone that lost its line comes back with it. */
  private tokenFor(
    session: StagedSession,
    { memberId, name, isModerator }: StagePerson,
    room: string,
    { appId, secret }: { appId: string; secret: string },
  ): Promise<string> {
    const now = this.clock.now();
    const affiliation = isModerator ? 'owner' : 'member';
    return new SignJWT({ room, context: { user: { id: memberId, name, moderator: isModerator, affiliation } } })
      .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
      .setIssuer(appId)
      .setAudience(appId)
      .setSubject(new URL(this.config.stage.jitsi.url).hostname)
      .setNotBefore(Math.floor(now.getTime() / 1_000) - LEEWAY_SECONDS)
      .setExpirationTime(Math.floor(session.closesAt.getTime() / 1_000))
      .sign(new TextEncoder().encode(secret));
  }
}
