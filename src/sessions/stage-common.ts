// Stages that somebody else has opened: everybody gets the same address.

import { Injectable } from '@nestjs/common';
import { DomainError } from '../platform/errors.js';
import type { StagedSession, StageProvider } from './stage-provider.js';
import { commonAddress } from './stage.rules.js';

@Injectable()
export class CommonStage implements StageProvider {
  async addressFor({ stageKind, stageUrl }: StagedSession): Promise<string> {
    const address = commonAddress({ kind: stageKind, url: stageUrl });
    if (address === undefined) throw new DomainError('wrong-state');
    return Promise.resolve(address);
  }
}
