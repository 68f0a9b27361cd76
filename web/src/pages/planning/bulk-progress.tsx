// How far an act on many registrations has come; nothing where it is over before one could look.
import { Progress, Stack, Text } from '@mantine/core';
import '@mantine/core/styles/Progress.css';
import { useReader } from '../../app/me.js';
import { useWords } from '../../i18n/i18n.js';
import { count } from '../../time/time.js';
import { staff } from './words.js';

/** As many as are done in one part. */
const LONG = 500;

interface BulkProgressProps {
  bulk: { run: { isPending: boolean }; done: number };
  total: number;
}

export function BulkProgress({ bulk: { run, done }, total }: BulkProgressProps) {
  const t = useWords(staff);
  const { language } = useReader();
  if (!run.isPending || total <= LONG) return null;
  const text = t('reg.bulk.progress', { done: count(done, language), total: count(total, language) });
  return (
    <Stack gap="xs" role="status">
      <Progress value={(done / total) * 100} size="lg" radius="xl" animated aria-label={text} />
      <Text>{text}</Text>
    </Stack>
  );
}
