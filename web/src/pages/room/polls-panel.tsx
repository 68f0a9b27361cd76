// Polls as a member sees them: the one that runs, to be answered once; and what the earlier ones came to.
import { Button, Checkbox, Radio, SegmentedControl, Stack, Text, TextInput, Title } from '@mantine/core';
import type { PollAnswer, RoomPoll } from '../../../../src/contracts/room-polls.js';
import { useWords } from '../../i18n/i18n.js';
import { Tag } from '../../ui/tag.js';
import { readText, useDraft } from './drafts.js';
import { LONGEST_SHORT_TEXT } from './limits.js';
import classes from './panels.module.css';
import { PollResults } from './poll-results.js';
import { useEarlyResults } from './use-early-results.js';
import { useCommand } from './use-command.js';
import type { Room } from './use-room.js';
import { room as words } from './words.js';

export function PollsPanel({ room }: { room: Room }) {
  const t = useWords(words);
  const polls = (room.state.room?.polls ?? []).filter(({ state }) => state === 'open' || state === 'closed');
  const newestFirst = [...polls].sort((a, b) => ((a.openedAt ?? '') < (b.openedAt ?? '') ? 1 : -1));
  return (
    <section className={classes.panel} aria-label={t('polls.title')}>
      <div className={classes.scroll}>
        {polls.length === 0 && (
          <Text c="dimmed" ta="center" py="xl">
            {t('polls.empty')}
          </Text>
        )}
        <ul className={classes.list}>
          {newestFirst.map((poll) => (
            <Poll key={`${poll.id} ${String(poll.run)}`} poll={poll} room={room} />
          ))}
        </ul>
      </div>
    </section>
  );
}

function Poll({ poll, room }: { poll: RoomPoll; room: Room }) {
  const t = useWords(words);
  const isAnswered = room.state.room?.mine.answered.includes(runOf(poll)) ?? false;
  const early = useEarlyResults(room, poll, isAnswered);
  const results = poll.results ?? early;
  return (
    <li className={poll.state === 'open' ? classes.onStage : classes.card}>
      <p className={classes.meta}>
        <Tag tone={poll.state === 'open' ? 'brand' : 'plain'}>
          {t(poll.state === 'open' ? 'poll.open' : 'poll.closed')}
        </Tag>
        {poll.isQuiz && <span>{t('polls.quiz')}</span>}
        {poll.state === 'open' && <span>{t('polls.answered', { count: poll.answered })}</span>}
      </p>
      <Title order={3} size="h5">
        {poll.text}
      </Title>
      {poll.state === 'open' && (!isAnswered || !poll.isQuiz) && (
        <AnswerForm poll={poll} room={room} isAnswered={isAnswered} />
      )}
      {poll.state === 'open' && isAnswered && (
        <Text size="sm" c="dimmed" role="status">
          {t(results ? 'polls.thanks' : 'polls.thanks.later')}
        </Text>
      )}
      {results && <PollResults poll={poll} results={results} />}
    </li>
  );
}

interface AnswerFormProps {
  poll: RoomPoll;
  room: Room;
  isAnswered: boolean;
}

function AnswerForm({ poll, room, isAnswered }: AnswerFormProps) {
  const t = useWords(words);
  const { run, isBusy } = useCommand();
  const [chosen, setChosen] = useDraft(room, `poll ${runOf(poll)}`, readPlaces);
  const [text, setText] = useDraft(room, `poll text ${runOf(poll)}`, readText);
  const answer = answerOf(poll, chosen, text);
  const send = () => {
    if (!answer) return;
    void run<'poll.answer'>(room.act('poll.answer', { pollId: poll.id, run: poll.run, answer }), {
      onDone: ({ results }) => {
        room.note((now) => ({ ...now, mine: { ...now.mine, answered: [...now.mine.answered, runOf(poll)] } }));
        if (results) room.learn({ pollId: poll.id, run: poll.run, results });
      },
    });
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Stack gap="xs" py="xs">
        {poll.kind === 'single' && (
          <Radio.Group
            aria-label={poll.text}
            value={chosen[0] === undefined ? null : String(chosen[0])}
            onChange={(value) => {
              setChosen([Number(value)]);
            }}
          >
            <Stack gap={4}>
              {poll.options.map((option, place) => (
                <Radio key={option} value={String(place)} label={option} size="md" py={8} />
              ))}
            </Stack>
          </Radio.Group>
        )}
        {poll.kind === 'multiple' && (
          <Checkbox.Group
            aria-label={poll.text}
            value={chosen.map(String)}
            onChange={(values) => {
              setChosen(values.map(Number));
            }}
          >
            <Stack gap={4}>
              {poll.options.map((option, place) => (
                <Checkbox key={option} value={String(place)} label={option} size="md" py={8} />
              ))}
            </Stack>
          </Checkbox.Group>
        )}
        {poll.kind === 'scale' && (
          <SegmentedControl
            aria-label={poll.text}
            fullWidth
            size="md"
            data={Array.from({ length: poll.scaleTo }, (_, place) => String(place + 1))}
            value={chosen[0] === undefined ? '' : String(chosen[0])}
            onChange={(value) => {
              setChosen([Number(value)]);
            }}
          />
        )}
        {(poll.kind === 'short' || poll.kind === 'words') && (
          <TextInput
            aria-label={poll.text}
            placeholder={t(poll.kind === 'words' ? 'polls.word' : 'polls.short')}
            maxLength={LONGEST_SHORT_TEXT}
            value={text}
            onChange={(event) => {
              setText(event.currentTarget.value);
            }}
          />
        )}
        <Button type="submit" disabled={!answer || room.state.link !== 'here'} loading={isBusy}>
          {t(isAnswered ? 'polls.change' : 'polls.answer')}
        </Button>
      </Stack>
    </form>
  );
}

function answerOf({ kind }: RoomPoll, chosen: readonly number[], text: string): PollAnswer | undefined {
  if (kind === 'short' || kind === 'words') return text.trim() === '' ? undefined : { text: text.trim() };
  if (chosen[0] === undefined) return undefined;
  return kind === 'scale' ? { scale: chosen[0] } : { options: [...chosen] };
}

function readPlaces(kept: unknown): readonly number[] {
  return Array.isArray(kept) ? kept.filter((place) => typeof place === 'number') : [];
}

/** As `mine.answered` has it. */
export function runOf({ id, run }: RoomPoll): string {
  return `${id} ${String(run)}`;
}
