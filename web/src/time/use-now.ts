// The time, as a component that counts down needs it.
import { useEffect, useState } from 'react';

/** @param every milliseconds between two looks at the clock */
export function useNow(every = 30_000): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => {
      setNow(new Date());
    }, every);
    return () => {
      clearInterval(timer);
    };
  }, [every]);
  return now;
}
