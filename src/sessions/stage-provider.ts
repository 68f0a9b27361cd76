// What every stage can do, whoever runs it: give a person the address to step onto it with, and close behind the last one.

import type { Session } from './session.entity.js';

/** `closesAt`: when its room closes by itself. */
export type StagedSession = Pick<Session, 'id' | 'title' | 'stageKind' | 'stageUrl'> & { readonly closesAt: Date };

export interface StagePerson {
  readonly memberId: string;
  /** As the room shows it. */
  readonly name: string;
  readonly isModerator: boolean;
}

export interface StageProvider {
  /** For this person alone where the provider tells people apart. @throws DomainError stage-unavailable */
  addressFor(session: StagedSession, person: StagePerson): Promise<string>;
  /** Sends everybody home; there only where something stays open that we opened. @throws DomainError stage-unavailable */
  close?(sessionId: string): Promise<void>;
}
