// One session for those who plan it: change, publish, move, cancel; and the ways to its people.
import { Alert, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { Schema } from '../../api/client.js';
import { queries } from '../../api/queries.js';
import { ManageTabs } from '../../app/manage-tabs.js';
import { useReader } from '../../app/me.js';
import { common } from '../../i18n/common.js';
import { useWords } from '../../i18n/i18n.js';
import { longDay, timeSpan } from '../../time/time.js';
import { Page } from '../../ui/page.js';
import { Loaded, Loading } from '../../ui/states.js';
import { ChangeForm } from './change-form.js';
import { CoverPanel } from './cover-panel.js';
import { MaterialsPanel } from './materials-panel.js';
import { CancelButton, PublishButton } from './session-acts.js';
import { SessionTabs } from './session-tabs.js';
import { TermsPanel } from './terms-panel.js';
import { StateBadge } from './state-badge.js';
import { staff } from './words.js';

export function EditSessionPage() {
  const { id } = useParams({ from: '/member/kelola/sesi/$id' });
  const session = useQuery(queries.session(id));
  return (
    <>
      <ManageTabs />
      <Loaded query={session} skeleton={<Loading rows={3} height={200} />}>
        {(data) => <Editor session={data} onReload={() => void session.refetch()} />}
      </Loaded>
    </>
  );
}

function Editor({ session, onReload }: { session: Schema<'SessionDetail'>; onReload: () => void }) {
  const t = useWords(staff);
  const words = useWords(common);
  const reader = useReader();
  const { state, planning, startsAt, endsAt, title } = session;
  const isOpen = state === 'draft' || state === 'published';
  return (
    <Page
      title={title}
      tab={t('edit.title')}
      lead={
        <>
          <StateBadge state={state} /> {longDay(startsAt, reader)}, {timeSpan(startsAt, endsAt, reader)}
        </>
      }
      actions={
        planning && (
          <Group gap="sm">
            {isOpen && <CancelButton session={session} />}
            {state === 'draft' && <PublishButton session={session} />}
          </Group>
        )
      }
    >
      <SessionTabs sessionId={session.id} canHost={session.mine.canHost} />
      {!planning && <Text c="dimmed">{t('read-only')}</Text>}
      {planning && !isOpen && (
        <Alert color="gray">{t('locked', { state: words(`session.state.${state}`).toLocaleLowerCase() })}</Alert>
      )}
      {planning && isOpen && (
        // A saved version is another form: its values start from what is now stored.
        <ChangeForm key={planning.version} session={session} version={planning.version} onReload={onReload} />
      )}
      {planning && state !== 'cancelled' && (
        <>
          <CoverPanel session={session} />
          <MaterialsPanel sessionId={session.id} />
        </>
      )}
      {planning && isOpen && <TermsPanel session={session} />}
    </Page>
  );
}
