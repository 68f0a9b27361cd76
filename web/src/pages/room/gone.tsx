// The end of a visit to the room, and what can be done now.
import { Button, Center, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useWords } from '../../i18n/i18n.js';
import type { RoomState } from './room-state.js';
import { room as words } from './words.js';

export function Gone({
  sessionId,
  gone,
  onAgain,
}: {
  sessionId: string;
  gone: RoomState['gone'];
  onAgain: () => void;
}) {
  const t = useWords(words);
  const text = typeof gone === 'object' ? gone.detail : gone && gone !== 'server-restarts' ? t(`gone.${gone}`) : '';
  const canReturn = gone === 'too-many-devices' || typeof gone === 'object';
  return (
    <Center style={{ flex: 1 }} p="lg" role="alert">
      <Stack align="center" maw={380} ta="center" gap="sm">
        <Title order={2}>{t('gone.title')}</Title>
        <Text c="dimmed">{text}</Text>
        {canReturn && <Button onClick={onAgain}>{t('gone.again')}</Button>}
        <Button component={Link} to={`/sesi/${sessionId}`} variant="light">
          {t('gone.to-session')}
        </Button>
      </Stack>
    </Center>
  );
}
