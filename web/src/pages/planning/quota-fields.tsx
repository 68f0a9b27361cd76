// How many seats are kept for each unit; for a unit without a number, none.
import { NumberInput, SimpleGrid, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Schema } from '../../api/client.js';
import { staffQueries } from '../../api/staff-queries.js';
import { useWords } from '../../i18n/i18n.js';
import { terms } from './words.js';

type Quotas = Schema<'RegistrationTerms'>['quotas'];

interface QuotaFieldsProps {
  value: Quotas;
  error: ReactNode;
  onChange: (quotas: Quotas) => void;
}

export function QuotaFields({ value, error, onChange }: QuotaFieldsProps) {
  const t = useWords(terms);
  const units = useQuery(staffQueries.units());
  const set = (unitId: string, seats: number): void => {
    const others = value.filter((quota) => quota.unitId !== unitId);
    onChange(seats > 0 ? [...others, { unitId, seats }] : others);
  };
  return (
    <fieldset style={{ border: 0, padding: 0, margin: 0 }}>
      <Text component="legend" size="sm" fw={500}>
        {t('quotas')}
      </Text>
      <Text size="xs" c="dimmed" mb="xs">
        {t('quotas.hint')}
      </Text>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        {(units.data ?? []).map(({ id, name }) => (
          <NumberInput
            key={id}
            label={name}
            min={0}
            max={100_000}
            value={value.find((quota) => quota.unitId === id)?.seats ?? ''}
            onChange={(seats) => {
              set(id, Number(seats || 0));
            }}
          />
        ))}
      </SimpleGrid>
      {error && (
        <Text c="red" size="sm" role="alert">
          {error}
        </Text>
      )}
    </fieldset>
  );
}
