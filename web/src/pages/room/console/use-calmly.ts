// A number for screen readers: told when it changes, but not at every change of a busy minute.
import { useEffect, useState } from 'react';

/** @returns the value, at most one new one each `every` milliseconds */
export function useCalmly(value: number, every: number): number {
  const [told, setTold] = useState({ value, at: 0 });
  useEffect(() => {
    if (value === told.value) return undefined;
    const wait = Math.max(0, told.at + every - performance.now());
    const timer = setTimeout(() => {
      setTold({ value, at: performance.now() });
    }, wait);
    return () => {
      clearTimeout(timer);
    };
  }, [value, told, every]);
  return told.value;
}
