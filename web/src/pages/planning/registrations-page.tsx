// Who registered for a session, in order; staff register others and give places back with a reason.
import { ActionIcon, Anchor, Checkbox, Group, Text } from '@mantine/core';
import { IconArrowBarUp, IconCheck, IconUsers, IconX } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { api, done, type Schema } from '../../api/client.js';
import { queries } from '../../api/queries.js';
import { staffQueries, type RegistrantsFilter } from '../../api/staff-queries.js';
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
import { questions } from '../../ui/question-words.js';
import { useAct } from '../../ui/use-act.js';
import { PendingBar, RejectModal, useApprove } from './decide-pending.js';
import { AddRegistrant } from './add-registrant.js';
import { ImportRegistrants } from './import-registrants.js';
import { PriorityModal } from './priority-modal.js';
import { hasProtocol, RegistrantFilters } from './registrant-filters.js';
import { RegistrantState } from './registrant-state.js';
import { RegistrantsFile } from './registrants-file.js';
import { ReasonField } from './reason-field.js';
import { SelectionBar } from './selection-bar.js';
import { RegistrantAnswers } from './registrant-answers.js';
import { SessionTabs } from './session-tabs.js';
import { LIVE, useSelection, type Selection } from './use-selection.js';
import { staff } from './words.js';

type Session = Schema<'SessionDetail'>;
type Registrant = Schema<'Registrant'>;

export function RegistrationsPage() {
  const t = useWords(staff);
  const { id } = useParams({ from: '/member/kelola/sesi/$id/peserta' });
  const session = useQuery(queries.session(id));
  const canManage = may(useMe(), 'registrations.manage');
  const [filter, setFilter] = useState<RegistrantsFilter>({});
  return (
    <>
      <ManageTabs />
      <Page
        title={session.data?.title ?? t('reg.title')}
        tab={t('reg.title')}
        width="wide"
        actions={
          session.data && (
            <Group gap="sm">
              <RegistrantsFile sessionId={id} filter={filter} />
              {canManage && <ImportRegistrants sessionId={id} />}
              {canManage && <AddRegistrant session={session.data} />}
            </Group>
          )
        }
      >
        <SessionTabs sessionId={id} canHost={session.data?.mine.canHost ?? false} />
        <RegistrantFilters session={session.data} filter={filter} onChange={setFilter} />
        <Registrants
          key={JSON.stringify(filter)}
          sessionId={id}
          session={session.data}
          filter={filter}
          canManage={canManage}
        />
      </Page>
    </>
  );
}

interface RegistrantsProps {
  sessionId: string;
  session: Session | undefined;
  filter: RegistrantsFilter;
  canManage: boolean;
}

function Registrants({ sessionId, session, filter, canManage }: RegistrantsProps) {
  const t = useWords(staff);
  const query = useInfiniteQuery(staffQueries.registrants(sessionId, filter));
  const rows = query.data?.pages.flatMap(({ items }) => items) ?? [];
  const [removing, setRemoving] = useState<Registrant>();
  const [reading, setReading] = useState<Registrant>();
  const [prioritising, setPrioritising] = useState<Registrant>();
  const selection = useSelection(sessionId, filter, rows, query.hasNextPage);
  const approve = useApprove(sessionId);
  const acts = {
    onApprove: ({ id }: Registrant) => {
      approve.run.mutate({ ids: [id] });
    },
    onRemove: setRemoving,
    onPrioritise: setPrioritising,
    selection,
  };
  const columns = useColumns(session, setReading, canManage ? acts : undefined);
  if (query.isPending) return <Loading rows={6} height={56} />;
  if (query.isError) return <Failed error={query.error} onRetry={() => void query.refetch()} />;
  if (rows.length === 0) {
    const word = Object.keys(filter).length > 0 ? 'reg.empty.filter' : 'reg.empty';
    return <Empty icon={<IconUsers size={30} />} title={t(word)} text={t(`${word}.text`)} />;
  }
  const close = (): void => {
    setRemoving(undefined);
  };
  return (
    <>
      {canManage && selection.chosen.length === 0 && (
        <PendingBar sessionId={sessionId} pending={rows.filter((row) => row.state === 'pending')} />
      )}
      {canManage && <SelectionBar sessionId={sessionId} selection={selection} />}
      <DataTable caption={t('reg.title')} columns={columns} rows={rows} keyOf={({ id }) => id} />
      <MoreButton query={query} />
      {reading && (
        <RegistrantAnswers
          sessionId={sessionId}
          registrant={reading}
          onClose={() => {
            setReading(undefined);
          }}
        />
      )}
      {prioritising && (
        <PriorityModal
          sessionId={sessionId}
          registrant={prioritising}
          onClose={() => {
            setPrioritising(undefined);
          }}
        />
      )}
      {removing?.state === 'pending' && <RejectModal sessionId={sessionId} ids={[removing.id]} onClose={close} />}
      {removing && removing.state !== 'pending' && (
        <RemoveModal sessionId={sessionId} registrant={removing} onClose={close} />
      )}
    </>
  );
}

interface Acts {
  onApprove: (registrant: Registrant) => void;
  onRemove: (registrant: Registrant) => void;
  onPrioritise: (registrant: Registrant) => void;
  selection: Selection;
}

function useColumns(
  session: Session | undefined,
  onRead: (registrant: Registrant) => void,
  acts: Acts | undefined,
): Column<Registrant>[] {
  const t = useWords(staff);
  const q = useWords(questions);
  const reader = useReader();
  const protocol: Column<Registrant> = {
    key: 'protocol',
    head: t('reg.protocol'),
    cell: ({ isProtocolAsked, acknowledgedAt }) => {
      if (!isProtocolAsked) return null;
      return acknowledgedAt === null ? t('reg.protocol.asked') : dayAndTime(acknowledgedAt, reader);
    },
  };
  const columns: Column<Registrant>[] = [
    {
      key: 'member',
      head: t('reg.member'),
      isTitle: true,
      cell: (registrant) => (
        <>
          <Text fw={600}>{registrant.member.name}</Text>
          <Text size="sm" c="dimmed">
            {registrant.member.number}
          </Text>
          {registrant.hasAnswers && (
            <Anchor
              component="button"
              size="sm"
              onClick={() => {
                onRead(registrant);
              }}
            >
              {q('read', { name: registrant.member.name })}
            </Anchor>
          )}
        </>
      ),
    },
    { key: 'unit', head: t('reg.unit'), cell: ({ member }) => member.unit },
    {
      key: 'state',
      head: t('reg.state'),
      cell: (registrant) => <RegistrantState registrant={registrant} isHybrid={session?.delivery === 'hybrid'} />,
    },
    ...(session && hasProtocol(session) ? [protocol] : []),
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
  if (!acts) return columns;
  const act: Column<Registrant> = {
    key: 'act',
    head: '',
    isTitle: true,
    cell: (registrant) =>
      LIVE.includes(registrant.state) && (
        <Group gap={4} wrap="nowrap" justify="flex-end">
          {registrant.state === 'pending' && (
            <ActionIcon
              aria-label={t('reg.approve', { name: registrant.member.name })}
              onClick={() => {
                acts.onApprove(registrant);
              }}
            >
              <IconCheck size={20} />
            </ActionIcon>
          )}
          {registrant.state === 'waitlisted' && (
            <ActionIcon
              color="gray"
              aria-label={t('reg.priority.set', { name: registrant.member.name })}
              onClick={() => {
                acts.onPrioritise(registrant);
              }}
            >
              <IconArrowBarUp size={20} />
            </ActionIcon>
          )}
          <ActionIcon
            color="gray"
            aria-label={t(registrant.state === 'pending' ? 'reg.reject' : 'reg.remove', {
              name: registrant.member.name,
            })}
            onClick={() => {
              acts.onRemove(registrant);
            }}
          >
            <IconX size={20} />
          </ActionIcon>
        </Group>
      ),
  };
  const select: Column<Registrant> = {
    key: 'select',
    head: '',
    isTitle: true,
    cell: (registrant) =>
      LIVE.includes(registrant.state) && (
        <Checkbox
          size="md"
          aria-label={t('reg.select', { name: registrant.member.name })}
          checked={acts.selection.chosen.some(({ id }) => id === registrant.id)}
          onChange={(event) => {
            acts.selection.choose(registrant, event.currentTarget.checked);
          }}
        />
      ),
  };
  return [select, ...columns, act];
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
      <ReasonField value={reason} onChange={setReason} />
    </Confirm>
  );
}
