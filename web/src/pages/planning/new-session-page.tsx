// A new session: a draft until it is published.
import { Button } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { newClientId } from '../../api/client-id.js';
import { answer, api, type Schema } from '../../api/client.js';
import { ManageTabs } from '../../app/manage-tabs.js';
import { useMe } from '../../app/me.js';
import { useWords } from '../../i18n/i18n.js';
import { FormFrame } from '../../ui/form-frame.js';
import { Page } from '../../ui/page.js';
import { notifyDone } from '../../ui/problem-text.js';
import { useAct } from '../../ui/use-act.js';
import { emptyValues, inputOf, type EditorValues } from './editor-values.js';
import { SessionForm } from './session-form.js';
import { staff } from './words.js';

export function NewSessionPage() {
  const t = useWords(staff);
  const navigate = useNavigate();
  const { cooperative } = useMe();
  // Kept while this page is open: pressed twice, or sent again after a lost answer, it makes one session.
  const [id] = useState(newClientId);
  const form = useForm<EditorValues>({ initialValues: emptyValues(cooperative) });
  const create = useAct((body: Schema<'SessionInput'>) => answer(api.POST('/api/sessions', { body })), {
    form,
    refresh: [['planning'], ['topics']],
    onDone: async ({ id }) => {
      notifyDone(t('edit.created'));
      await navigate({ to: '/kelola/sesi/$id', params: { id } });
    },
  });
  return (
    <>
      <ManageTabs />
      <Page title={t('edit.new')}>
        <FormFrame
          onSubmit={form.onSubmit((values) => {
            create.mutate({ id, ...inputOf(values) });
          })}
          save={
            <Button type="submit" loading={create.isPending}>
              {t('edit.create')}
            </Button>
          }
        >
          <SessionForm form={form} confirmed={0} />
        </FormFrame>
      </Page>
    </>
  );
}
