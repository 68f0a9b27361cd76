// A poll or quiz being prepared. What was typed stays until it is saved, whatever somebody else did meanwhile.
import {
  ActionIcon,
  Alert,
  Button,
  Checkbox,
  Group,
  Modal,
  NativeSelect,
  Stack,
  Switch,
  TextInput,
} from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { PollKind, RoomPoll } from '../../../../../src/contracts/room-polls.js';
import { newClientId } from '../../../api/client-id.js';
import { common } from '../../../i18n/common.js';
import { useWords } from '../../../i18n/i18n.js';
import { textOf, useCommand } from '../use-command.js';
import type { Room } from '../use-room.js';
import classes from './console.module.css';
import { LONGEST_OPTION_TEXT, LONGEST_POLL, MOST_POLL_OPTIONS } from './limits.js';
import { console as words } from './words.js';

const KINDS: readonly PollKind[] = ['single', 'multiple', 'scale', 'short', 'words'];

interface PollEditorProps {
  room: Room;
  poll: RoomPoll | 'new' | undefined;
  onClose: () => void;
}

export function PollEditor({ room, poll, onClose }: PollEditorProps) {
  const t = useWords(words);
  const tc = useWords(common);
  return (
    <Modal
      opened={poll !== undefined}
      onClose={onClose}
      title={t(poll === 'new' ? 'poll.editor.new' : 'poll.editor.edit')}
      closeButtonProps={{ 'aria-label': tc('act.close') }}
    >
      {poll && <PollForm room={room} poll={poll === 'new' ? undefined : poll} onClose={onClose} />}
    </Modal>
  );
}

interface Option {
  id: string;
  text: string;
  isRight: boolean;
}

function PollForm({ room, poll, onClose }: { room: Room; poll: RoomPoll | undefined; onClose: () => void }) {
  const t = useWords(words);
  const tc = useWords(common);
  const { run, isBusy } = useCommand();
  const [id] = useState(() => poll?.id ?? newClientId());
  const [seen, setSeen] = useState(poll?.version);
  const [kind, setKind] = useState<PollKind>(poll?.kind ?? 'single');
  const [text, setText] = useState(poll?.text ?? '');
  const [options, setOptions] = useState<readonly Option[]>(() => optionsOf(poll));
  const [isQuiz, setQuiz] = useState(poll?.isQuiz ?? false);
  const [scaleTo, setScaleTo] = useState(poll?.scaleTo ?? 5);
  const [results, setResults] = useState<RoomPoll['showsResults']>(poll?.showsResults ?? 'after-close');
  const [refused, setRefused] = useState<string>();
  const current = room.state.room?.polls.find((one) => one.id === id);
  const isChanged = current !== undefined && current.version !== seen;
  const hasOptions = kind === 'single' || kind === 'multiple';
  const given = options.filter((option) => option.text.trim() !== '');
  const right = given.flatMap(({ isRight }, place) => (isRight ? [place] : []));
  const hasRight = hasOptions && isQuiz;
  const isReady = text.trim() !== '' && (!hasOptions || given.length >= 2) && (!hasRight || right.length > 0);

  const change = (option: Option) => {
    setOptions(options.map((one) => (one.id === option.id ? option : one)));
  };
  const save = () => {
    setRefused(undefined);
    const poll = {
      pollId: id,
      kind,
      text: text.trim(),
      options: hasOptions ? given.map((option) => option.text.trim()) : [],
      scaleTo,
      right: hasRight ? right : null,
      results: hasRight ? ('after-close' as const) : results,
      ...(current ? { version: current.version } : {}),
    };
    void run<'poll.save'>(room.act('poll.save', poll), {
      onDone: onClose,
      onRefused: (refusal) => {
        setRefused(textOf(refusal));
        return true;
      },
    });
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) save();
      }}
    >
      <Stack gap="md">
        <div role="status">
          {isChanged && (
            <Alert color="yellow" title={t('beaten.title')}>
              <p className={classes.note}>
                {t('poll.editor.beaten', { text: current.text, state: t(`poll.state.${current.state}`) })}
              </p>
              <Button
                size="compact-md"
                mih={44}
                variant="default"
                onClick={() => {
                  setSeen(current.version);
                }}
              >
                {t('poll.editor.keep')}
              </Button>
            </Alert>
          )}
        </div>
        <TextInput
          data-autofocus
          label={t('poll.editor.text')}
          maxLength={LONGEST_POLL}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
          }}
        />
        <NativeSelect
          label={t('poll.editor.kind')}
          data={KINDS.map((one) => ({ value: one, label: t(`poll.kind.${one}`) }))}
          value={kind}
          onChange={({ currentTarget: { value } }) => {
            setKind(KINDS.find((one) => one === value) ?? 'single');
          }}
        />
        {hasOptions && (
          <fieldset className={classes.fieldset}>
            <legend>{t('poll.editor.options')}</legend>
            <Switch
              size="md"
              className={classes.switch}
              label={t('poll.editor.quiz')}
              checked={isQuiz}
              onChange={(event) => {
                setQuiz(event.currentTarget.checked);
              }}
            />
            {options.map((option, place) => (
              <Group key={option.id} gap="xs" wrap="nowrap">
                <TextInput
                  flex={1}
                  aria-label={t('poll.editor.option', { number: place + 1 })}
                  maxLength={LONGEST_OPTION_TEXT}
                  value={option.text}
                  onChange={(event) => {
                    change({ ...option, text: event.currentTarget.value });
                  }}
                />
                {isQuiz && (
                  <Checkbox
                    size="md"
                    label={t('poll.editor.right')}
                    aria-label={t('poll.editor.right.of', { number: place + 1 })}
                    checked={option.isRight}
                    onChange={(event) => {
                      change({ ...option, isRight: event.currentTarget.checked });
                    }}
                  />
                )}
                <ActionIcon
                  aria-label={t('poll.editor.remove', { number: place + 1 })}
                  disabled={options.length <= 2}
                  onClick={() => {
                    setOptions(options.filter((one) => one.id !== option.id));
                  }}
                >
                  <IconTrash size={20} />
                </ActionIcon>
              </Group>
            ))}
            <Button
              variant="subtle"
              leftSection={<IconPlus size={18} />}
              disabled={options.length >= MOST_POLL_OPTIONS}
              onClick={() => {
                setOptions([...options, emptyOption()]);
              }}
            >
              {t('poll.editor.add')}
            </Button>
          </fieldset>
        )}
        {kind === 'scale' && (
          <NativeSelect
            label={t('poll.editor.scale')}
            data={Array.from({ length: 9 }, (_, place) => ({
              value: String(place + 2),
              label: t('poll.editor.scale.to', { to: place + 2 }),
            }))}
            value={String(scaleTo)}
            onChange={({ currentTarget: { value } }) => {
              setScaleTo(Number(value));
            }}
          />
        )}
        {hasRight ? (
          <p className={classes.note}>{t('poll.editor.results.quiz')}</p>
        ) : (
          <NativeSelect
            label={t('poll.editor.results')}
            data={[
              { value: 'after-close', label: t('poll.editor.results.after-close') },
              { value: 'after-answer', label: t('poll.editor.results.after-answer') },
            ]}
            value={results}
            onChange={({ currentTarget: { value } }) => {
              setResults(value === 'after-answer' ? 'after-answer' : 'after-close');
            }}
          />
        )}
        {refused && (
          <Alert color="red" role="alert">
            {refused}
          </Alert>
        )}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            {tc('act.cancel')}
          </Button>
          <Button type="submit" disabled={!isReady || isChanged} loading={isBusy}>
            {t('poll.editor.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function emptyOption(): Option {
  return { id: newClientId(), text: '', isRight: false };
}

function optionsOf(poll: RoomPoll | undefined): Option[] {
  const kept = (poll?.options ?? []).map((text, place) => ({
    ...{ id: newClientId(), text },
    isRight: poll?.right?.includes(place) ?? false,
  }));
  return kept.length > 0 ? kept : [emptyOption(), emptyOption()];
}
