// Finds cooperatives, and changes one's own with an audit entry.

import { Injectable } from '@nestjs/common';
import type { Actor } from '../contracts/permissions.js';
import { POLICY_NAMES, policiesWith, USUAL_POLICIES, type Policies } from '../contracts/policies.js';
import { Audit } from '../platform/audit/audit.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import type { Tx } from '../platform/database/tx.js';
import { DomainError, found } from '../platform/errors.js';
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
    const { id, version, policies, ...page } = await this.bySlug(slug);
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

  /** What holds in a cooperative now. @throws DomainError not-found */
  async policiesOf(id: string, tx?: Tx): Promise<Policies> {
    return (await this.byId(id, tx)).policies;
  }

  /** From now on. @throws DomainError version-conflict */
  async change(actor: Actor, { version: seen, ...patch }: CooperativePatch): Promise<CooperativeView> {
    return this.database.transaction(async (tx) => {
      const before = viewOf(await tx.lock(Cooperative, { id: actor.cooperativeId }));
      if (before.version !== seen) throw new DomainError('version-conflict');
      const policies = Object.assign({}, before.policies, patch.policies);
      const after = Object.assign({}, before, patch, { policies });
      const change = changeOf(before, after);
      if (Object.keys(change.after).length === 0) return before;
      const { id, name, colour, language, zone } = after;
      const version = seen + 1;
      await tx.manager.update(
        Cooperative,
        { id },
        { ...{ name, colour, language, zone, version }, policies: ownAmong(policies) },
      );
      const subject = { type: 'cooperative', id };
      await this.audit.record(tx, { actor, action: 'cooperative.changed', subject, ...change });
      return { ...after, version };
    });
  }
}

const FIELDS = ['name', 'colour', 'language', 'zone'] as const;

function viewOf({ id, slug, name, colour, language, zone, version, policies }: Cooperative): CooperativeView {
  return { id, slug, name, colour, language, zone, version, policies: policiesWith(policies) };
}

/** What differs, before and after. */
function changeOf(before: CooperativeView, after: CooperativeView) {
  const changed = FIELDS.filter((field) => before[field] !== after[field]);
  const decided = POLICY_NAMES.filter((name) => before.policies[name] !== after.policies[name]);
  const pick = (view: CooperativeView) => ({
    ...Object.fromEntries(changed.map((field) => [field, view[field]])),
    ...(decided.length === 0
      ? {}
      : { policies: Object.fromEntries(decided.map((name) => [name, view.policies[name]])) }),
  });
  return { before: pick(before), after: pick(after) };
}

/** Only what is not the usual is kept: whoever goes back to the usual follows it. */
function ownAmong(policies: Policies): Partial<Policies> {
  return Object.fromEntries(
    POLICY_NAMES.flatMap((name) => (policies[name] === USUAL_POLICIES[name] ? [] : [[name, policies[name]]])),
  );
}
