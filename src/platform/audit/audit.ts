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
    await this.recordMany(tx, [entry]);
  }

  /** Many of one cooperative, in this order, in three statements. */
  async recordMany(tx: Tx, entries: readonly AuditRecord[]): Promise<void> {
    const cooperativeId = entries[0]?.actor.cooperativeId;
    if (cooperativeId === undefined) return;
    let head = await this.lockHead(tx, cooperativeId);
    const at = this.clock.now();
    const rows = entries.map((entry) => {
      const row = chained(entry, head, at);
      head = { number: row.content.number, hash: row.hash };
      return row;
    });
    await tx.sql(
      `INSERT INTO audit_entries (cooperative_id, number, actor_member_id, action, subject_type, subject_id, fields,
         values_hash, at, from_hash, previous_hash, hash)
       SELECT * FROM jsonb_to_recordset($1::jsonb) AS row ("cooperativeId" uuid, number int, "actorMemberId" uuid, action text,
         "subjectType" text, "subjectId" uuid, fields text[], "valuesHash" text, at timestamptz, "fromHash" text,
         "previousHash" text, hash text)`,
      [JSON.stringify(rows.map(({ content, hash }) => ({ ...content, hash })))],
    );
    await tx.sql(
      `INSERT INTO audit_values (cooperative_id, number, salt, before, after)
       SELECT $1::uuid, * FROM jsonb_to_recordset($2::jsonb) AS row (number int, salt text, before jsonb, after jsonb)`,
      [cooperativeId, JSON.stringify(rows.map(({ values }) => values))],
    );
    await tx.sql('UPDATE audit_heads SET number = $2, hash = $3 WHERE cooperative_id = $1', [
      cooperativeId,
      head.number,
      head.hash,
    ]);
  }

  private async lockHead(tx: Tx, cooperativeId: string): Promise<Head> {
    await tx.sql('INSERT INTO audit_heads (cooperative_id, number, hash) VALUES ($1, 0, $2) ON CONFLICT DO NOTHING', [
      cooperativeId,
      GENESIS,
    ]);
    const [head] = await tx.sql<Head>('SELECT number, hash FROM audit_heads WHERE cooperative_id = $1 FOR UPDATE', [
      cooperativeId,
    ]);
    return head ?? { number: 0, hash: GENESIS };
  }
}

interface Head {
  number: number;
  hash: string;
}

/** An entry as it is kept, linked to the one before it, with its values apart. */
function chained(entry: AuditRecord, head: Head, at: Date) {
  const before = entry.before ?? {};
  const after = entry.after ?? {};
  const salt = randomBytes(16).toString('hex');
  const content = {
    cooperativeId: entry.actor.cooperativeId,
    number: head.number + 1,
    actorMemberId: entry.actor.memberId === '' ? null : entry.actor.memberId,
    action: entry.action,
    subjectType: entry.subject.type,
    subjectId: entry.subject.id,
    fields: [...new Set([...Object.keys(before), ...Object.keys(after)])].sort(),
    valuesHash: createHash('sha256')
      .update(`${salt}\n${canonicalJson({ before, after })}`)
      .digest('hex'),
    at,
    fromHash: entry.actor.fromHash ?? null,
    previousHash: head.hash,
  };
  return { content, hash: chainHash(head.hash, content), values: { number: content.number, salt, before, after } };
}
