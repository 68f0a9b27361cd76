// What is being written and not sent yet, kept while another tab is looked at; it lives as long as the page.
import { useState } from 'react';

/** By the name of the field. */
export type Drafts = Map<string, unknown>;

/** Like `useState`, but whoever shows the field again finds what stood in it. */
export function useDraft<Value>(
  { drafts }: { drafts: Drafts },
  name: string,
  read: (kept: unknown) => Value,
): [Value, (value: Value) => void] {
  const [value, setValue] = useState(() => read(drafts.get(name)));
  return [
    value,
    (next) => {
      drafts.set(name, next);
      setValue(next);
    },
  ];
}

export function readText(kept: unknown): string {
  return typeof kept === 'string' ? kept : '';
}
