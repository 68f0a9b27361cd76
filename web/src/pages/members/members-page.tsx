// The cooperative's members: find one, add or change one, and hand those without e-mail a link to sign in with.
import { Anchor, Button, Group, Text } from '@mantine/core';
import { IconFileImport, IconKey, IconUserPlus, IconUsersGroup } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { Schema } from '../../api/client.js';
import { staffQueries, type MemberFilter } from '../../api/staff-queries.js';
import { may } from '../../app/guards.js';
import { ManageTabs } from '../../app/manage-tabs.js';
import { useMe } from '../../app/me.js';
import { membersSearch } from '../../app/members-search.js';
import { common } from '../../i18n/common.js';
import { useWords } from '../../i18n/i18n.js';
import { DataTable, type Column } from '../../ui/data-table.js';
import { MoreButton } from '../../ui/more-button.js';
import { Page } from '../../ui/page.js';
import { Empty, Failed, Loading } from '../../ui/states.js';
import { Tag } from '../../ui/tag.js';
import { HandOverModal } from './hand-over-modal.js';
import { MemberFilters } from './member-filters.js';
import { members } from './words.js';

type Member = Schema<'Member'>;

export function MembersPage() {
  const t = useWords(members);
  const me = useMe();
  const search = useSearch({ from: '/member/kelola/anggota' });
  const navigate = useNavigate({ from: '/kelola/anggota' });
  const { cari = '', status, peran, unit = '' } = search;
  return (
    <>
      <ManageTabs />
      <Page
        title={t('title')}
        width="wide"
        actions={
          <Group gap="sm">
            {may(me, 'roster.import') && (
              <Button
                component={Link}
                to="/kelola/anggota/impor"
                variant="default"
                leftSection={<IconFileImport size={20} />}
              >
                {t('import')}
              </Button>
            )}
            {may(me, 'members.manage') && (
              <Button component={Link} to="/kelola/anggota/baru" leftSection={<IconUserPlus size={20} />}>
                {t('one.add')}
              </Button>
            )}
          </Group>
        }
      >
        <MemberFilters
          search={search}
          onAsk={(asked) => {
            void navigate({
              search: (now) => membersSearch({ ...now, ...asked }),
              replace: true,
              resetScroll: false,
            });
          }}
        />
        <Members filter={{ q: cari.trim(), status, role: peran, unitId: unit }} />
      </Page>
    </>
  );
}

function Members({ filter }: { filter: MemberFilter }) {
  const t = useWords(members);
  const me = useMe();
  const query = useInfiniteQuery(staffQueries.members(filter));
  const [linked, setLinked] = useState<Member>();
  const columns = useColumns({
    canChange: may(me, 'members.manage'),
    onLink: may(me, 'members.sign-in-link') ? setLinked : undefined,
  });
  if (query.isPending) return <Loading rows={8} height={56} />;
  if (query.isError) return <Failed error={query.error} onRetry={() => void query.refetch()} />;
  const rows = query.data.pages.flatMap(({ items }) => items);
  if (rows.length === 0) {
    return <Empty icon={<IconUsersGroup size={30} />} title={t('empty')} text={t('empty.text')} />;
  }
  return (
    <>
      <DataTable caption={t('title')} columns={columns} rows={rows} keyOf={({ id }) => id} />
      <MoreButton query={query} />
      {linked && (
        <HandOverModal
          member={linked}
          onClose={() => {
            setLinked(undefined);
          }}
        />
      )}
    </>
  );
}

interface Acts {
  canChange: boolean;
  onLink: ((member: Member) => void) | undefined;
}

function useColumns({ canChange, onLink }: Acts): Column<Member>[] {
  const t = useWords(members);
  const words = useWords(common);
  const columns: Column<Member>[] = [
    {
      key: 'member',
      head: t('column.member'),
      isTitle: true,
      cell: ({ id, name, number }) => (
        <>
          {canChange ? (
            <Anchor component={Link} to={`/kelola/anggota/${id}`} fw={600} aria-label={t('one.open', { name })}>
              {name}
            </Anchor>
          ) : (
            <Text fw={600}>{name}</Text>
          )}
          <Text size="sm" c="dimmed">
            {number}
          </Text>
        </>
      ),
    },
    { key: 'unit', head: t('unit'), cell: ({ unit }) => unit?.name },
    {
      key: 'contact',
      head: t('column.contact'),
      cell: ({ email, mobile }) => (
        <>
          <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
            {email ?? t('no-contact')}
          </Text>
          <Text size="sm" c="dimmed">
            {mobile}
          </Text>
        </>
      ),
    },
    {
      key: 'role',
      head: t('role'),
      cell: ({ roles }) => roles.map((role) => words(`role.${role}`)).join(', '),
    },
    {
      key: 'status',
      head: t('status'),
      cell: ({ status }) => <Tag tone={status === 'aktif' ? 'good' : 'plain'}>{words(`member.status.${status}`)}</Tag>,
    },
  ];
  if (!onLink) return columns;
  const act: Column<Member> = {
    key: 'act',
    head: '',
    isTitle: true,
    cell: (member) =>
      member.status !== 'keluar' && (
        <Button
          variant="subtle"
          leftSection={<IconKey size={18} />}
          aria-label={t('link.of', { name: member.name })}
          onClick={() => {
            onLink(member);
          }}
        >
          {t('link.do')}
        </Button>
      ),
  };
  return [...columns, act];
}
