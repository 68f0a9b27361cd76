// Polls and quizzes as staff run them: prepared, opened, closed, opened again as a new run, put away.
import { Button, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { mayInRoom } from '../../../../../src/contracts/room-permissions.js';
import type { Refusal } from '../../../../../src/contracts/room-protocol.js';
import type { RoomPoll } from '../../../../../src/contracts/room-polls.js';
import { useWords } from '../../../i18n/i18n.js';
import { Confirm } from '../../../ui/confirm.js';
import { Tag, type Tone } from '../../../ui/tag.js';
import { PollResults } from '../poll-results.js';
import { useCommand } from '../use-command.js';
import type { Room } from '../use-room.js';
import classes from './console.module.css';
import { PollEditor } from './poll-editor.js';
import { console as words } from './words.js';

const ORDER: Record<RoomPoll['state'], number> = { open: 0, draft: 1, closed: 2, archived: 3 };
const TONES: Record<RoomPoll['state'], Tone> = { open: 'good', draft: 'plain', closed: 'brand', archived: 'plain' };

export function PollsDesk({ room }: { room: Room }) {
  const t = useWords(words);
  const mayRun = mayInRoom(room.state.me?.role ?? null, 'polls.run');
  const [edited, setEdited] = useState<RoomPoll | 'new'>();
  const polls = [...(room.state.room?.polls ?? [])].sort((a, b) => ORDER[a.state] - ORDER[b.state]);
  const inSight = polls.filter(({ state }) => state !== 'archived');
  const archived = polls.filter(({ state }) => state === 'archived');
  return (
    <section className={classes.desk} aria-labelledby="polling">
      <div className={classes.deskHead}>
        <Title id="polling" order={2} size="h3">
          {t('polls.title')}
        </Title>
        <Button
          size="compact-md"
          mih={44}
          variant="light"
          disabled={!mayRun}
          leftSection={<IconPlus size={18} />}
          onClick={() => {
            setEdited('new');
          }}
        >
          {t('polls.new')}
        </Button>
      </div>
      {inSight.length === 0 && <p className={classes.empty}>{t('polls.none')}</p>}
      <ul className={classes.list}>
        {inSight.map((poll) => (
          <PollCard key={poll.id} poll={poll} room={room} onEdit={setEdited} mayRun={mayRun} />
        ))}
      </ul>
      {archived.length > 0 && (
        <details className={classes.folded}>
          <summary>{t('polls.archived', { count: archived.length })}</summary>
          <ul className={classes.list}>
            {archived.map((poll) => (
              <PollCard key={poll.id} poll={poll} room={room} onEdit={setEdited} mayRun={mayRun} />
            ))}
          </ul>
        </details>
      )}
      <PollEditor
        room={room}
        poll={edited}
        onClose={() => {
          setEdited(undefined);
        }}
      />
    </section>
  );
}

type PollAct = 'open' | 'close' | 'reopen' | 'archive' | 'delete';

interface PollCardProps {
  poll: RoomPoll;
  room: Room;
  /** Whether this reader may prepare and run polls. */
  mayRun: boolean;
  onEdit: (poll: RoomPoll) => void;
}

function PollCard({ poll, room, mayRun, onEdit }: PollCardProps) {
  const t = useWords(words);
  const { run, isBusy } = useCommand();
  const [asking, setAsking] = useState<'reopen' | 'delete'>();
  const [isBeaten, setBeaten] = useState(false);
  const { state: session } = room.state.room?.session ?? {};
  // In a session that is over nothing is asked any more: its polls are closed with it.
  const mayOpen = session !== 'ended' && session !== 'cancelled';
  const outcome = {
    onRefused: ({ code }: Refusal) => {
      setBeaten(code === 'version-conflict');
      return code === 'version-conflict';
    },
  };
  const perform = (act: PollAct) => {
    const known = { pollId: poll.id, version: poll.version };
    setAsking(undefined);
    setBeaten(false);
    if (isBusy) return;
    if (act === 'open' || act === 'reopen') void run<'poll.open'>(room.act('poll.open', known), outcome);
    else if (act === 'close') void run<'poll.close'>(room.act('poll.close', known), outcome);
    else if (act === 'archive') void run<'poll.archive'>(room.act('poll.archive', known), outcome);
    else void run<'poll.delete'>(room.act('poll.delete', known), outcome);
  };
  return (
    <li className={classes.card}>
      <p className={classes.meta}>
        <Tag tone={TONES[poll.state]}>{t(`poll.state.${poll.state}`)}</Tag>
        <span>{t(poll.isQuiz ? 'poll.quiz' : `poll.kind.${poll.kind}`)}</span>
        {poll.run > 1 && <span>{t('poll.run', { run: poll.run })}</span>}
      </p>
      <Title order={3} size="h5" className={classes.text}>
        {poll.text}
      </Title>
      {poll.state !== 'draft' && poll.results ? (
        <PollResults poll={poll} results={poll.results} />
      ) : (
        poll.options.length > 0 && <p className={classes.note}>{poll.options.join(' · ')}</p>
      )}
      <div role="status">
        {isBeaten && <p className={classes.wait}>{t('poll.beaten', { state: t(`poll.state.${poll.state}`) })}</p>}
      </div>
      <div className={classes.acts}>
        {mayRun && poll.state === 'draft' && (
          <>
            {mayOpen && (
              <Act
                label={t('poll.open')}
                poll={poll}
                isMain
                onClick={() => {
                  perform('open');
                }}
              />
            )}
            <Act
              label={t('poll.edit')}
              poll={poll}
              onClick={() => {
                onEdit(poll);
              }}
            />
            <Act
              label={t('poll.delete')}
              poll={poll}
              onClick={() => {
                setAsking('delete');
              }}
            />
          </>
        )}
        {mayRun && poll.state === 'open' && (
          <Act
            label={t('poll.close')}
            poll={poll}
            isMain
            onClick={() => {
              perform('close');
            }}
          />
        )}
        {mayRun && poll.state === 'closed' && (
          <>
            {mayOpen && (
              <Act
                label={t('poll.reopen')}
                poll={poll}
                onClick={() => {
                  setAsking('reopen');
                }}
              />
            )}
            <Act
              label={t('poll.archive')}
              poll={poll}
              onClick={() => {
                perform('archive');
              }}
            />
          </>
        )}
      </div>
      <Confirm
        isOpen={asking !== undefined}
        title={t(asking === 'reopen' ? 'poll.reopen.title' : 'poll.delete.title')}
        text={t(asking === 'reopen' ? 'poll.reopen.text' : 'poll.delete.text', {
          text: poll.text,
          count: poll.answered,
        })}
        yes={t(asking === 'reopen' ? 'poll.reopen' : 'poll.delete')}
        isDangerous={asking === 'delete'}
        isBusy={isBusy}
        onYes={() => {
          if (asking) perform(asking);
        }}
        onClose={() => {
          setAsking(undefined);
        }}
      />
    </li>
  );
}

interface ActProps {
  label: string;
  poll: RoomPoll;
  isMain?: boolean;
  onClick: () => void;
}

/** Named by what is seen, and of which poll. */
function Act({ label, poll, isMain = false, onClick }: ActProps) {
  return (
    <Button
      size="compact-md"
      mih={44}
      variant={isMain ? 'light' : 'default'}
      aria-label={`${label}: ${poll.text}`}
      onClick={onClick}
    >
      {label}
    </Button>
  );
}
