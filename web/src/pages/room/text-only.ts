// Whether this phone reads text only: chosen once, kept for the next time.
import { useState } from 'react';

const STORED = 'sinau.text-only';

export function useTextOnly(): [boolean, (value: boolean) => void] {
  const [isTextOnly, setTextOnly] = useState(startsInText);
  const choose = (value: boolean) => {
    localStorage.setItem(STORED, String(value));
    setTextOnly(value);
  };
  return [isTextOnly, choose];
}

/** What this device's reader chose; else text where the line is slow or data is being saved. */
function startsInText(): boolean {
  const stored = localStorage.getItem(STORED);
  if (stored !== null) return stored === 'true';
  const line: unknown = 'connection' in navigator ? navigator.connection : undefined;
  if (typeof line !== 'object' || line === null) return false;
  const isSaving = 'saveData' in line && line.saveData === true;
  const isSlow = 'effectiveType' in line && ['slow-2g', '2g', '3g'].includes(String(line.effectiveType));
  return isSaving || isSlow;
}
