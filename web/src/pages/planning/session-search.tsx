// Finds one session that members may join, the next first, asking the server while one types.
import { useDebouncedValue } from '@mantine/hooks';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { queries } from '../../api/queries.js';
import { useReader } from '../../app/me.js';
import { common } from '../../i18n/common.js';
import { useWords } from '../../i18n/i18n.js';
import { dayAndTime } from '../../time/time.js';
import { SearchSelect } from '../../ui/search-select.js';
import { staff } from './words.js';

interface SessionSearchProps {
  label: string;
  value: string | null;
  /** The session that need not be offered. */
  without: string;
  onChoose: (sessionId: string | null) => void;
}

export function SessionSearch({ label, value, without, onChoose }: SessionSearchProps) {
  const t = useWords(common);
  const say = useWords(staff);
  const reader = useReader();
  const [text, setText] = useState('');
  const [q] = useDebouncedValue(text.split(' · ')[0]?.trim() ?? '', 250);
  const query = useInfiniteQuery(queries.sessions(q === '' ? {} : { q }));
  const sessions = (query.data?.pages[0]?.items ?? []).filter(({ id }) => id !== without);
  return (
    <SearchSelect
      label={label}
      value={value}
      text={text}
      onType={setText}
      nothing={query.isPending ? t('state.loading') : say('reg.move.many.none')}
      found={sessions.map(({ id, title, startsAt }) => ({
        value: id,
        label: `${title} · ${dayAndTime(startsAt, reader)}`,
      }))}
      onChoose={onChoose}
    />
  );
}
