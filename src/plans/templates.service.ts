// Keeps templates: a session's fields, terms and questions under a name, for the next one of its kind.

import { Injectable } from '@nestjs/common';
import type { Actor } from '../contracts/permissions.js';
import { Audit } from '../platform/audit/audit.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import type { Tx } from '../platform/database/tx.js';
import { DomainError, found } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import { QuestionsService } from '../registrations/questions.service.js';
import { TermsService } from '../registrations/terms.service.js';
import { SessionsService } from '../sessions/sessions.service.js';
import { SessionTemplate } from './session-template.entity.js';
import type { FromTemplate, TemplateInput, TemplateList, TemplateOut, TemplatePatch } from './template.dto.js';

const MOST_TEMPLATES = 100;
const MINUTE = 60_000;

@Injectable()
export class TemplatesService {
  constructor(
    private readonly database: Database,
    private readonly sessions: SessionsService,
    private readonly terms: TermsService,
    private readonly questions: QuestionsService,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** All of the cooperative, by name: never more than a hundred. */
  async list(actor: Actor): Promise<TemplateList> {
    const { cooperativeId } = actor;
    const order = { name: 'ASC', id: 'ASC' } as const;
    const rows = await this.database.manager.find(SessionTemplate, { where: { cooperativeId }, order });
    return { items: rows.map(outOf) };
  }

  /** A retry with the same id makes no second one. @throws DomainError not-found, invalid-input, conflict */
  async save(actor: Actor, { id = newId(), name, sessionId }: TemplateInput): Promise<TemplateOut> {
    const content = await this.sessions.contentOf(actor, sessionId);
    const terms = await this.terms.contentOf(sessionId);
    const questions = await this.questions.contentOf(sessionId);
    return this.database.transaction(async (tx) => {
      await lockAll(tx, actor);
      const known = await tx.manager.findOneBy(SessionTemplate, { id });
      if (known) return outOf(own(known, actor));
      await assertRoom(tx, actor);
      await assertFree(tx, actor, name, id);
      const { cooperativeId, memberId: createdBy } = actor;
      const template = { id, cooperativeId, name, content, terms, questions, createdBy, createdAt: this.clock.now() };
      await tx.manager.insert(SessionTemplate, template);
      await this.note(tx, actor, 'template.saved', id, {}, { name, sessionId });
      return outOf(template);
    });
  }

  /** @throws DomainError not-found, invalid-input */
  async rename(actor: Actor, id: string, { name }: TemplatePatch): Promise<TemplateOut> {
    return this.database.transaction(async (tx) => {
      await lockAll(tx, actor);
      const template = await tx.lock(SessionTemplate, { id, cooperativeId: actor.cooperativeId });
      await assertFree(tx, actor, name, id);
      await tx.manager.update(SessionTemplate, { id }, { name });
      await this.note(tx, actor, 'template.renamed', id, { name: template.name }, { name });
      return { ...outOf(template), name };
    });
  }

  /** What was made from it stays. @throws DomainError not-found */
  async remove(actor: Actor, id: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const { name } = await tx.lock(SessionTemplate, { id, cooperativeId: actor.cooperativeId });
      await tx.manager.delete(SessionTemplate, { id });
      await this.note(tx, actor, 'template.removed', id, { name }, {});
    });
  }

  /** A draft with the template's terms and questions. @returns its id. @throws DomainError not-found, invalid-input, conflict */
  async use(actor: Actor, templateId: string, { id = newId(), ...said }: FromTemplate): Promise<string> {
    await this.database.transaction(async (tx) => {
      const template = await this.access(tx, actor, templateId);
      const { minutes, ...fields } = template.content;
      const title = said.title ?? fields.title;
      const endsAt = said.endsAt ?? new Date(said.startsAt.getTime() + minutes * MINUTE);
      const outcome = await this.sessions.createIn(tx, actor, id, { ...fields, ...said, title, endsAt });
      if (outcome === 'made') await this.giveOwn(tx, actor, template, [id]);
    });
    return id;
  }

  /** The template's terms and questions for sessions that were made with it in mind. @throws DomainError not-found */
  async giveTerms(tx: Tx, actor: Actor, templateId: string, sessionIds: readonly string[]): Promise<void> {
    await this.giveOwn(tx, actor, await this.access(tx, actor, templateId), sessionIds);
  }

  private async giveOwn(
    tx: Tx,
    actor: Actor,
    { terms, questions }: SessionTemplate,
    sessionIds: readonly string[],
  ): Promise<void> {
    if (terms) await this.terms.give(tx, actor, terms, sessionIds);
    await this.questions.give(tx, actor, questions, sessionIds);
  }

  private async access(tx: Tx, actor: Actor, id: string): Promise<SessionTemplate> {
    return found(await tx.manager.findOneBy(SessionTemplate, { id, cooperativeId: actor.cooperativeId }));
  }

  private async note(tx: Tx, actor: Actor, action: string, id: string, before: object, after: object): Promise<void> {
    const subject = { type: 'template', id };
    await this.audit.record(tx, { actor, action, subject, before: { ...before }, after: { ...after } });
  }
}

function outOf({ id, name, content }: Pick<SessionTemplate, 'id' | 'name' | 'content'>): TemplateOut {
  return { id, name, content };
}

/** @throws DomainError conflict when the id is another cooperative's */
function own(template: SessionTemplate, actor: Actor): SessionTemplate {
  if (template.cooperativeId !== actor.cooperativeId) throw new DomainError('conflict');
  return template;
}

/** One at a time: names and their number are counted under it. */
async function lockAll(tx: Tx, { cooperativeId }: Actor): Promise<void> {
  await tx.lockKey(`templates ${cooperativeId}`);
}

async function assertRoom(tx: Tx, { cooperativeId }: Actor): Promise<void> {
  if ((await tx.manager.countBy(SessionTemplate, { cooperativeId })) < MOST_TEMPLATES) return;
  throw new DomainError('invalid-input', [{ path: 'name', rule: 'too-many', limit: MOST_TEMPLATES }]);
}

async function assertFree(tx: Tx, { cooperativeId }: Actor, name: string, id: string): Promise<void> {
  const same = await tx.sql(
    'SELECT FROM session_templates WHERE cooperative_id = $1 AND lower(name) = lower($2) AND id <> $3',
    [cooperativeId, name, id],
  );
  if (same.length > 0) throw new DomainError('invalid-input', [{ path: 'name', rule: 'taken' }]);
}
