// One new member, entered by hand.
import { Button } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useNavigate } from '@tanstack/react-router';
import { answer, api, type Schema } from '../../api/client.js';
import { ManageTabs } from '../../app/manage-tabs.js';
import { useMe } from '../../app/me.js';
import { useWords } from '../../i18n/i18n.js';
import { FormFrame } from '../../ui/form-frame.js';
import { Page } from '../../ui/page.js';
import { notifyDone } from '../../ui/problem-text.js';
import { useAct } from '../../ui/use-act.js';
import { MemberFields } from './member-fields.js';
import { emptyMember, memberInput, type MemberValues } from './member-values.js';
import { members } from './words.js';

export function NewMemberPage() {
  const t = useWords(members);
  const navigate = useNavigate();
  const { cooperative } = useMe();
  const form = useForm<MemberValues>({ initialValues: emptyMember(cooperative.language) });
  const create = useAct((body: Schema<'NewMember'>) => answer(api.POST('/api/members', { body })), {
    form,
    refresh: [['members']],
    onDone: async ({ name }) => {
      notifyDone(t('one.created', { name }));
      await navigate({ to: '/kelola/anggota', search: { cari: name } });
    },
  });
  return (
    <>
      <ManageTabs />
      <Page title={t('one.new')}>
        <FormFrame
          onSubmit={form.onSubmit((values) => {
            create.mutate(memberInput(values));
          })}
          save={
            <Button type="submit" loading={create.isPending}>
              {t('one.create')}
            </Button>
          }
        >
          <MemberFields form={form} isNew />
        </FormFrame>
      </Page>
    </>
  );
}
