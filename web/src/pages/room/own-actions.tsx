// What a member can do with a message: change or take back their own for two minutes, report somebody else's.
import { ActionIcon, Button, Group, Menu, Modal, Stack, Textarea } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useState } from 'react';
import type { CHAT_EDIT_SECONDS, ChatMessage } from '../../../../src/contracts/room-chat.js';
import { useWords } from '../../i18n/i18n.js';
import { useNow } from '../../time/use-now.js';
import { useCommand } from './use-command.js';
import type { Room } from './use-room.js';
import { room as words } from './words.js';

/** As the protocol has it; the server decides. */
const EDIT_SECONDS: typeof CHAT_EDIT_SECONDS = 120;

type Dialog = 'edit' | 'report';

interface OwnActionsProps {
  message: ChatMessage;
  act: Room['act'];
  isMine: boolean;
}

export function OwnActions(props: OwnActionsProps) {
  return props.isMine ? <WhileFresh {...props} /> : <MessageMenu {...props} />;
}

/** Only one's own messages watch the clock: a room of others' would keep a phone busy with nothing. */
function WhileFresh(props: OwnActionsProps) {
  const now = useNow(10_000);
  const isFresh = now.getTime() - Date.parse(props.message.at) < EDIT_SECONDS * 1_000;
  return isFresh && <MessageMenu {...props} />;
}

function MessageMenu({ message, act, isMine }: OwnActionsProps) {
  const t = useWords(words);
  const { run } = useCommand();
  const [dialog, setDialog] = useState<Dialog>();
  return (
    <>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size={44} my={-12} ml="auto" aria-label={t('chat.actions')}>
            <IconDots size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {isMine ? (
            <>
              <Menu.Item
                onClick={() => {
                  setDialog('edit');
                }}
              >
                {t('chat.edit')}
              </Menu.Item>
              <Menu.Item
                color="red"
                onClick={() => void run<'chat.delete'>(act('chat.delete', { message: message.seq }))}
              >
                {t('chat.delete')}
              </Menu.Item>
            </>
          ) : (
            <Menu.Item
              onClick={() => {
                setDialog('report');
              }}
            >
              {t('chat.report')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {dialog && (
        <TextDialog
          dialog={dialog}
          message={message}
          act={act}
          onClose={() => {
            setDialog(undefined);
          }}
        />
      )}
    </>
  );
}

interface TextDialogProps {
  dialog: Dialog;
  message: ChatMessage;
  act: Room['act'];
  onClose: () => void;
}

function TextDialog({ dialog, message, act, onClose }: TextDialogProps) {
  const t = useWords(words);
  const { run, isBusy } = useCommand();
  const [text, setText] = useState(dialog === 'edit' ? (message.text ?? '') : '');
  const send = () => {
    const { seq } = message;
    const done = { onDone: onClose };
    if (dialog === 'edit') void run<'chat.edit'>(act('chat.edit', { message: seq, text: text.trim() }), done);
    else void run<'chat.report'>(act('chat.report', { message: seq, reason: text.trim() }), done);
  };
  return (
    <Modal opened onClose={onClose} title={t(dialog === 'edit' ? 'chat.edit' : 'chat.report')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <Stack>
          <Textarea
            label={t(dialog === 'edit' ? 'chat.write' : 'chat.report.reason')}
            autosize
            minRows={2}
            maxRows={6}
            maxLength={dialog === 'edit' ? 500 : 300}
            value={text}
            onChange={(event) => {
              setText(event.currentTarget.value);
            }}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button type="submit" loading={isBusy} disabled={text.trim() === ''}>
              {t(dialog === 'edit' ? 'chat.save' : 'chat.report.send')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
