// From the phone to the venue, or back: while a seat is free there.
import { Button, Stack } from '@mantine/core';
import { IconMapPin, IconVideo } from '@tabler/icons-react';
import { useState } from 'react';
import { answer, api, type Schema } from '../../api/client.js';
import { useWords } from '../../i18n/i18n.js';
import { Confirm } from '../../ui/confirm.js';
import { notifyDone } from '../../ui/problem-text.js';
import { useAct } from '../../ui/use-act.js';
import { Acknowledge } from './register-form.js';
import { sessions } from './words.js';

type Session = Schema<'SessionDetail'>;

export function SwitchMode({ session, from }: { session: Session; from: Schema<'ModeSeats'>['mode'] }) {
  const t = useWords(sessions);
  const [isAsking, setAsking] = useState(false);
  const [acknowledged, setAcknowledged] = useState(false);
  const other = session.seats.find(({ mode }) => mode !== from);
  const mode = from === 'onsite' ? 'virtual' : 'onsite';
  const mustRead = mode === 'onsite' && session.protocolHtml !== '';
  const act = useAct(
    () =>
      answer(
        api.PATCH('/api/sessions/{id}/registration', {
          params: { path: { id: session.id } },
          body: { mode, ...(mustRead ? { acknowledged } : {}) },
        }),
      ),
    {
      refresh: [['sessions'], ['my-registrations']],
      onDone: () => {
        setAsking(false);
        notifyDone(t(`mode.switched.${mode}`));
      },
    },
  );
  if (!other || other.left === 0) return null;
  return (
    <>
      <Button
        variant="light"
        leftSection={mode === 'onsite' ? <IconMapPin size={20} /> : <IconVideo size={20} />}
        onClick={() => {
          setAsking(true);
        }}
      >
        {t(`mode.switch.${mode}`)}
      </Button>
      <Confirm
        isOpen={isAsking}
        title={t(`mode.switch.${mode}.title`)}
        text={t('mode.switch.text')}
        yes={t(`mode.switch.${mode}`)}
        isDangerous={false}
        isBusy={act.isPending}
        isReady={!mustRead || acknowledged}
        onYes={() => {
          act.mutate(undefined);
        }}
        onClose={() => {
          setAsking(false);
        }}
      >
        {mustRead && (
          <Stack>
            <Acknowledge isChecked={acknowledged} isUnread={false} onChange={setAcknowledged} />
          </Stack>
        )}
      </Confirm>
    </>
  );
}
