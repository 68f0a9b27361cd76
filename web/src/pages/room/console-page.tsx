// The facilitator's console: questions, what is on stage, the chat, who is here and the polls; one screen on a laptop,
// tabs on a phone.
import { ActionIcon, Button, Tabs } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconArrowLeft, IconUsers } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { mayInRoom } from '../../../../src/contracts/room-permissions.js';
import type { Schema } from '../../api/client.js';
import { queries } from '../../api/queries.js';
import { useWords } from '../../i18n/i18n.js';
import { usePageTitle } from '../../ui/page.js';
import { Loaded, Loading } from '../../ui/states.js';
import { BreakStrip } from './break-strip.js';
import { AnnounceButton } from './console/announce-button.js';
import { BreakButton } from './console/break-button.js';
import { ChatDesk } from './console/chat-desk.js';
import classes from './console/console.module.css';
import { GreenRoom } from './console/green-room.js';
import { HoldWindow, type Hold } from './console/hold-window.js';
import { PeopleDesk } from './console/people-desk.js';
import { PollsDesk } from './console/polls-desk.js';
import { QuestionWindow } from './console/question-windows.js';
import { QuestionsDesk } from './console/questions-desk.js';
import { ShortcutsHelp } from './console/shortcuts-help.js';
import { StageNow } from './console/stage-now.js';
import { useQuestionActs } from './console/use-question-acts.js';
import { useStaffHere } from './console/use-staff-here.js';
import { console as words } from './console/words.js';
import { Gone } from './gone.js';
import { HostBar } from './host-bar.js';
import { RoleNews } from './role-news.js';
import roomClasses from './room.module.css';
import { Stage } from './stage.js';
import { useTextOnly } from './text-only.js';
import { useRoom, type Room } from './use-room.js';

export function ConsolePage() {
  const { id } = useParams({ from: '/sesi/$id/konsol' });
  const session = useQuery(queries.session(id));
  return (
    <Loaded query={session} skeleton={<Loading rows={1} height={400} />}>
      {(data) => <ConsoleView session={data} />}
    </Loaded>
  );
}

function ConsoleView({ session }: { session: Schema<'SessionDetail'> }) {
  const t = useWords(words);
  const room = useRoom(session.id);
  const { link, gone, count, me } = room.state;
  const role = me?.role ?? null;
  usePageTitle(`${t('title')}: ${session.title}`);
  return (
    <div className={roomClasses.room}>
      <RoleNews me={me} />
      <header className={roomClasses.head}>
        <ActionIcon component={Link} to={`/sesi/${session.id}`} aria-label={t('back')}>
          <IconArrowLeft size={22} />
        </ActionIcon>
        <div className={roomClasses.headText}>
          <h1 className={roomClasses.title}>{session.title}</h1>
        </div>
        <p className={roomClasses.count}>
          <IconUsers size={18} aria-hidden /> {t('people', { count })}
        </p>
        <ShortcutsHelp />
      </header>
      <HostBar session={session} live={room.state.room?.session} count={count}>
        {mayInRoom(role, 'session.break') && <BreakButton room={room} />}
        {mayInRoom(role, 'room.announce') && <AnnounceButton room={room} />}
      </HostBar>
      <BreakStrip session={room.state.room?.session} />
      <main id="isi" className={roomClasses.body} style={{ display: 'flex' }}>
        {link === 'gone' && <Gone sessionId={session.id} gone={gone} onAgain={room.again} />}
        {link !== 'gone' && me && !me.isStaff && <p className={roomClasses.noStage}>{t('staff-only')}</p>}
        {link !== 'gone' && !(me && !me.isStaff) && <Desks session={session} room={room} />}
      </main>
      <nav className={roomClasses.links} aria-label={t('title')}>
        <NavLink to={`/kelola/sesi/${session.id}/peserta`} text={t('link.registrations')} />
        <NavLink to={`/kelola/sesi/${session.id}/kehadiran`} text={t('link.attendance')} />
        <NavLink to={`/sesi/${session.id}/ruang`} text={t('link.room')} />
        <NavLink to={`/sesi/${session.id}/proyektor`} text={t('link.projector')} />
      </nav>
    </div>
  );
}

function NavLink({ to, text }: { to: string; text: string }) {
  return (
    <Button component={Link} to={to} variant="subtle" size="sm" mih={44} style={{ flex: 'none' }}>
      {text}
    </Button>
  );
}

function Desks({ session, room }: { session: Schema<'SessionDetail'>; room: Room }) {
  const t = useWords(words);
  const isWide = useMediaQuery('(min-width: 64em)', undefined, { getInitialValueInEffect: false });
  const client = useQueryClient();
  const acts = useQuestionActs(room);
  const staffHere = useStaffHere(session.id);
  const [hold, setHold] = useState<Hold>();
  const now = room.state.room;
  const isBefore = (now?.session.state ?? session.state) === 'published';
  const waiting = now?.questions.filter(({ state }) => state === 'pending').length ?? 0;

  const questions = <QuestionsDesk room={room} acts={acts} sessionId={session.id} staffHere={staffHere?.size ?? 0} />;
  const stage = (
    <>
      {isBefore ? (
        <GreenRoom session={session} room={room} staffHere={staffHere} />
      ) : (
        <StageNow room={room} acts={acts} />
      )}
      {session.stage.kind !== 'none' && !isBefore && <Broadcast session={session} />}
    </>
  );
  const chat = <ChatDesk room={room} onHold={setHold} />;
  const people = (
    <PeopleDesk
      session={session}
      room={room}
      mayModerate={mayInRoom(room.state.me?.role ?? null, 'people.moderate')}
      onHold={setHold}
    />
  );
  const polls = <PollsDesk room={room} />;
  return (
    <>
      {isWide ? (
        <div className={classes.console}>
          <div className={classes.column}>{questions}</div>
          <div className={classes.column}>
            {stage}
            {chat}
          </div>
          <div className={classes.column}>
            {people}
            {polls}
          </div>
        </div>
      ) : (
        <Tabs
          defaultValue={isBefore ? 'stage' : 'questions'}
          keepMounted={false}
          style={{ display: 'flex', flex: 1, flexDirection: 'column', minWidth: 0, minHeight: 0 }}
        >
          <Tabs.List className={classes.tabs}>
            <Tab value="questions">
              {t('tab.questions')} {waiting > 0 && waiting}
            </Tab>
            <Tab value="stage">{t(isBefore ? 'tab.green' : 'tab.stage')}</Tab>
            <Tab value="chat">{t('chat.title')}</Tab>
            <Tab value="people">{t('tab.people', { count: room.state.count })}</Tab>
            <Tab value="polls">{t('polls.title')}</Tab>
          </Tabs.List>
          <Panel value="questions">{questions}</Panel>
          <Panel value="stage">{stage}</Panel>
          <Panel value="chat">{chat}</Panel>
          <Panel value="people">{people}</Panel>
          <Panel value="polls">{polls}</Panel>
        </Tabs>
      )}
      <QuestionWindow acts={acts} room={room} />
      <HoldWindow
        room={room}
        hold={hold}
        onClose={() => {
          setHold(undefined);
        }}
        onDone={() => {
          void client.invalidateQueries({ queryKey: ['sessions', 'people', session.id] });
          void client.invalidateQueries({ queryKey: ['sessions', 'held', session.id] });
        }}
      />
    </>
  );
}

function Tab({ value, children }: { value: string; children: ReactNode }) {
  return (
    <Tabs.Tab value={value} mih={48} style={{ flex: 'none' }}>
      {children}
    </Tabs.Tab>
  );
}

function Panel({ value, children }: { value: string; children: ReactNode }) {
  return (
    <Tabs.Panel value={value} className={classes.column} style={{ flex: 1 }}>
      {children}
    </Tabs.Panel>
  );
}

/** Folded away: who speaks in it has it open elsewhere, and it takes data. */
function Broadcast({ session }: { session: Schema<'SessionDetail'> }) {
  const t = useWords(words);
  const [isShown, setShown] = useState(false);
  const [isTextOnly, setTextOnly] = useTextOnly();
  return (
    <section aria-label={t('broadcast')}>
      <Button
        fullWidth
        variant="subtle"
        mih={44}
        aria-expanded={isShown}
        onClick={() => {
          setShown(!isShown);
        }}
      >
        {t(isShown ? 'broadcast.hide' : 'broadcast.show')}
      </Button>
      {isShown && <Stage session={session} isTextOnly={isTextOnly} onTextOnly={setTextOnly} />}
    </section>
  );
}
