// Asks once before a seat or a place in the queue is given back, and says what that costs.
import { useState } from 'react';
import { api, done, type Schema } from '../../api/client.js';
import { useWords } from '../../i18n/i18n.js';
import { Confirm } from '../../ui/confirm.js';
import { series } from '../../ui/rule-words.js';
import { ScopeChoice } from '../../ui/scope-choice.js';
import { notifyDone } from '../../ui/problem-text.js';
import { useAct } from '../../ui/use-act.js';
import { sessions } from './words.js';

const SCOPES = ['one', 'series'] as const;

interface GiveUpModalProps {
  session: Pick<Schema<'SessionDetail'>, 'id' | 'registration' | 'series'>;
  isOpen: boolean;
  onClose: () => void;
}

export function GiveUpModal({ session: { id, registration, series: of }, isOpen, onClose }: GiveUpModalProps) {
  const t = useWords(sessions);
  const w = useWords(series);
  const part = registration?.state === 'waitlisted' ? 'cancel.queue' : 'cancel';
  const [scope, setScope] = useState<(typeof SCOPES)[number]>('one');
  const params = { path: { id }, query: { scope } };
  const giveUp = useAct(() => done(api.DELETE('/api/sessions/{id}/registration', { params })), {
    refresh: [['sessions'], ['my-registrations']],
    onDone: () => {
      onClose();
      notifyDone(t('session.left'));
    },
  });
  return (
    <Confirm
      isOpen={isOpen}
      title={t(`${part}.title`)}
      text={t(`${part}.text`, { place: registration?.place ?? 0 })}
      yes={t(`${part}.yes`)}
      no={t(`${part}.no`)}
      isBusy={giveUp.isPending}
      onYes={() => {
        giveUp.mutate(undefined);
      }}
      onClose={onClose}
    >
      {of && (
        <ScopeChoice
          label={w('scope.leave')}
          scopes={SCOPES.map((value) => ({ value, label: w(`scope.leave.${value}`) }))}
          value={scope}
          onChange={setScope}
        />
      )}
    </Confirm>
  );
}
