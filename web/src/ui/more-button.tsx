// The end of a list: more of it, or the word that this was all.
import { Button, Center } from '@mantine/core';
import { common } from '../i18n/common.js';
import { useWords } from '../i18n/i18n.js';

interface More {
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => Promise<unknown>;
}

export function MoreButton({ query }: { query: More }) {
  const t = useWords(common);
  if (!query.hasNextPage) return null;
  return (
    <Center>
      <Button variant="light" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
        {t('act.more')}
      </Button>
    </Center>
  );
}
