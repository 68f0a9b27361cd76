// How the roster is narrowed: by words, unit, status and role.
import { Group, NativeSelect, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ROLES } from '../../../../src/contracts/permissions.js';
import { staffQueries } from '../../api/staff-queries.js';
import { MEMBER_STATUSES, type MembersSearch } from '../../app/members-search.js';
import { common } from '../../i18n/common.js';
import { useWords } from '../../i18n/i18n.js';
import { useDebouncedAsk } from '../../ui/use-debounced-ask.js';
import { members } from './words.js';

interface FiltersProps {
  search: MembersSearch;
  onAsk: (asked: Partial<Record<keyof MembersSearch, string>>) => void;
}

export function MemberFilters({ search, onAsk }: FiltersProps) {
  const t = useWords(members);
  const words = useWords(common);
  const units = useQuery(staffQueries.units());
  const [text, setText] = useState(search.cari ?? '');
  const ask = useDebouncedAsk((cari) => {
    onAsk({ cari });
  });
  return (
    <Group gap="sm" role="search">
      <TextInput
        style={{ flex: 1, minWidth: 220 }}
        type="search"
        aria-label={t('search')}
        placeholder={t('search')}
        leftSection={<IconSearch size={18} aria-hidden />}
        maxLength={100}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          ask(event.currentTarget.value);
        }}
      />
      <NativeSelect
        aria-label={t('unit')}
        value={search.unit ?? ''}
        data={[
          { value: '', label: t('unit.all') },
          ...(units.data ?? []).map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(event) => {
          onAsk({ unit: event.currentTarget.value });
        }}
      />
      <NativeSelect
        aria-label={t('status')}
        value={search.status ?? ''}
        data={[
          { value: '', label: t('status.all') },
          ...MEMBER_STATUSES.map((value) => ({ value, label: words(`member.status.${value}`) })),
        ]}
        onChange={(event) => {
          onAsk({ status: event.currentTarget.value });
        }}
      />
      <NativeSelect
        aria-label={t('role')}
        value={search.peran ?? ''}
        data={[
          { value: '', label: t('role.all') },
          ...ROLES.map((value) => ({ value, label: words(`role.${value}`) })),
        ]}
        onChange={(event) => {
          onAsk({ peran: event.currentTarget.value });
        }}
      />
    </Group>
  );
}
