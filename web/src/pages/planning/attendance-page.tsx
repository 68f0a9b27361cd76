// The verdicts of a session; staff decide by hand where there is evidence, with a reason, as a new version.
import { ActionIcon, Alert, Button, Progress, SegmentedControl, Stack, Text, Textarea } from '@mantine/core';
import { IconClipboardCheck, IconPencil } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { answer, api, done, type Schema } from '../../api/client.js';
import { queries } from '../../api/queries.js';
import { staffQueries } from '../../api/staff-queries.js';
import { may } from '../../app/guards.js';
import { ManageTabs } from '../../app/manage-tabs.js';
import { useMe } from '../../app/me.js';
import { useWords } from '../../i18n/i18n.js';
import { Confirm } from '../../ui/confirm.js';
import { DataTable, type Column } from '../../ui/data-table.js';
import { MoreButton } from '../../ui/more-button.js';
import { Page } from '../../ui/page.js';
import { notifyDone } from '../../ui/problem-text.js';
import { Empty, Failed, Loading } from '../../ui/states.js';
import { useAct } from '../../ui/use-act.js';
import { sessions } from '../sessions/words.js';
import { SessionTabs } from './session-tabs.js';
import { TranscriptFile } from './transcript-file.js';
import { staff } from './words.js';
import { Tag, type Tone } from '../../ui/tag.js';

type Item = Schema<'AttendanceItem'>;
const VERDICTS = ['present', 'partial', 'absent'] as const;
const TONES: Record<Item['verdict'], Tone> = {
  present: 'good',
  partial: 'wait',
  absent: 'plain',
  'awaiting-evidence': 'wait',
};

export function AttendancePage() {
  const t = useWords(staff);
  const { id } = useParams({ from: '/member/kelola/sesi/$id/kehadiran' });
  const session = useQuery(queries.session(id));
  return (
    <>
      <ManageTabs />
      <Page
        title={session.data?.title ?? t('att.title')}
        tab={t('att.title')}
        width="wide"
        actions={<TranscriptFile sessionId={id} />}
      >
        <SessionTabs sessionId={id} canHost={session.data?.mine.canHost ?? false} />
        {session.data?.stage.kind === 'link' && <Alert color="yellow">{t('att.evidence')}</Alert>}
        <Verdicts sessionId={id} />
      </Page>
    </>
  );
}

function Verdicts({ sessionId }: { sessionId: string }) {
  const t = useWords(staff);
  const me = useMe();
  const canCorrect = may(me, 'attendance.correct');
  const query = useInfiniteQuery(staffQueries.attendance(sessionId));
  const [editing, setEditing] = useState<Item>();
  const columns = useColumns(canCorrect ? setEditing : undefined);
  if (query.isPending) return <Loading rows={6} height={56} />;
  if (query.isError) return <Failed error={query.error} onRetry={() => void query.refetch()} />;
  const rows = query.data.pages.flatMap(({ items }) => items);
  if (rows.length === 0) {
    return (
      <Empty
        icon={<IconClipboardCheck size={30} />}
        title={t('att.empty')}
        text={t('att.empty.text', { minutes: me.cooperative.policies.undoEndMinutes })}
      />
    );
  }
  const number = (verdict: Item['verdict']) => rows.filter((row) => row.verdict === verdict).length;
  return (
    <Stack gap="md">
      {!query.hasNextPage && (
        <Text fw={600} role="status">
          {t('att.summary', {
            present: number('present'),
            partial: number('partial'),
            absent: number('absent'),
            awaiting: number('awaiting-evidence'),
          })}
        </Text>
      )}
      {canCorrect && rows.some((row) => row.verdict === 'awaiting-evidence') && <DecideRest sessionId={sessionId} />}
      <DataTable caption={t('att.title')} columns={columns} rows={rows} keyOf={({ memberId }) => memberId} />
      <MoreButton query={query} />
      {editing && (
        <DecideModal
          sessionId={sessionId}
          item={editing}
          onClose={() => {
            setEditing(undefined);
          }}
        />
      )}
    </Stack>
  );
}

function useColumns(onEdit: ((item: Item) => void) | undefined): Column<Item>[] {
  const t = useWords(staff);
  const words = useWords(sessions);
  const columns: Column<Item>[] = [
    {
      key: 'member',
      head: t('reg.member'),
      isTitle: true,
      cell: ({ name, number, unit }) => (
        <>
          <Text fw={600}>{name}</Text>
          <Text size="sm" c="dimmed">
            {[number, unit].filter(Boolean).join(' · ')}
          </Text>
        </>
      ),
    },
    {
      key: 'verdict',
      head: t('att.verdict'),
      cell: ({ verdict, reason }) => (
        <>
          <Tag tone={TONES[verdict]}>{words(`attendance.${verdict}`)}</Tag>
          {reason && (
            <Text size="sm" c="dimmed">
              {reason}
            </Text>
          )}
        </>
      ),
    },
    {
      key: 'counted',
      head: t('att.counted'),
      cell: ({ countedSeconds, broadcastSeconds }) => <Counted counted={countedSeconds} total={broadcastSeconds} />,
    },
    { key: 'source', head: t('att.source'), cell: ({ source }) => t(`att.source.${source}`) },
  ];
  if (!onEdit) return columns;
  const act: Column<Item> = {
    key: 'act',
    head: '',
    isTitle: true,
    cell: (item) => (
      <ActionIcon
        aria-label={t('att.edit', { name: item.name })}
        onClick={() => {
          onEdit(item);
        }}
      >
        <IconPencil size={20} />
      </ActionIcon>
    ),
  };
  return [...columns, act];
}

function Counted({ counted, total }: { counted: number; total: number }) {
  const t = useWords(staff);
  const text = t('att.minutes', { counted: Math.floor(counted / 60), total: Math.ceil(total / 60) });
  return (
    <div style={{ minWidth: 150 }}>
      <Progress value={total > 0 ? (counted / total) * 100 : 0} size="sm" aria-label={text} mb={4} />
      <Text size="sm">{text}</Text>
    </div>
  );
}

/** After those on the other app's list were marked: all the others at once. */
function DecideRest({ sessionId }: { sessionId: string }) {
  const t = useWords(staff);
  const [isAsking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const decide = useAct(
    () =>
      answer(
        api.PUT('/api/sessions/{id}/attendance/rest', {
          params: { path: { id: sessionId } },
          body: { verdict: 'absent', reason: reason.trim() },
        }),
      ),
    {
      refresh: [['planning', 'attendance', sessionId]],
      onDone: ({ decided }) => {
        setAsking(false);
        notifyDone(t('att.rest.done', { count: decided }));
      },
    },
  );
  return (
    <>
      <Button
        variant="default"
        onClick={() => {
          setAsking(true);
        }}
      >
        {t('att.rest')}
      </Button>
      <Confirm
        isOpen={isAsking}
        title={t('att.rest.title')}
        text={t('att.rest.text')}
        yes={t('att.rest.yes')}
        isReady={reason.trim() !== ''}
        isBusy={decide.isPending}
        onYes={() => {
          decide.mutate(undefined);
        }}
        onClose={() => {
          setAsking(false);
        }}
      >
        <Reason value={reason} onChange={setReason} />
      </Confirm>
    </>
  );
}

function Reason({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const t = useWords(staff);
  return (
    <Textarea
      label={t('att.edit.reason')}
      description={t('att.edit.reason.hint')}
      maxLength={300}
      value={value}
      onChange={(event) => {
        onChange(event.currentTarget.value);
      }}
    />
  );
}

function DecideModal({ sessionId, item, onClose }: { sessionId: string; item: Item; onClose: () => void }) {
  const t = useWords(staff);
  const words = useWords(sessions);
  const [verdict, setVerdict] = useState<(typeof VERDICTS)[number]>('present');
  const [reason, setReason] = useState('');
  const decide = useAct(
    (body: { verdict: (typeof VERDICTS)[number]; reason: string }) =>
      done(
        api.PUT('/api/sessions/{id}/attendance/{memberId}', {
          params: { path: { id: sessionId, memberId: item.memberId } },
          body,
        }),
      ),
    {
      refresh: [['planning', 'attendance', sessionId]],
      onDone: () => {
        onClose();
        notifyDone(t('att.edited'));
      },
    },
  );
  return (
    <Confirm
      isOpen
      title={t('att.edit.title', { name: item.name })}
      text={t('att.edit.text')}
      yes={t('att.edit.yes')}
      isDangerous={false}
      isReady={reason.trim() !== ''}
      isBusy={decide.isPending}
      onYes={() => {
        decide.mutate({ verdict, reason: reason.trim() });
      }}
      onClose={onClose}
    >
      <SegmentedControl
        aria-label={t('att.edit.verdict')}
        size="md"
        value={verdict}
        data={VERDICTS.map((value) => ({ value, label: words(`attendance.${value}`) }))}
        onChange={setVerdict}
      />
      <Reason value={reason} onChange={setReason} />
    </Confirm>
  );
}
