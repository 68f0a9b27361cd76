// Each cooperative's list of unwelcome words: kept, and asked about every text that members write in a room.

import { Injectable } from '@nestjs/common';
import type { Actor } from '../contracts/permissions.js';
import { Audit } from '../platform/audit/audit.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { DomainError } from '../platform/errors.js';
import type { Reader } from './room.queries.js';
import { USUAL_WORDS } from './usual-words.js';
import { WordList } from './word-list.entity.js';
import type { WordListInput, WordListOut } from './word-list.dto.js';
import { foldedKey, wordMatcher, type WordMatcher } from './word-list.rules.js';

/** Cooperatives whose list is kept ready for the next message. */
const MOST_KEPT = 100;

@Injectable()
export class WordLists {
  private readonly usual = wordMatcher(USUAL_WORDS);
  private readonly kept = new Map<string, { version: number; matcher: WordMatcher }>();

  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async of(actor: Actor): Promise<WordListOut> {
    return read(this.database, actor.cooperativeId);
  }

  /** The whole list from now on, each word once. @throws DomainError version-conflict, invalid-input (no word at all) */
  async set(actor: Actor, input: WordListInput): Promise<WordListOut> {
    const faults = input.words.flatMap((word, place) =>
      foldedKey(word) === '' ? [{ path: `words.${place}`, rule: 'format' as const }] : [],
    );
    if (faults.length > 0) throw new DomainError('invalid-input', faults);
    const words = [...new Map([...input.words].reverse().map((word) => [foldedKey(word), word])).values()].reverse();
    const { cooperativeId } = actor;
    return this.database.transaction(async (tx) => {
      await tx.lockKey(`word list ${cooperativeId}`);
      const before = await read(tx, cooperativeId);
      if (before.version !== input.version) throw new DomainError('version-conflict');
      const after = { version: before.version + 1, words };
      await tx.manager.save(WordList, { cooperativeId, ...after, updatedAt: this.clock.now() });
      await this.audit.record(tx, {
        actor,
        action: 'cooperative.word-list-changed',
        subject: { type: 'cooperative', id: cooperativeId },
        before: { removed: before.words.filter((word) => !words.includes(word)) },
        after: { added: words.filter((word) => !before.words.includes(word)) },
      });
      return after;
    });
  }

  /** For a text of somebody who is not staff. @throws DomainError unwelcome-words */
  async assertWelcome(reader: Reader, cooperativeId: string, text: string): Promise<void> {
    if ((await this.matcher(reader, cooperativeId)).isIn(text)) throw new DomainError('unwelcome-words');
  }

  /** For many texts; as the list stands now, on whichever node it was changed. */
  async matcher(reader: Reader, cooperativeId: string): Promise<WordMatcher> {
    const [row] = await reader.sql<{ version: number }>('SELECT version FROM word_lists WHERE cooperative_id = $1', [
      cooperativeId,
    ]);
    return this.matcherOf(reader, cooperativeId, row?.version ?? null);
  }

  /** The same for who has read just now which version stands; null: the cooperative has no list of its own. */
  async matcherOf(reader: Reader, cooperativeId: string, version: number | null): Promise<WordMatcher> {
    if (version === null) return this.usual;
    const kept = this.kept.get(cooperativeId);
    if (kept?.version === version) return kept.matcher;
    const list = await read(reader, cooperativeId);
    const matcher = wordMatcher(list.words);
    this.kept.delete(cooperativeId);
    this.kept.set(cooperativeId, { version: list.version, matcher });
    const [oldest] = this.kept.keys();
    if (this.kept.size > MOST_KEPT && oldest !== undefined) this.kept.delete(oldest);
    return matcher;
  }
}

async function read(reader: Reader, cooperativeId: string): Promise<WordListOut> {
  const [row] = await reader.sql<WordListOut>('SELECT version, words FROM word_lists WHERE cooperative_id = $1', [
    cooperativeId,
  ]);
  return row ?? { version: 0, words: [...USUAL_WORDS] };
}
