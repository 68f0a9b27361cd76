// How a session's registrations are narrowed: by words, state, unit, and where there is a venue by mode and its protocol.
import { Group, NativeSelect, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Schema } from '../../api/client.js';
import { staffQueries, type RegistrantsFilter } from '../../api/staff-queries.js';
import { may } from '../../app/guards.js';
import { useMe } from '../../app/me.js';
import { useWords } from '../../i18n/i18n.js';
import { useDebouncedAsk } from '../../ui/use-debounced-ask.js';
import { staff } from './words.js';

const STATES = ['confirmed', 'waitlisted', 'offered', 'pending', 'cancelled', 'expired', 'rejected'] as const;
const MODES = ['virtual', 'onsite'] as const;
const PROTOCOLS = ['acknowledged', 'asked'] as const;

interface FiltersProps {
  session: Schema<'SessionDetail'> | undefined;
  filter: RegistrantsFilter;
  onChange: (filter: RegistrantsFilter) => void;
}

export function RegistrantFilters({ session, filter, onChange }: FiltersProps) {
  const t = useWords(staff);
  const canSeeUnits = may(useMe(), 'members.read');
  const units = useQuery({ ...staffQueries.units(), enabled: canSeeUnits });
  const [text, setText] = useState(filter.q ?? '');
  const ask = useDebouncedAsk((q) => {
    onChange(without({ ...filter, q: q.trim() }));
  });
  const set = (changed: Partial<Record<keyof RegistrantsFilter, string>>): void => {
    const one = { ...filter, ...changed };
    onChange(
      without({
        ...one,
        state: STATES.find((value) => value === one.state),
        mode: MODES.find((value) => value === one.mode),
        protocol: PROTOCOLS.find((value) => value === one.protocol),
      }),
    );
  };
  const names = units.data ?? [];
  return (
    <Group gap="sm" role="search">
      <TextInput
        style={{ flex: 1, minWidth: 200 }}
        type="search"
        aria-label={t('reg.search')}
        placeholder={t('reg.search')}
        leftSection={<IconSearch size={18} aria-hidden />}
        maxLength={100}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          ask(event.currentTarget.value);
        }}
      />
      <NativeSelect
        aria-label={t('reg.state')}
        value={filter.state ?? ''}
        data={[
          { value: '', label: t('reg.state.all') },
          ...STATES.map((value) => ({ value, label: t(`reg.state.${value}`) })),
        ]}
        onChange={(event) => {
          set({ state: event.currentTarget.value });
        }}
      />
      {names.length > 0 && (
        <NativeSelect
          aria-label={t('reg.unit')}
          value={filter.unitId ?? ''}
          data={[{ value: '', label: t('reg.unit.all') }, ...names.map(({ id, name }) => ({ value: id, label: name }))]}
          onChange={(event) => {
            set({ unitId: event.currentTarget.value });
          }}
        />
      )}
      {session?.delivery === 'hybrid' && (
        <NativeSelect
          aria-label={t('reg.mode')}
          value={filter.mode ?? ''}
          data={[
            { value: '', label: t('reg.mode.all') },
            ...MODES.map((value) => ({ value, label: t(`edit.delivery.${value}`) })),
          ]}
          onChange={(event) => {
            set({ mode: event.currentTarget.value });
          }}
        />
      )}
      {session && hasProtocol(session) && (
        <NativeSelect
          aria-label={t('reg.protocol')}
          value={filter.protocol ?? ''}
          data={[
            { value: '', label: t('reg.protocol.all') },
            ...PROTOCOLS.map((value) => ({ value, label: t(`reg.protocol.${value}`) })),
          ]}
          onChange={(event) => {
            set({ protocol: event.currentTarget.value });
          }}
        />
      )}
    </Group>
  );
}

/** Whether those who come to the venue are asked to have read something before. */
export function hasProtocol({ delivery, protocolHtml }: Pick<Schema<'SessionDetail'>, 'delivery' | 'protocolHtml'>) {
  return delivery !== 'virtual' && protocolHtml !== '';
}

/** What is not asked for is not said. */
function without(filter: { [Key in keyof RegistrantsFilter]?: RegistrantsFilter[Key] | undefined }): RegistrantsFilter {
  const { state, q, unitId, mode, protocol } = filter;
  return {
    ...(state ? { state } : {}),
    ...(q ? { q } : {}),
    ...(unitId ? { unitId } : {}),
    ...(mode ? { mode } : {}),
    ...(protocol ? { protocol } : {}),
  };
}
