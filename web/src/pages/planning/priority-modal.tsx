// Lets somebody who waits go before others, with the reason.
import { NumberInput } from '@mantine/core';
import '@mantine/core/styles/NumberInput.css';
import { useState } from 'react';
import { api, done, type Schema } from '../../api/client.js';
import { useWords } from '../../i18n/i18n.js';
import { Confirm } from '../../ui/confirm.js';
import { notifyDone } from '../../ui/problem-text.js';
import { useAct } from '../../ui/use-act.js';
import { ReasonField } from './reason-field.js';
import { staff } from './words.js';

/** As high as the server takes. */
const HIGHEST = 100;

interface PriorityModalProps {
  sessionId: string;
  registrant: Schema<'Registrant'>;
  onClose: () => void;
}

export function PriorityModal({ sessionId, registrant, onClose }: PriorityModalProps) {
  const t = useWords(staff);
  const [priority, setPriority] = useState<number | string>(registrant.priority);
  const [reason, setReason] = useState('');
  const save = useAct(
    (body: { priority: number; reason: string }) =>
      done(
        api.PUT('/api/sessions/{id}/registrations/{registrationId}/priority', {
          params: { path: { id: sessionId, registrationId: registrant.id } },
          body,
        }),
      ),
    {
      refresh: [['planning'], ['sessions']],
      onDone: () => {
        onClose();
        notifyDone(t('reg.priority.done'));
      },
    },
  );
  return (
    <Confirm
      isOpen
      title={t('reg.priority.title', { name: registrant.member.name })}
      text={t('reg.priority.text')}
      yes={t('reg.priority.yes')}
      isDangerous={false}
      isReady={reason.trim() !== '' && typeof priority === 'number'}
      isBusy={save.isPending}
      onYes={() => {
        save.mutate({ priority: Number(priority), reason: reason.trim() });
      }}
      onClose={onClose}
    >
      <NumberInput
        label={t('reg.priority.number')}
        min={0}
        max={HIGHEST}
        allowDecimal={false}
        value={priority}
        onChange={setPriority}
      />
      <ReasonField value={reason} onChange={setReason} />
    </Confirm>
  );
}
