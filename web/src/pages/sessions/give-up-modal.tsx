// Asks once before a seat or a place in the queue is given back, and says what that costs.
import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { api, done, type Schema } from '../../api/client.js';
import { useWords } from '../../i18n/i18n.js';
import { notifyDone } from '../../ui/problem-text.js';
import { useAct } from '../../ui/use-act.js';
import { sessions } from './words.js';

interface GiveUpModalProps {
  session: Pick<Schema<'SessionDetail'>, 'id' | 'registration'>;
  isOpen: boolean;
  onClose: () => void;
}

export function GiveUpModal({ session: { id, registration }, isOpen, onClose }: GiveUpModalProps) {
  const t = useWords(sessions);
  const part = registration?.state === 'waitlisted' ? 'cancel.queue' : 'cancel';
  const giveUp = useAct(() => done(api.DELETE('/api/sessions/{id}/registration', { params: { path: { id } } })), {
    refresh: [['sessions'], ['my-registrations']],
    onDone: () => {
      onClose();
      notifyDone(t('session.left'));
    },
  });
  return (
    <Modal opened={isOpen} onClose={onClose} title={t(`${part}.title`)}>
      <Stack gap="lg">
        <Text>{t(`${part}.text`, { place: registration?.place ?? 0 })}</Text>
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            {t(`${part}.no`)}
          </Button>
          <Button
            color="red"
            loading={giveUp.isPending}
            onClick={() => {
              giveUp.mutate(undefined);
            }}
          >
            {t(`${part}.yes`)}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
