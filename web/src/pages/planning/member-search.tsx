// Finds one member by name or number, asking the server while one types.
import { useDebouncedValue } from '@mantine/hooks';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Schema } from '../../api/client.js';
import { staffQueries } from '../../api/staff-queries.js';
import { common } from '../../i18n/common.js';
import { useWords } from '../../i18n/i18n.js';
import { SearchSelect } from '../../ui/search-select.js';

interface MemberSearchProps {
  label: string;
  value: string | null;
  /** Members who are chosen already and need not be offered. */
  without?: readonly string[];
  onChoose: (member: Schema<'Member'> | null) => void;
}

export function MemberSearch({ label, value, without = [], onChoose }: MemberSearchProps) {
  const t = useWords(common);
  const [text, setText] = useState('');
  const [q] = useDebouncedValue(text.trim(), 250);
  const query = useInfiniteQuery(staffQueries.members({ q, status: undefined, role: undefined, unitId: '' }));
  const members = (query.data?.pages[0]?.items ?? []).filter(
    ({ id, status }) => status !== 'keluar' && !without.includes(id),
  );
  return (
    <SearchSelect
      label={label}
      value={value}
      text={text}
      onType={setText}
      nothing={query.isPending ? t('state.loading') : t('member.none')}
      found={members.map(({ id, name, number, unit }) => ({
        value: id,
        label: [name, number, unit?.name].filter(Boolean).join(' · '),
      }))}
      onChoose={(id) => {
        onChoose(members.find((member) => member.id === id) ?? null);
      }}
    />
  );
}
