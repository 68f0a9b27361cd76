// Who registered for a session, in order; staff register others and give places back with a reason.
import { ActionIcon, Button, Group, NativeSelect, Text, Textarea, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch, IconUserPlus, IconUsers, IconX } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { answer, api, done, type Schema } from '../../api/client.js';
import { queries } from '../../api/queries.js';
import { staffQueries } from '../../api/staff-queries.js';
import { may } from '../../app/guards.js';
import { ManageTabs } from '../../app/manage-tabs.js';
import { useMe, useReader } from '../../app/me.js';
import { useWords } from '../../i18n/i18n.js';
import { dayAndTime } from '../../time/time.js';
import { Confirm } from '../../ui/confirm.js';
import { DataTable, type Column } from '../../ui/data-table.js';
import { MoreButton } from '../../ui/more-button.js';
import { Page } from '../../ui/page.js';
import { notifyDone } from '../../ui/problem-text.js';
import { Empty, Failed, Loading } from '../../ui/states.js';
import { useAct } from '../../ui/use-act.js';
import { MemberSearch } from './member-search.js';
import { SessionTabs } from './session-tabs.js';
import { staff } from './words.js';
import { Tag, type Tone } from '../../ui/tag.js';

type State = Schema<'Registration'>['state'];
type Registrant = Schema<'Registrant'>;
const STATES = ['confirmed', 'waitlisted', 'offered', 'pending', 'cancelled', 'expired', 'rejected'] as const;
const LIVE: readonly State[] = ['pending', 'confirmed', 'waitlisted', 'offered'];
const TONES: Partial<Record<State, Tone>> = {
  confirmed: 'good',
  waitlisted: 'wait',
  offered: 'good',
  pending: 'wait',
};

export function RegistrationsPage() {
  const t = useWords(staff);
  const { id } = useParams({ from: '/member/kelola/sesi/$id/peserta' });
  const session = useQuery(queries.session(id));
  const canManage = may(useMe(), 'registrations.manage');
  const [text, setText] = useState('');
  const [state, setState] = useState<State>();
  const [q] = useDebouncedValue(text.trim(), 300);
  return (
    <>
      <ManageTabs />
      <Page
        title={session.data?.title ?? t('reg.title')}
        tab={t('reg.title')}
        width="wide"
        actions={canManage && <AddButton sessionId={id} />}
      >
        <SessionTabs sessionId={id} canHost={session.data?.mine.canHost ?? false} />
        <Group gap="sm" role="search">
          <TextInput
            style={{ flex: 1, minWidth: 200 }}
            type="search"
            aria-label={t('reg.search')}
            placeholder={t('reg.search')}
            leftSection={<IconSearch size={18} aria-hidden />}
            value={text}
            onChange={(event) => {
              setText(event.currentTarget.value);
            }}
          />
          <NativeSelect
            aria-label={t('reg.state')}
            value={state ?? ''}
            data={[
              { value: '', label: t('reg.state.all') },
              ...STATES.map((value) => ({ value, label: t(`reg.state.${value}`) })),
            ]}
            onChange={(event) => {
              setState(STATES.find((one) => one === event.currentTarget.value));
            }}
          />
        </Group>
        <Registrants sessionId={id} state={state} q={q} canManage={canManage} />
      </Page>
    </>
  );
}

interface RegistrantsProps {
  sessionId: string;
  state: State | undefined;
  q: string;
  canManage: boolean;
}

function Registrants({ sessionId, state, q, canManage }: RegistrantsProps) {
  const t = useWords(staff);
  const query = useInfiniteQuery(staffQueries.registrants(sessionId, state, q));
  const [removing, setRemoving] = useState<Registrant>();
  const columns = useColumns(canManage ? setRemoving : undefined);
  if (query.isPending) return <Loading rows={6} height={56} />;
  if (query.isError) return <Failed error={query.error} onRetry={() => void query.refetch()} />;
  const rows = query.data.pages.flatMap(({ items }) => items);
  if (rows.length === 0) {
    return <Empty icon={<IconUsers size={30} />} title={t('reg.empty')} text={t('reg.empty.text')} />;
  }
  return (
    <>
      <DataTable caption={t('reg.title')} columns={columns} rows={rows} keyOf={({ id }) => id} />
      <MoreButton query={query} />
      {removing && (
        <RemoveModal
          sessionId={sessionId}
          registrant={removing}
          onClose={() => {
            setRemoving(undefined);
          }}
        />
      )}
    </>
  );
}

function useColumns(onRemove: ((registrant: Registrant) => void) | undefined): Column<Registrant>[] {
  const t = useWords(staff);
  const reader = useReader();
  const columns: Column<Registrant>[] = [
    {
      key: 'member',
      head: t('reg.member'),
      isTitle: true,
      cell: ({ member }) => (
        <>
          <Text fw={600}>{member.name}</Text>
          <Text size="sm" c="dimmed">
            {member.number}
          </Text>
        </>
      ),
    },
    { key: 'unit', head: t('reg.unit'), cell: ({ member }) => member.unit },
    {
      key: 'state',
      head: t('reg.state'),
      cell: ({ state, place, reason }) => (
        <>
          <Tag tone={TONES[state] ?? 'plain'}>
            {t(`reg.state.${state}`)} {place !== null && t('reg.place', { place })}
          </Tag>
          {reason && (
            <Text size="sm" c="dimmed">
              {reason}
            </Text>
          )}
        </>
      ),
    },
    {
      key: 'since',
      head: t('reg.since'),
      cell: ({ queuedAt, isByStaff }) => (
        <>
          {dayAndTime(queuedAt, reader)} {isByStaff && t('reg.by-staff')}
        </>
      ),
    },
  ];
  if (!onRemove) return columns;
  const act: Column<Registrant> = {
    key: 'act',
    head: '',
    isTitle: true,
    cell: (registrant) =>
      LIVE.includes(registrant.state) && (
        <ActionIcon
          color="gray"
          aria-label={t('reg.remove', { name: registrant.member.name })}
          onClick={() => {
            onRemove(registrant);
          }}
        >
          <IconX size={20} />
        </ActionIcon>
      ),
  };
  return [...columns, act];
}

function AddButton({ sessionId }: { sessionId: string }) {
  const t = useWords(staff);
  const [isOpen, setOpen] = useState(false);
  const [member, setMember] = useState<{ id: string; name: string } | null>(null);
  const add = useAct(
    (memberId: string) =>
      answer(api.POST('/api/sessions/{id}/registrations', { params: { path: { id: sessionId } }, body: { memberId } })),
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
      </Confirm>
    </>
  );
}

interface RemoveModalProps {
  sessionId: string;
  registrant: Registrant;
  onClose: () => void;
}

function RemoveModal({ sessionId, registrant, onClose }: RemoveModalProps) {
  const t = useWords(staff);
  const [reason, setReason] = useState('');
  const { name } = registrant.member;
  const remove = useAct(
    (text: string) =>
      done(
        api.DELETE('/api/sessions/{id}/registrations/{registrationId}', {
          params: { path: { id: sessionId, registrationId: registrant.id } },
          body: { reason: text },
        }),
      ),
    {
      refresh: [['planning'], ['sessions']],
      onDone: () => {
        onClose();
        notifyDone(t('reg.removed'));
      },
    },
  );
  return (
    <Confirm
      isOpen
      title={t('reg.remove.title', { name })}
      text={t('reg.remove.text')}
      yes={t('reg.remove.yes')}
      isReady={reason.trim() !== ''}
      isBusy={remove.isPending}
      onYes={() => {
        remove.mutate(reason.trim());
      }}
      onClose={onClose}
    >
      <Textarea
        label={t('reg.remove.reason')}
        maxLength={300}
        value={reason}
        onChange={(event) => {
          setReason(event.currentTarget.value);
        }}
      />
    </Confirm>
  );
}
