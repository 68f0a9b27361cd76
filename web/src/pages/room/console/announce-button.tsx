// Something said to everybody, above the chat and aloud to screen readers; and taken down again.
import { Alert, Button, Group, Modal, Stack, Textarea } from '@mantine/core';
import { IconSpeakerphone } from '@tabler/icons-react';
import { useState } from 'react';
import { common } from '../../../i18n/common.js';
import { useWords } from '../../../i18n/i18n.js';
import { LONGEST_TEXT } from '../limits.js';
import { textOf, useCommand } from '../use-command.js';
import type { Room } from '../use-room.js';
import { console as words } from './words.js';

export function AnnounceButton({ room }: { room: Room }) {
  const t = useWords(words);
  const tc = useWords(common);
  const { run, isBusy } = useCommand();
  const [isOpen, setOpen] = useState(false);
  const [text, setText] = useState('');
  const [refused, setRefused] = useState<string>();
  const current = room.state.room?.announcement?.text ?? '';
  const left = LONGEST_TEXT - text.trim().length;
  const say = (said: string) => {
    setRefused(undefined);
    void run<'room.announce'>(room.act('room.announce', { text: said }), {
      onDone: () => {
        setOpen(false);
        setText('');
      },
      onRefused: (refusal) => {
        setRefused(textOf(refusal));
        return true;
      },
    });
  };
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconSpeakerphone size={20} />}
        disabled={room.state.link !== 'here'}
        onClick={() => {
          setText((typed) => (typed === '' ? current : typed));
          setOpen(true);
        }}
      >
        {t('announce')}
      </Button>
      <Modal
        opened={isOpen}
        onClose={() => {
          setOpen(false);
        }}
        title={t('announce.title')}
        closeButtonProps={{ 'aria-label': tc('act.close') }}
      >
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (text.trim() !== '' && left >= 0) say(text.trim());
          }}
        >
          <Stack gap="md">
            <Textarea
              data-autofocus
              label={t('announce.label')}
              description={t('announce.what', { count: room.state.count })}
              autosize
              minRows={2}
              maxRows={8}
              value={text}
              error={left < 0 ? t('left', { count: left }) : undefined}
              onChange={(event) => {
                setText(event.currentTarget.value);
              }}
            />
            {refused && (
              <Alert color="red" role="alert">
                {refused}
              </Alert>
            )}
            <Group justify="flex-end" gap="sm">
              {current !== '' && (
                <Button
                  variant="default"
                  loading={isBusy}
                  onClick={() => {
                    say('');
                  }}
                >
                  {t('announce.take-down')}
                </Button>
              )}
              <Button type="submit" disabled={text.trim() === '' || left < 0} loading={isBusy}>
                {t('announce.say')}
              </Button>
            </Group>
          </Stack>
        </form>
      </Modal>
    </>
  );
}
