// The cooperative's members: find one, and hand those without e-mail a link to sign in with.
import { Button, Group, NativeSelect, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconFileImport, IconKey, IconSearch, IconUsersGroup } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { ROLES, type Role } from '../../../../src/contracts/permissions.js';
import type { Schema } from '../../api/client.js';
import { staffQueries, type MemberFilter } from '../../api/staff-queries.js';
import { may } from '../../app/guards.js';
import { ManageTabs } from '../../app/manage-tabs.js';
import { useMe } from '../../app/me.js';
import { common } from '../../i18n/common.js';
import { useWords } from '../../i18n/i18n.js';
import { DataTable, type Column } from '../../ui/data-table.js';
import { MoreButton } from '../../ui/more-button.js';
import { Page } from '../../ui/page.js';
import { Empty, Failed, Loading } from '../../ui/states.js';
import { HandOverModal } from './hand-over-modal.js';
import { members } from './words.js';
import { Tag } from '../../ui/tag.js';

type Member = Schema<'Member'>;
const STATUSES = ['calon', 'aktif', 'luar-biasa', 'keluar'] as const;

export function MembersPage() {
  const t = useWords(members);
  const words = useWords(common);
  const me = useMe();
  const units = useQuery(staffQueries.units());
  const [text, setText] = useState('');
  const [status, setStatus] = useState<Member['status']>();
  const [role, setRole] = useState<Role>();
  const [unitId, setUnitId] = useState('');
  const [q] = useDebouncedValue(text.trim(), 300);
  return (
    <>
      <ManageTabs />
      <Page
        title={t('title')}
        width="wide"
        actions={
          may(me, 'roster.import') && (
            <Button component={Link} to="/kelola/anggota/impor" leftSection={<IconFileImport size={20} />}>
              {t('import')}
            </Button>
          )
        }
      >
        <Group gap="sm" role="search">
          <TextInput
            style={{ flex: 1, minWidth: 220 }}
            type="search"
            aria-label={t('search')}
            placeholder={t('search')}
            leftSection={<IconSearch size={18} aria-hidden />}
            value={text}
            onChange={(event) => {
              setText(event.currentTarget.value);
            }}
          />
          <NativeSelect
            aria-label={t('unit')}
            value={unitId}
            data={[
              { value: '', label: t('unit.all') },
              ...(units.data ?? []).map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={(event) => {
              setUnitId(event.currentTarget.value);
            }}
          />
          <NativeSelect
            aria-label={t('status')}
            value={status ?? ''}
            data={[
              { value: '', label: t('status.all') },
              ...STATUSES.map((value) => ({ value, label: words(`member.status.${value}`) })),
            ]}
            onChange={(event) => {
              setStatus(STATUSES.find((one) => one === event.currentTarget.value));
            }}
          />
          <NativeSelect
            aria-label={t('role')}
            value={role ?? ''}
            data={[
              { value: '', label: t('role.all') },
              ...ROLES.map((value) => ({ value, label: words(`role.${value}`) })),
            ]}
            onChange={(event) => {
              setRole(ROLES.find((one) => one === event.currentTarget.value));
            }}
          />
        </Group>
        <Members filter={{ q, status, role, unitId }} />
      </Page>
    </>
  );
}

function Members({ filter }: { filter: MemberFilter }) {
  const t = useWords(members);
  const me = useMe();
  const query = useInfiniteQuery(staffQueries.members(filter));
  const [linked, setLinked] = useState<Member>();
  const columns = useColumns(may(me, 'members.sign-in-link') ? setLinked : undefined);
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

function useColumns(onLink: ((member: Member) => void) | undefined): Column<Member>[] {
  const t = useWords(members);
  const words = useWords(common);
  const columns: Column<Member>[] = [
    {
      key: 'member',
      head: t('column.member'),
      isTitle: true,
      cell: ({ name, number }) => (
        <>
          <Text fw={600}>{name}</Text>
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
