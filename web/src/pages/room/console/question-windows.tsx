// The windows that ask for a reason, another question or a written answer. What was typed stays until it was taken.
import { Alert, Button, Group, Modal, Select, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { RoomQuestion } from '../../../../../src/contracts/room-questions.js';
import { common } from '../../../i18n/common.js';
import { useWords } from '../../../i18n/i18n.js';
import type { Room } from '../use-room.js';
import { LONGEST_ANSWER_TEXT, LONGEST_REASON_TEXT } from './limits.js';
import { actsFor } from './question-acts.js';
import { QUESTIONS_HEADING } from './questions-desk.js';
import type { AskingAct, QuestionActs } from './use-question-acts.js';
import { console as words } from './words.js';

export function QuestionWindow({ acts, room }: { acts: QuestionActs; room: Room }) {
  const t = useWords(words);
  const tc = useWords(common);
  const { asking } = acts;
  // While it closes it still shows what it asked.
  const [shown, setShown] = useState(asking);
  if (asking && asking !== shown && (asking.act !== shown?.act || asking.question !== shown.question)) setShown(asking);
  return (
    <Modal
      opened={asking !== undefined}
      onClose={acts.stopAsking}
      title={shown && t(`window.${shown.act}`)}
      closeButtonProps={{ 'aria-label': tc('act.close') }}
      onExitTransitionEnd={() => {
        if (document.activeElement === document.body) document.getElementById(QUESTIONS_HEADING)?.focus();
      }}
    >
      {shown && (
        <Asked
          key={`${shown.act} ${shown.question.id}`}
          act={shown.act}
          question={shown.question}
          acts={acts}
          room={room}
        />
      )}
    </Modal>
  );
}

interface AskedProps {
  act: AskingAct;
  question: RoomQuestion;
  acts: QuestionActs;
  room: Room;
}

function Asked({ act, question, acts, room }: AskedProps) {
  const t = useWords(words);
  const tc = useWords(common);
  const [given, setGiven] = useState('');
  const [seen] = useState(question.version);
  const isPossible = actsFor(question, acts.role).includes(act);
  const longest = act === 'write' ? LONGEST_ANSWER_TEXT : LONGEST_REASON_TEXT;
  const left = longest - given.trim().length;
  const isReady = isPossible && given.trim() !== '' && left >= 0;
  const give = () => {
    if (isReady) acts.give(given.trim());
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        give();
      }}
    >
      <Stack gap="md">
        <Text fw={600}>{question.text}</Text>
        <div role="status">
          {question.version !== seen && (
            <Alert color="yellow" title={t('beaten.title')}>
              {t('beaten.text', { text: question.text, state: t(`state.${question.state}`) })}{' '}
              {t(isPossible ? 'beaten.go-on' : 'beaten.too-late')}
            </Alert>
          )}
        </div>
        {act === 'merge' ? (
          <Select
            label={t('window.merge.into')}
            description={t('window.merge.what')}
            searchable
            limit={50}
            nothingFoundMessage={t('window.merge.none')}
            data={mergeable(room.state.room?.questions ?? [], question)}
            value={given === '' ? null : given}
            onChange={(value) => {
              setGiven(value ?? '');
            }}
          />
        ) : (
          <Textarea
            data-autofocus
            label={t(act === 'write' ? 'window.write.label' : 'window.reject.label')}
            description={t(act === 'write' ? 'window.write.what' : 'window.reject.what')}
            autosize
            minRows={act === 'write' ? 5 : 2}
            maxRows={12}
            value={given}
            error={left < 0 ? t('left', { count: left }) : undefined}
            onChange={(event) => {
              setGiven(event.currentTarget.value);
            }}
          />
        )}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={acts.stopAsking}>
            {tc('act.cancel')}
          </Button>
          <Button type="submit" disabled={!isReady} loading={acts.isBusy}>
            {t(`act.${act}`)}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** Shown ones; for one that waits, also others that wait. */
function mergeable(questions: readonly RoomQuestion[], { id, state }: RoomQuestion) {
  return questions
    .filter((one) => one.id !== id)
    .filter(
      (one) =>
        one.state === 'approved' || one.state === 'answering' || (state === 'pending' && one.state === 'pending'),
    )
    .map((one) => ({ value: one.id, label: one.text }));
}
