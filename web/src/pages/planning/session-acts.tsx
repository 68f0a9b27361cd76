// Publish and cancel: each asked once, with what it does and to how many people.
import { Button } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { useState } from 'react';
import { answer, api, type Schema } from '../../api/client.js';
import { useWords } from '../../i18n/i18n.js';
import { Confirm } from '../../ui/confirm.js';
import { notifyDone } from '../../ui/problem-text.js';
import { useAct } from '../../ui/use-act.js';
import { staff } from './words.js';

interface ActProps {
  session: Schema<'SessionDetail'>;
}

const REFRESH = [['sessions'], ['planning']];

export function PublishButton({ session: { id } }: ActProps) {
  const t = useWords(staff);
  const [isAsking, setAsking] = useState(false);
  const publish = useAct(() => answer(api.POST('/api/sessions/{id}/publish', { params: { path: { id } } })), {
    refresh: REFRESH,
    onDone: () => {
      setAsking(false);
      notifyDone(t('publish.done'));
    },
  });
  return (
    <>
      <Button
        leftSection={<IconSend size={20} />}
        onClick={() => {
          setAsking(true);
        }}
      >
        {t('publish.do')}
      </Button>
      <Confirm
        isOpen={isAsking}
        title={t('publish.title')}
        text={t('publish.text')}
        yes={t('publish.yes')}
        isDangerous={false}
        isBusy={publish.isPending}
        onYes={() => {
          publish.mutate(undefined);
        }}
        onClose={() => {
          setAsking(false);
        }}
      />
    </>
  );
}

export function CancelButton({ session: { id, confirmed, waiting } }: ActProps) {
  const t = useWords(staff);
  const [isAsking, setAsking] = useState(false);
  const cancel = useAct(() => answer(api.POST('/api/sessions/{id}/cancel', { params: { path: { id } } })), {
    refresh: REFRESH,
    onDone: () => {
      setAsking(false);
      notifyDone(t('cancel.done'));
    },
  });
  return (
    <>
      <Button
        variant="default"
        onClick={() => {
          setAsking(true);
        }}
      >
        {t('cancel.do')}
      </Button>
      <Confirm
        isOpen={isAsking}
        title={t('cancel.title')}
        text={t('cancel.text', { count: (confirmed ?? 0) + waiting })}
        yes={t('cancel.yes')}
        isBusy={cancel.isPending}
        onYes={() => {
          cancel.mutate(undefined);
        }}
        onClose={() => {
          setAsking(false);
        }}
      />
    </>
  );
}
