// Which stages this deployment offers, and who runs each.

import { Inject, Injectable } from '@nestjs/common';
import type { StageKind } from '../contracts/stage.js';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.module.js';
import { DomainError } from '../platform/errors.js';
import type { SessionInput } from '../contracts/session-input.js';
import { BbbStage } from './stage-bbb.js';
import { CommonStage } from './stage-common.js';
import { JitsiStage } from './stage-jitsi.js';
import type { StageProvider } from './stage-provider.js';
import { offeredKinds, stageFaults, type StageOffer } from './stage.rules.js';

@Injectable()
export class StageProviders {
  private readonly byKind: Record<StageKind, StageProvider | undefined>;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    common: CommonStage,
    jitsi: JitsiStage,
    bbb: BbbStage,
  ) {
    this.byKind = { none: undefined, link: common, embed: common, youtube: common, jitsi, bbb };
  }

  /** Undefined where the session takes place in our room alone. */
  of(kind: StageKind): StageProvider | undefined {
    return this.byKind[kind];
  }

  /** @throws DomainError invalid-input for a stage that cannot be had here; what is not given is not asked */
  assertOffered(stage: SessionInput['stage']): void {
    if (stage === undefined) return;
    const faults = stageFaults({ kind: stage.kind, url: 'url' in stage ? stage.url : null }, this.offer);
    if (faults.length > 0) throw new DomainError('invalid-input', faults);
  }

  kinds(): { kinds: StageKind[]; embedHosts: string[] } {
    const { offer } = this;
    return { kinds: offeredKinds(offer), embedHosts: offer.embedOrigins.map((origin) => new URL(origin).host) };
  }

  private get offer(): StageOffer {
    const { embedOrigins, bbb } = this.config.stage;
    return { embedOrigins, hasBbb: bbb !== undefined };
  }
}
