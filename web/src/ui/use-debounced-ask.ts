// What is typed into a search goes into the address once the typing rests, unless the reader has gone elsewhere meanwhile.
import { useDebouncedCallback } from '@mantine/hooks';

const REST_MS = 300;

export function useDebouncedAsk(ask: (text: string) => void): (text: string) => void {
  const later = useDebouncedCallback((text: string, path: string) => {
    // The next page may still be loading, with this one in sight: to ask now would call the reader back.
    if (window.location.pathname === path) ask(text);
  }, REST_MS);
  return (text) => {
    later(text, window.location.pathname);
  };
}
