// What is looked at before a session starts, and what of it was ticked: kept for each session in this browser.
import { useLocalStorage } from '@mantine/hooks';

export const CHECKS = ['stage', 'sound', 'staff', 'questions', 'rehearsal'] as const;
export type Check = (typeof CHECKS)[number];

export function usePreFlight(sessionId: string) {
  const [ticked, setTicked] = useLocalStorage<Check[]>({
    key: `sinau.pre-flight.${sessionId}`,
    defaultValue: [],
    getInitialValueInEffect: false,
  });
  return {
    isTicked: (check: Check) => ticked.includes(check),
    tick: (check: Check, isDone: boolean) => {
      setTicked((before) => [...before.filter((one) => one !== check), ...(isDone ? [check] : [])]);
    },
    left: CHECKS.filter((check) => !ticked.includes(check)),
  };
}
