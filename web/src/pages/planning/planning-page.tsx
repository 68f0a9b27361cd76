// Every session of the cooperative, as staff see them: drafts too, with seats taken and how many wait.
import { Button, SegmentedControl, Text } from '@mantine/core';
import { IconCalendarPlus, IconPlus } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Schema } from '../../api/client.js';
import { staffQueries } from '../../api/staff-queries.js';
import { may } from '../../app/guards.js';
import { ManageTabs } from '../../app/manage-tabs.js';
import { useMe, useReader } from '../../app/me.js';
import { common } from '../../i18n/common.js';
import { useWords } from '../../i18n/i18n.js';
import { mediumDay, timeSpan } from '../../time/time.js';
import { DataTable, type Column } from '../../ui/data-table.js';
import { MoreButton } from '../../ui/more-button.js';
import { Page } from '../../ui/page.js';
import { Empty, Failed, Loading } from '../../ui/states.js';
import classes from './planning.module.css';
import { StateBadge } from './state-badge.js';
import { staff } from './words.js';
import { Tag } from '../../ui/tag.js';

const STATES = ['draft', 'published', 'live', 'ended', 'cancelled'] as const;
/** Those that members know of: all that a coordinator finds. */
const ANNOUNCED = ['published', 'live', 'ended'] as const;
const ALL = 'all';

export function PlanningPage() {
  const t = useWords(staff);
  const words = useWords(common);
  const me = useMe();
  const findsDrafts = may(me, 'sessions.review') || may(me, 'sessions.host');
  const [state, setState] = useState<(typeof STATES)[number] | typeof ALL>(ALL);
  return (
    <>
      <ManageTabs />
      <Page
        title={t('list.title')}
        width="wide"
        actions={
          may(me, 'sessions.plan') && (
            <Button component={Link} to="/kelola/sesi/baru" leftSection={<IconPlus size={20} />}>
              {t('list.new')}
            </Button>
          )
        }
      >
        <div className={classes.scroll}>
          <SegmentedControl
            aria-label={t('list.state')}
            size="md"
            value={state}
            data={[
              { value: ALL, label: t('list.all') },
              ...(findsDrafts ? STATES : ANNOUNCED).map((value) => ({ value, label: words(`session.state.${value}`) })),
            ]}
            onChange={setState}
          />
        </div>
        <Sessions state={state === ALL ? undefined : state} />
      </Page>
    </>
  );
}

function Sessions({ state }: { state: (typeof STATES)[number] | undefined }) {
  const t = useWords(staff);
  const query = useInfiniteQuery(staffQueries.planning(state));
  const canPlan = may(useMe(), 'sessions.plan');
  const columns = useColumns();
  if (query.isPending) return <Loading rows={5} height={64} />;
  if (query.isError) return <Failed error={query.error} onRetry={() => void query.refetch()} />;
  const rows = query.data.pages.flatMap(({ items }) => items);
  if (rows.length === 0) {
    return (
      <Empty
        icon={<IconCalendarPlus size={30} />}
        title={t('list.empty')}
        text={canPlan ? t('list.empty.text') : undefined}
      />
    );
  }
  return (
    <>
      <DataTable caption={t('list.title')} columns={columns} rows={rows} keyOf={({ id }) => id} />
      <MoreButton query={query} />
    </>
  );
}

function useColumns(): Column<Schema<'PlanningSessionCard'>>[] {
  const t = useWords(staff);
  const reader = useReader();
  return [
    {
      key: 'session',
      head: t('list.session'),
      isTitle: true,
      cell: ({ id, title, topic }) => (
        <>
          <Link to="/kelola/sesi/$id" params={{ id }} className={classes.title}>
            {title}
          </Link>
          <Text size="sm" c="dimmed">
            {topic?.name}
          </Text>
        </>
      ),
    },
    {
      key: 'when',
      head: t('list.when'),
      cell: ({ startsAt, endsAt }) => `${mediumDay(startsAt, reader)}, ${timeSpan(startsAt, endsAt, reader)}`,
    },
    {
      key: 'registered',
      head: t('list.registered'),
      cell: (card) => {
        const { confirmed, waiting } = card;
        const capacity = allSeats(card);
        return (
          <>
            {capacity === null ? confirmed : t('list.of', { confirmed, capacity })}{' '}
            {waiting > 0 && <Tag tone="wait">{t('list.waiting', { count: waiting })}</Tag>}
          </>
        );
      },
    },
    { key: 'state', head: t('list.state'), cell: ({ state }) => <StateBadge state={state} /> },
  ];
}

/** Of the modes that a session offers; null: one of them has no limit. */
function allSeats({ delivery, capacity, onsiteCapacity }: Schema<'PlanningSessionCard'>): number | null {
  if (delivery === 'virtual') return capacity;
  if (delivery === 'onsite') return onsiteCapacity;
  return capacity === null || onsiteCapacity === null ? null : capacity + onsiteCapacity;
}
