// One of a few, each with its words beside it: which sessions of a series are meant, say.
import { Radio, Stack } from '@mantine/core';
import '@mantine/core/styles/Radio.css';

interface ScopeChoiceProps<Scope extends string> {
  label: string;
  scopes: readonly { value: Scope; label: string }[];
  value: Scope;
  onChange: (scope: Scope) => void;
}

export function ScopeChoice<Scope extends string>({ label, scopes, value, onChange }: ScopeChoiceProps<Scope>) {
  return (
    <Radio.Group label={label} value={value}>
      <Stack gap="xs" mt="xs">
        {scopes.map((one) => (
          <Radio
            size="md"
            key={one.value}
            value={one.value}
            label={one.label}
            onChange={() => {
              onChange(one.value);
            }}
          />
        ))}
      </Stack>
    </Radio.Group>
  );
}
