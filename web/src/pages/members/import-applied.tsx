// The end of an import, and the second, separate step: members who are not in the file can be marked as left.
import { Alert, Button, Group, NumberInput, SegmentedControl, Stack, Text } from '@mantine/core';
import '@mantine/core/styles/NumberInput.css';
import { IconCircleCheck } from '@tabler/icons-react';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { answer, api, type Schema } from '../../api/client.js';
import { staffQueries } from '../../api/staff-queries.js';
import { useWords } from '../../i18n/i18n.js';
import { Confirm } from '../../ui/confirm.js';
import { MoreButton } from '../../ui/more-button.js';
import { Panel } from '../../ui/panel.js';
import { Failed, Loading } from '../../ui/states.js';
import { useAct } from '../../ui/use-act.js';
import { members } from './words.js';

type Import = Schema<'RosterImport'>;
type Counts = NonNullable<Import['counts']>;
const SCOPES = ['units', 'cooperative'] as const;

export function ImportApplied({ data }: { data: Import }) {
  const t = useWords(members);
  const { counts } = data;
  useFreshLists();
  if (!counts) return <Loading rows={1} />;
  return (
    <>
      <Alert color="green" icon={<IconCircleCheck size={24} />} title={t('in.applied.title')} role="status">
        <Stack gap="sm" align="flex-start">
          {t('in.applied.text', { new: counts.new, changed: counts.changed, unchanged: counts.unchanged })}
          <Group gap="sm">
            <Button component={Link} to="/kelola/anggota">
              {t('in.to-members')}
            </Button>
            <Button component={Link} to="/kelola/anggota/impor" variant="default">
              {t('in.again')}
            </Button>
          </Group>
        </Stack>
      </Alert>
      {counts.absent > 0 && <Absent id={data.id} counts={counts} />}
    </>
  );
}

/** Lists that were read before the import know nothing of whom and what it brought. */
function useFreshLists(): void {
  const client = useQueryClient();
  useEffect(() => {
    for (const list of ['members', 'units']) void client.invalidateQueries({ queryKey: [list] });
  }, [client]);
}

function Absent({ id, counts }: { id: string; counts: Counts }) {
  const t = useWords(members);
  const [scope, setScope] = useState<(typeof SCOPES)[number]>('units');
  const [isAsking, setAsking] = useState(false);
  const [left, setLeft] = useState<number>();
  const number = { units: counts.absentInUnits, cooperative: counts.absent };
  if (left !== undefined) return <Alert color="green">{t('in.absent.done', { count: left })}</Alert>;
  return (
    <Panel title={t('in.absent.title')} text={t('in.absent.text', { count: counts.absent })}>
      {counts.unreadable > 0 ? (
        <Alert color="yellow">{t('in.absent.unreadable')}</Alert>
      ) : (
        <>
          <SegmentedControl
            aria-label={t('in.absent.scope')}
            size="md"
            orientation="vertical"
            value={scope}
            data={SCOPES.map((value) => ({ value, label: t(`in.absent.scope.${value}`, { count: number[value] }) }))}
            onChange={setScope}
          />
          <AbsentNames id={id} scope={scope} />
          <Group justify="flex-end">
            <Button
              variant="light"
              color="red"
              disabled={number[scope] === 0}
              onClick={() => {
                setAsking(true);
              }}
            >
              {t('in.absent.do', { count: number[scope] })}
            </Button>
          </Group>
          {isAsking && (
            <LeaveConfirm
              id={id}
              scope={scope}
              count={number[scope]}
              onLeft={setLeft}
              onClose={() => {
                setAsking(false);
              }}
            />
          )}
        </>
      )}
    </Panel>
  );
}

interface LeaveConfirmProps {
  id: string;
  scope: (typeof SCOPES)[number];
  count: number;
  onLeft: (count: number) => void;
  onClose: () => void;
}

function LeaveConfirm({ id, scope, count, onLeft, onClose }: LeaveConfirmProps) {
  const t = useWords(members);
  const [typed, setTyped] = useState<number | string>('');
  const leave = useAct(
    () =>
      answer(
        api.POST('/api/roster-imports/{id}/leave-absent', {
          params: { path: { id } },
          body: { scope, count, typedCount: Number(typed) },
        }),
      ),
    {
      refresh: [['members']],
      onDone: (answered) => {
        onLeft(answered.left);
        onClose();
      },
    },
  );
  return (
    <Confirm
      isOpen
      title={t('in.absent.confirm.title', { count })}
      text={t('in.absent.confirm.text', { count })}
      yes={t('in.absent.yes', { count })}
      isReady={Number(typed) === count}
      isBusy={leave.isPending}
      onYes={() => {
        leave.mutate(undefined);
      }}
      onClose={onClose}
    >
      <NumberInput label={t('in.absent.typed', { count })} hideControls value={typed} onChange={setTyped} />
    </Confirm>
  );
}

function AbsentNames({ id, scope }: { id: string; scope: (typeof SCOPES)[number] }) {
  const query = useInfiniteQuery(staffQueries.rosterAbsent(id, scope));
  if (query.isPending) return <Loading rows={2} height={40} />;
  if (query.isError) return <Failed error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <>
      <ul style={{ margin: 0, paddingLeft: '1.25rem' }}>
        {query.data.pages
          .flatMap(({ items }) => items)
          .map(({ id: memberId, name, number, unit }) => (
            <li key={memberId}>
              <Text>
                {name}{' '}
                <Text span c="dimmed">
                  {[number, unit?.name].filter(Boolean).join(' · ')}
                </Text>
              </Text>
            </li>
          ))}
      </ul>
      <MoreButton query={query} />
    </>
  );
}
