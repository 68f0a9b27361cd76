// Every write by staff leaves an entry in the same transaction: who, what, before, after, when, from where.

import { Injectable } from '@nestjs/common';
import { createHash, randomBytes } from 'node:crypto';
import type { Actor } from '../../contracts/permissions.js';
import { Clock } from '../clock.js';
import type { Tx } from '../database/tx.js';
import { canonicalJson, chainHash, GENESIS } from './hash-chain.js';

type Values = Record<string, unknown>;

/** @param action `noun.verb-past` (`session.published`); `before`/`after` hold the fields that changed and no others. */
export interface AuditRecord {
  actor: Pick<Actor, 'cooperativeId' | 'memberId' | 'fromHash'>;
  action: string;
  subject: { type: string; id: string };
  before?: Values;
  after?: Values;
}

@Injectable()
export class Audit {
  constructor(private readonly clock: Clock) {}

  async record(tx: Tx, entry: AuditRecord): Promise<void> {
    const { cooperativeId } = entry.actor;
    const head = await this.lockHead(tx, cooperativeId);
    const before = entry.before ?? {};
    const after = entry.after ?? {};
    const salt = randomBytes(16).toString('hex');
    const content = {
      cooperativeId,
      number: head.number + 1,
      actorMemberId: entry.actor.memberId === '' ? null : entry.actor.memberId,
      action: entry.action,
      subjectType: entry.subject.type,
      subjectId: entry.subject.id,
      fields: [...new Set([...Object.keys(before), ...Object.keys(after)])].sort(),
      valuesHash: createHash('sha256')
        .update(`${salt}\n${canonicalJson({ before, after })}`)
        .digest('hex'),
      at: this.clock.now(),
      fromHash: entry.actor.fromHash ?? null,
      previousHash: head.hash,
    };
    const hash = chainHash(head.hash, content);
    await tx.sql(
      `INSERT INTO audit_entries (cooperative_id, number, actor_member_id, action, subject_type, subject_id, fields,
         values_hash, at, from_hash, previous_hash, hash)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [...Object.values(content), hash],
    );
    await tx.sql('INSERT INTO audit_values (cooperative_id, number, salt, before, after) VALUES ($1, $2, $3, $4, $5)', [
      cooperativeId,
      content.number,
      salt,
      before,
      after,
    ]);
    await tx.sql('UPDATE audit_heads SET number = $2, hash = $3 WHERE cooperative_id = $1', [
      cooperativeId,
      content.number,
      hash,
    ]);
  }

  private async lockHead(tx: Tx, cooperativeId: string): Promise<{ number: number; hash: string }> {
    await tx.sql('INSERT INTO audit_heads (cooperative_id, number, hash) VALUES ($1, 0, $2) ON CONFLICT DO NOTHING', [
      cooperativeId,
      GENESIS,
    ]);
    const [head] = await tx.sql<{ number: number; hash: string }>(
      'SELECT number, hash FROM audit_heads WHERE cooperative_id = $1 FOR UPDATE',
      [cooperativeId],
    );
    return head ?? { number: 0, hash: GENESIS };
  }
}
