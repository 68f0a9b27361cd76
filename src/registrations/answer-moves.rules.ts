// Which answers go along when a registration is moved to a session that asks the same.

import type { Wording } from '../contracts/questions.js';
import { isAgreed, type Answer, type KeptAnswer } from './answer.rules.js';
import type { KeptQuestion } from './question.rules.js';

/** What somebody answered in the session they come from, and to what. */
export interface Carried {
  readonly questions: readonly KeptQuestion[];
  /** By question id. */
  readonly answers: ReadonlyMap<string, KeptAnswer>;
}

/**
 * The same question has the same kind and the same label; a choice goes along by the label of its option, a consent only to
 * the very text that was agreed to, with its time. What the other session does not ask stays where it was given.
 */
export function answersGoingTo(there: readonly KeptQuestion[], { questions, answers }: Carried): Answer[] {
  return there.flatMap((to) => {
    if (to.isArchived) return [];
    const from = questions.find((one) => answers.has(one.id) && one.kind === to.kind && isSame(one.label, to.label));
    const value = from && answers.get(from.id);
    const taken = from === undefined || value === undefined ? undefined : valueThere(to, from, value);
    return taken === undefined ? [] : [{ questionId: to.id, value: taken }];
  });
}

function valueThere(to: KeptQuestion, from: KeptQuestion, value: KeptAnswer): KeptAnswer | undefined {
  if (isAgreed(value)) {
    const isThatText = value.textVersion === from.textVersion && isSame(to.help, from.help);
    return isThatText ? { ...value, textVersion: to.textVersion } : undefined;
  }
  if (to.kind !== 'choice' && to.kind !== 'multiple') return value;
  const chosen = [value].flat().flatMap((id) => optionThere(to, from, id));
  if (chosen.length === 0) return undefined;
  return to.kind === 'choice' ? chosen[0] : chosen;
}

function optionThere(to: KeptQuestion, from: KeptQuestion, id: string): string[] {
  const known = [...from.options, ...from.pastOptions].find((one) => one.id === id);
  const there = known && to.options.find((one) => isSame(one.label, known.label));
  return there ? [there.id] : [];
}

function isSame(one: Wording, other: Wording): boolean {
  return one.id === other.id && one.en === other.en;
}
