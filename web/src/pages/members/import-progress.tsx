// How far a long step of an import has come.
import { Progress, Stack, Text } from '@mantine/core';
import { useWords } from '../../i18n/i18n.js';
import { useReader } from '../../app/me.js';
import { count } from '../../time/time.js';
import { Panel } from '../../ui/panel.js';
import { members } from './words.js';

interface ImportProgressProps {
  word: 'in.checking' | 'in.applying';
  progress: { done: number; total: number };
}

export function ImportProgress({ word, progress: { done, total } }: ImportProgressProps) {
  const t = useWords(members);
  const { language } = useReader();
  const text = t(word, { done: count(done, language), total: count(total, language) });
  return (
    <Panel title={t(word === 'in.checking' ? 'in.step.check' : 'in.step.apply')} text={t('in.leave-alone')}>
      <Stack gap="xs" role="status">
        <Progress value={total > 0 ? (done / total) * 100 : 0} size="xl" radius="xl" animated aria-label={text} />
        <Text>{text}</Text>
      </Stack>
    </Panel>
  );
}
