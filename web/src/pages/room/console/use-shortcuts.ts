// Whether single keys act on a focused question; remembered on this device, for who dictates or types with a switch.
import { useLocalStorage } from '@mantine/hooks';

export function useShortcuts(): [boolean, (isOn: boolean) => void] {
  const [isOn, setOn] = useLocalStorage({ key: 'sinau.console.shortcuts', defaultValue: true });
  return [isOn, setOn];
}
