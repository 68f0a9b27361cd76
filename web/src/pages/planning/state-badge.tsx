// Where a session stands, in a word and a colour.
import { Badge } from '@mantine/core';
import type { Schema } from '../../api/client.js';
import { common } from '../../i18n/common.js';
import { useWords } from '../../i18n/i18n.js';

const COLOURS = { draft: 'gray', published: 'green', live: 'red', ended: 'gray', cancelled: 'gray' };

export function StateBadge({ state }: { state: Schema<'SessionCard'>['state'] }) {
  const t = useWords(common);
  return (
    <Badge component="span" color={COLOURS[state]}>
      {t(`session.state.${state}`)}
    </Badge>
  );
}
