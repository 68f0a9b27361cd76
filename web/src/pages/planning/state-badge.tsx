// Where a session stands, in a word and a colour.

import type { Schema } from '../../api/client.js';
import { common } from '../../i18n/common.js';
import { useWords } from '../../i18n/i18n.js';
import { Tag } from '../../ui/tag.js';

const TONES = { draft: 'plain', published: 'good', live: 'bad', ended: 'plain', cancelled: 'plain' } as const;

export function StateBadge({ state }: { state: Schema<'SessionCard'>['state'] }) {
  const t = useWords(common);
  return <Tag tone={TONES[state]}>{t(`session.state.${state}`)}</Tag>;
}
