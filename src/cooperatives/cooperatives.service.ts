// Finds cooperatives, and changes one's own with an audit entry.

import { Injectable } from '@nestjs/common';
import type { Actor } from '../contracts/permissions.js';
import { USUAL_POLICIES, type Policies } from '../contracts/policies.js';
import { Audit } from '../platform/audit/audit.js';
import { canonicalJson } from '../platform/audit/hash-chain.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import type { Tx } from '../platform/database/tx.js';
import { found } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import type { CooperativeName, CooperativePage, CooperativePatch, CooperativeView } from './cooperative.dto.js';
import { Cooperative } from './cooperative.entity.js';

@Injectable()
export class CooperativesService {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** All cooperatives of the deployment, by name: a handful, so never a page. */
  async names(): Promise<CooperativeName[]> {
    return this.database.sql<CooperativeName>('SELECT slug, name FROM cooperatives ORDER BY name, slug');
  }

  /** @throws DomainError not-found */
  async page(slug: string): Promise<CooperativePage> {
    const { id, policies, ...page } = await this.bySlug(slug);
    return page;
  }

  /** The cooperative of a public address. @throws DomainError not-found */
  async bySlug(slug: string): Promise<CooperativeView> {
    return viewOf(found(await this.database.manager.findOneBy(Cooperative, { slug: slug.toLowerCase() })));
  }

  /** @param tx to see one that was made in it. @throws DomainError not-found */
  async byId(id: string, tx?: Tx): Promise<CooperativeView> {
    return viewOf(found(await (tx ?? this.database).manager.findOneBy(Cooperative, { id })));
  }

  /** A new cooperative, made by the deployment's operator. @returns its id. A slug in use breaks `cooperatives_slug`. */
  async create(tx: Tx, fields: CooperativePage & { isDemo?: boolean }): Promise<string> {
    const id = newId();
    await tx.manager.insert(Cooperative, { isDemo: false, ...fields, id, createdAt: this.clock.now() });
    return id;
  }

  async change(actor: Actor, patch: CooperativePatch): Promise<CooperativeView> {
    return this.database.transaction(async (tx) => {
      const cooperative = await tx.lock(Cooperative, { id: actor.cooperativeId });
      const before = viewOf(cooperative);
      const policies = policiesAfter(before.policies, patch.policies);
      const after = { ...before, ...withoutUndefined(patch), policies };
      const changed = FIELDS.filter((field) => canonicalJson(before[field]) !== canonicalJson(after[field]));
      if (changed.length === 0) return before;
      const { id, slug, ...fields } = after;
      await tx.manager.update(Cooperative, { id }, fields);
      await this.audit.record(tx, {
        actor,
        action: 'cooperative.changed',
        subject: { type: 'cooperative', id },
        before: Object.fromEntries(changed.map((field) => [field, before[field]])),
        after: Object.fromEntries(changed.map((field) => [field, after[field]])),
      });
      return { ...fields, id, slug };
    });
  }
}

const FIELDS = ['name', 'colour', 'language', 'zone', 'policies'] as const;

function viewOf({ id, slug, name, colour, language, zone, policies }: Cooperative): CooperativeView {
  return { id, slug, name, colour, language, zone, policies: { ...USUAL_POLICIES, ...policies } };
}

function policiesAfter(before: Policies, patch: CooperativePatch['policies']): Policies {
  return {
    presentPercent: patch?.presentPercent ?? before.presentPercent,
    bridgedSeconds: patch?.bridgedSeconds ?? before.bridgedSeconds,
  };
}

function withoutUndefined(patch: CooperativePatch): Partial<Omit<CooperativeView, 'policies'>> {
  const { name, colour, language, zone } = patch;
  return {
    ...(name === undefined ? {} : { name }),
    ...(colour === undefined ? {} : { colour }),
    ...(language === undefined ? {} : { language }),
    ...(zone === undefined ? {} : { zone }),
  };
}
