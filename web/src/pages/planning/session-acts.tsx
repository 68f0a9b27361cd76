// Publish and cancel: each asked once, with what it does and to how many people.
import { Button, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconSend } from '@tabler/icons-react';
import { useState } from 'react';
import { answer, api, type Schema } from '../../api/client.js';
import { useWords } from '../../i18n/i18n.js';
import { Confirm } from '../../ui/confirm.js';
import { notifyDone } from '../../ui/problem-text.js';
import { useAct } from '../../ui/use-act.js';
import { EditScopeChoice } from './edit-scope-choice.js';
import type { EditScope } from './use-change.js';
import { staff } from './words.js';

interface ActProps {
  session: Schema<'SessionDetail'>;
}

const REFRESH = [['sessions'], ['planning']];

export function PublishButton({ session: { id, series } }: ActProps) {
  const t = useWords(staff);
  const [isAsking, setAsking] = useState(false);
  const [scope, setScope] = useState<EditScope>('one');
  const publish = useAct(() => publishAs(id, scope), {
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
      >
        {series && <EditScopeChoice value={scope} onChange={setScope} />}
      </Confirm>
    </>
  );
}

export function CancelButton({ session: { id, series, confirmed, waiting } }: ActProps) {
  const t = useWords(staff);
  const [isAsking, setAsking] = useState(false);
  const [scope, setScope] = useState<EditScope>('one');
  const form = useForm({ initialValues: { reason: '' } });
  const cancel = useAct(({ reason }: { reason: string }) => cancelAs(id, scope, reason.trim()), {
    form,
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
          cancel.mutate(form.values);
        }}
        onClose={() => {
          setAsking(false);
        }}
      >
        {series && <EditScopeChoice value={scope} onChange={setScope} />}
        {scope !== 'one' && <Text>{t('cancel.many')}</Text>}
        <TextInput
          label={t('cancel.reason')}
          description={t('cancel.reason.hint')}
          maxLength={300}
          {...form.getInputProps('reason')}
        />
      </Confirm>
    </>
  );
}

async function publishAs(id: string, scope: EditScope): Promise<void> {
  const params = { path: { id } };
  if (scope === 'one') await answer(api.POST('/api/sessions/{id}/publish', { params }));
  else await answer(api.POST('/api/sessions/{id}/series/publish', { params, body: { scope } }));
}

/** @param said empty where nobody says why */
async function cancelAs(id: string, scope: EditScope, said: string): Promise<void> {
  const params = { path: { id } };
  const reason = said === '' ? {} : { reason: said };
  if (scope === 'one') await answer(api.POST('/api/sessions/{id}/cancel', { params, body: reason }));
  else await answer(api.POST('/api/sessions/{id}/series/cancel', { params, body: { scope, ...reason } }));
}
