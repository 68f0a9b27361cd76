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
import { Panel } from '../../ui/panel.js';
import { series } from '../../ui/rule-words.js';
import { SeriesDates } from '../../ui/series-dates.js';
import { Loaded, Loading } from '../../ui/states.js';
import { ChangeForm } from './change-form.js';
import { CloneButton } from './clone-button.js';
import { CoverPanel } from './cover-panel.js';
import { GrowSeriesButton } from './grow-series-button.js';
import { MaterialsPanel } from './materials-panel.js';
import { GuestsPanel } from './guests-panel.js';
import { ReopenButton } from './reopen-button.js';
import { CancelButton, PublishButton } from './session-acts.js';
import { QuestionsPanel } from './questions-panel.js';
import { SessionTabs } from './session-tabs.js';
import { TemplateButton } from './template-button.js';
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
        {(data) => (
          // Another session is another form; another version of this one is not, or it would throw away what was typed.
          <Editor key={data.id} session={data} onReload={async () => (await session.refetch()).data} />
        )}
      </Loaded>
    </>
  );
}

interface EditorProps {
  session: Schema<'SessionDetail'>;
  onReload: () => Promise<Schema<'SessionDetail'> | undefined>;
}

function Editor({ session, onReload }: EditorProps) {
  const t = useWords(staff);
  const words = useWords(common);
  const w = useWords(series);
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
            <TemplateButton session={session} />
            <CloneButton session={session} />
            {isOpen && <CancelButton session={session} />}
            {state === 'ended' && <ReopenButton session={session} />}
            {state === 'draft' && <PublishButton session={session} />}
          </Group>
        )
      }
    >
      <SessionTabs sessionId={session.id} canHost={session.mine.canHost} />
      {!planning && <Text c="dimmed">{t('read-only')}</Text>}
      {planning && !isOpen && state !== 'live' && (
        <Alert color="gray">{t('locked', { state: words(`session.state.${state}`).toLocaleLowerCase() })}</Alert>
      )}
      {planning && (isOpen || state === 'live') && <ChangeForm session={session} onReload={onReload} />}
      {session.mine.canHost && (isOpen || state === 'live') && <GuestsPanel sessionId={session.id} />}
      {session.series && (
        <Panel title={w('part')}>
          <SeriesDates series={session.series} sessionId={session.id} area="/kelola/sesi/$id" />
          {planning && <GrowSeriesButton sessionId={session.id} seriesId={session.series.id} />}
        </Panel>
      )}
      {planning && state !== 'cancelled' && (
        <>
          <CoverPanel session={session} />
          <MaterialsPanel sessionId={session.id} />
        </>
      )}
      {planning && isOpen && (
        <>
          <TermsPanel session={session} />
          <QuestionsPanel session={session} />
        </>
      )}
    </Page>
  );
}
