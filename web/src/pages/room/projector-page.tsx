// What a hall sees on the wall: the question on stage, the poll that runs and what it came to, and the way in.
import { Button } from '@mantine/core';
import { useFullscreenDocument } from '@mantine/hooks';
import { IconMaximize } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { RoomPoll } from '../../../../src/contracts/room-polls.js';
import type { RoomQuestion } from '../../../../src/contracts/room-questions.js';
import type { Schema } from '../../api/client.js';
import { queries } from '../../api/queries.js';
import { useMe } from '../../app/me.js';
import { useWords } from '../../i18n/i18n.js';
import { usePageTitle } from '../../ui/page.js';
import { Loaded, Loading } from '../../ui/states.js';
import { console as words } from './console/words.js';
import { Gone } from './gone.js';
import { PollResults } from './poll-results.js';
import { pollToShow, resultsToShow } from './projector/poll-to-show.js';
import classes from './projector/projector.module.css';
import { QrCode } from './projector/qr-code.js';
import { useRoom } from './use-room.js';

export function ProjectorPage() {
  const { id } = useParams({ from: '/sesi/$id/proyektor' });
  const session = useQuery(queries.session(id));
  return (
    <Loaded query={session} skeleton={<Loading rows={1} height={400} />}>
      {(data) => <ProjectorView session={data} />}
    </Loaded>
  );
}

function ProjectorView({ session }: { session: Schema<'SessionDetail'> }) {
  const t = useWords(words);
  const room = useRoom(session.id);
  const { toggle, fullscreen } = useFullscreenDocument();
  const { slug } = useMe().cooperative;
  const { link, gone, count, me, room: now } = room.state;
  usePageTitle(`${t('projector.title')}: ${session.title}`);
  const question = now?.questions.find(({ state }) => state === 'answering');
  const poll = pollToShow(now?.polls ?? [], question !== undefined);
  const isOnBreak = now !== undefined && now.session.breakSince !== null;
  const isIdle = question === undefined && poll === undefined;
  return (
    <div className={classes.wall}>
      <header className={classes.head}>
        <h1>{session.title}</h1>
        <p>{t('people', { count })}</p>
        {!fullscreen && (
          <Button variant="default" leftSection={<IconMaximize size={20} />} onClick={() => void toggle()}>
            {t('projector.fullscreen')}
          </Button>
        )}
      </header>
      <main id="isi" className={isIdle ? classes.idle : classes.body}>
        {link === 'gone' && <Gone sessionId={session.id} gone={gone} onAgain={room.again} />}
        {link === 'offline' && <p role="status">{t('projector.offline')}</p>}
        {me && !me.isStaff ? (
          <p role="alert">{t('projector.staff-only')}</p>
        ) : (
          <div className={classes.shown} aria-live="polite">
            {isOnBreak && <p className={classes.welcome}>{t('projector.break')}</p>}
            {question && <OnTheWall question={question} />}
            {poll && <PollOnTheWall poll={poll} />}
            {isIdle && !isOnBreak && link !== 'gone' && <p className={classes.welcome}>{t('projector.idle')}</p>}
          </div>
        )}
        <WayIn sessionId={session.id} slug={slug} />
      </main>
    </div>
  );
}

function OnTheWall({ question }: { question: RoomQuestion }) {
  const t = useWords(words);
  const name = question.isAnonymous ? t('question.anonymous') : (question.author?.name ?? t('question.anonymous'));
  return (
    <section className={classes.question} aria-label={t('stage.title')}>
      <p className={classes.text}>{question.text}</p>
      <p className={classes.by}>
        {name}
        {question.votes > 0 && ` · ${t('question.votes', { count: question.votes })}`}
      </p>
    </section>
  );
}

function PollOnTheWall({ poll }: { poll: RoomPoll }) {
  const t = useWords(words);
  const results = resultsToShow(poll);
  return (
    <section className={classes.poll} aria-label={t('polls.title')}>
      <h2>{poll.text}</h2>
      {results ? (
        <PollResults poll={poll} results={results} />
      ) : (
        <>
          <ol className={classes.options}>
            {poll.options.map((option) => (
              <li key={option}>{option}</li>
            ))}
          </ol>
          <p className={classes.by}>{t('projector.answered', { count: poll.answered })}</p>
        </>
      )}
    </section>
  );
}

/** The QR leads into this room; the short address to the cooperative's page, from where it is two taps. */
function WayIn({ sessionId, slug }: { sessionId: string; slug: string }) {
  const t = useWords(words);
  const { origin, host } = window.location;
  return (
    <aside className={classes.wayIn} aria-label={t('projector.join')}>
      <QrCode className={classes.qr} text={`${origin}/sesi/${sessionId}/ruang`} name={t('projector.qr')} />
      <p>
        {t('projector.join')}
        <strong>{`${host}/k/${slug}`}</strong>
      </p>
    </aside>
  );
}
