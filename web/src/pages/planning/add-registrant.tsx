// Staff register a member: into a seat, or into the queue where none is free.
import { Button, SegmentedControl } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { answer, api, type Schema } from '../../api/client.js';
import { useWords } from '../../i18n/i18n.js';
import { Confirm } from '../../ui/confirm.js';
import { notifyDone } from '../../ui/problem-text.js';
import { useAct } from '../../ui/use-act.js';
import { MemberSearch } from './member-search.js';
import { staff } from './words.js';

const MODES = ['virtual', 'onsite'] as const;

export function AddRegistrant({ session: { id: sessionId, delivery } }: { session: Schema<'SessionDetail'> }) {
  const t = useWords(staff);
  const [isOpen, setOpen] = useState(false);
  const [member, setMember] = useState<{ id: string; name: string } | null>(null);
  const [mode, setMode] = useState<'virtual' | 'onsite'>('virtual');
  const add = useAct(
    (memberId: string) =>
      answer(
        api.POST('/api/sessions/{id}/registrations', {
          params: { path: { id: sessionId } },
          body: { memberId, ...(delivery === 'hybrid' ? { mode } : {}) },
        }),
      ),
    {
      refresh: [['planning'], ['sessions']],
      onDone: ({ state }) => {
        setOpen(false);
        setMember(null);
        notifyDone(t(state === 'confirmed' ? 'reg.added' : 'reg.added.queued'));
      },
    },
  );
  return (
    <>
      <Button
        leftSection={<IconUserPlus size={20} />}
        onClick={() => {
          setOpen(true);
        }}
      >
        {t('reg.add')}
      </Button>
      <Confirm
        isOpen={isOpen}
        title={t('reg.add.title')}
        text={t('reg.add.text')}
        yes={t('reg.add.yes')}
        isDangerous={false}
        isReady={member !== null}
        isBusy={add.isPending}
        onYes={() => {
          if (member) add.mutate(member.id);
        }}
        onClose={() => {
          setOpen(false);
        }}
      >
        <MemberSearch label={t('reg.member')} value={member?.id ?? null} onChoose={setMember} />
        {delivery === 'hybrid' && (
          <SegmentedControl
            aria-label={t('edit.place')}
            size="md"
            value={mode}
            data={MODES.map((value) => ({ value, label: t(`edit.delivery.${value}`) }))}
            onChange={setMode}
          />
        )}
      </Confirm>
    </>
  );
}
