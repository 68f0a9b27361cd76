// Chooses one of what the server finds while one types.
import { Select } from '@mantine/core';

interface SearchSelectProps {
  label: string;
  value: string | null;
  /** What is typed. */
  text: string;
  onType: (text: string) => void;
  found: { value: string; label: string }[];
  /** Shown while nothing is found. */
  nothing: string;
  onChoose: (value: string | null) => void;
}

export function SearchSelect({ label, value, text, onType, found, nothing, onChoose }: SearchSelectProps) {
  return (
    <Select
      label={label}
      searchable
      clearable
      value={value}
      searchValue={text}
      nothingFoundMessage={nothing}
      // The server has searched, also in what the labels do not show: nothing must be filtered away again.
      filter={({ options }) => options}
      data={found}
      onSearchChange={onType}
      onChange={onChoose}
    />
  );
}
