// The cooperative whose app this is, on this device: its name, its colour, and the page to sign in at.
import { useSyncExternalStore } from 'react';

export interface Brand {
  slug: string;
  name: string;
  /** `#rrggbb` */
  colour: string;
}

const STORED = 'sinau.cooperative';
const listeners = new Set<() => void>();
let current = stored();

export function brand(): Brand | undefined {
  return current;
}

export function setBrand({ slug, name, colour }: Brand): void {
  if (current?.slug === slug && current.name === name && current.colour === colour) return;
  current = { slug, name, colour };
  localStorage.setItem(STORED, JSON.stringify(current));
  for (const listener of listeners) listener();
}

export function useBrand(): Brand | undefined {
  return useSyncExternalStore(subscribe, brand);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function stored(): Brand | undefined {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(STORED) ?? 'null');
    return isBrand(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isBrand(value: unknown): value is Brand {
  if (typeof value !== 'object' || value === null) return false;
  return ['slug', 'name', 'colour'].every(
    (key) => typeof Object.entries(value).find(([k]) => k === key)?.[1] === 'string',
  );
}
