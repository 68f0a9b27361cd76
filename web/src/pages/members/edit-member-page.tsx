// One member for those who keep the roster: what somebody else saved meanwhile never replaces what was typed.
import { Button } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { answer, api, type Schema } from '../../api/client.js';
import { isProblem } from '../../api/problem.js';
import { queries } from '../../api/queries.js';
import { staffQueries } from '../../api/staff-queries.js';
import { ManageTabs } from '../../app/manage-tabs.js';
import { common } from '../../i18n/common.js';
import { useWords } from '../../i18n/i18n.js';
import { Confirm } from '../../ui/confirm.js';
import { FormFrame } from '../../ui/form-frame.js';
import { Page } from '../../ui/page.js';
import { notifyDone } from '../../ui/problem-text.js';
import { Stale } from '../../ui/stale.js';
import { Loaded, Loading } from '../../ui/states.js';
import { useAct } from '../../ui/use-act.js';
import { MemberFields } from './member-fields.js';
import { memberInput, memberValues, type MemberValues } from './member-values.js';
import { members } from './words.js';

type Member = Schema<'Member'>;

export function EditMemberPage() {
  const t = useWords(members);
  const { id } = useParams({ from: '/member/kelola/anggota/$id' });
  const member = useQuery(staffQueries.member(id));
  return (
    <>
      <ManageTabs />
      <Loaded query={member} skeleton={<Loading rows={4} height={180} />}>
        {(data) => (
          <Page title={data.name} tab={t('one.edit')} lead={data.number}>
            <MemberForm key={data.id} member={data} onReload={async () => (await member.refetch()).data} />
          </Page>
        )}
      </Loaded>
    </>
  );
}

function MemberForm({ member, onReload }: { member: Member; onReload: () => Promise<Member | undefined> }) {
  const t = useWords(members);
  const words = useWords(common);
  const [isLeaving, setLeaving] = useState(false);
  const { form, base, save, isStale, take } = useMemberChange(member, () => {
    setLeaving(false);
  });
  const reload = async () => {
    const fresh = await onReload();
    if (fresh) take(fresh);
  };
  return (
    <FormFrame
      onSubmit={form.onSubmit((values) => {
        if (values.status === 'keluar' && base.status !== 'keluar') setLeaving(true);
        else save.mutate(values);
      })}
      save={
        <Button type="submit" loading={save.isPending} disabled={!form.isDirty()}>
          {words('act.save')}
        </Button>
      }
    >
      {isStale && <Stale title={t('one.stale')} onReload={() => void reload()} />}
      <MemberFields form={form} isNew={false} />
      <Confirm
        isOpen={isLeaving}
        title={t('one.leave.title', { name: base.name })}
        text={t('one.leave.text', { name: base.name })}
        yes={t('one.leave.yes')}
        isBusy={save.isPending}
        onYes={() => {
          save.mutate(form.values);
        }}
        onClose={() => {
          setLeaving(false);
        }}
      />
    </FormFrame>
  );
}

/** The form, and the version it started from. @param onSettled once a save was answered, well or not. */
function useMemberChange(member: Member, onSettled: () => void) {
  const t = useWords(members);
  const form = useForm<MemberValues>({ initialValues: memberValues(member) });
  const [base, setBase] = useState(member);
  const [isStale, setStale] = useState(false);
  const take = (fresh: Member) => {
    setBase(fresh);
    setStale(false);
    form.setValues(memberValues(fresh));
    form.resetDirty(memberValues(fresh));
    form.clearErrors();
  };
  const save = useAct(
    (values: MemberValues) => {
      const body = { ...memberInput(values), version: base.version };
      return answer(api.PATCH('/api/members/{id}', { params: { path: { id: base.id } }, body }));
    },
    {
      form,
      refresh: [['members'], queries.me().queryKey],
      onDone: (saved) => {
        take(saved);
        onSettled();
        notifyDone(t('one.saved'));
      },
      onProblem: (error) => {
        onSettled();
        const hasChanged = isProblem(error, 'version-conflict');
        setStale(hasChanged);
        return hasChanged;
      },
    },
  );
  return { form, base, save, isStale, take };
}
