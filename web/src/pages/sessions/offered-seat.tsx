// A seat that waits for my answer: until when, take it, or let it go to the next.
import { Button, Group } from '@mantine/core';
import { IconArmchair } from '@tabler/icons-react';
import { useState } from 'react';
import { answer, api, type Schema } from '../../api/client.js';
import { useReader } from '../../app/me.js';
import { useWords } from '../../i18n/i18n.js';
import { dayAndTime, fromNow } from '../../time/time.js';
import { useNow } from '../../time/use-now.js';
import { notifyDone } from '../../ui/problem-text.js';
import { useAct } from '../../ui/use-act.js';
import { GiveUpModal } from './give-up-modal.js';
import { Say } from './say.js';
import { WhyNext } from './why-next.js';
import { sessions } from './words.js';

export function OfferedSeat({ session, endsAt }: { session: Schema<'SessionDetail'>; endsAt: string }) {
  const t = useWords(sessions);
  const reader = useReader();
  const now = useNow();
  const [isDeclining, setDeclining] = useState(false);
  const accept = useAct(
    () => answer(api.POST('/api/sessions/{id}/registration/accept', { params: { path: { id: session.id } } })),
    {
      refresh: [['sessions'], ['my-registrations']],
      onDone: () => {
        notifyDone(t('session.registered'));
      },
    },
  );
  return (
    <Say
      icon={<IconArmchair size={28} color="var(--sinau-brand-text)" style={{ flex: 'none' }} aria-hidden />}
      title={t('offer.title')}
      text={t('offer.text', { left: fromNow(endsAt, now, reader.language), until: dayAndTime(endsAt, reader) })}
    >
      {session.registration?.promotion && <WhyNext promotion={session.registration.promotion} />}
      <Group gap="sm">
        <Button
          size="lg"
          loading={accept.isPending}
          onClick={() => {
            accept.mutate(undefined);
          }}
        >
          {t('offer.accept')}
        </Button>
        <Button
          size="lg"
          variant="default"
          onClick={() => {
            setDeclining(true);
          }}
        >
          {t('offer.decline')}
        </Button>
      </Group>
      <GiveUpModal
        session={session}
        isOpen={isDeclining}
        onClose={() => {
          setDeclining(false);
        }}
      />
    </Say>
  );
}
