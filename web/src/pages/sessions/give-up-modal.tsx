// Asks once before a seat or a place in the queue is given back, and says what that costs.
import { api, done, type Schema } from '../../api/client.js';
import { useWords } from '../../i18n/i18n.js';
import { Confirm } from '../../ui/confirm.js';
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
    />
  );
}
