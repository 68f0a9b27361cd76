// What staff may do with one message and with who wrote it.
import { ActionIcon, Menu } from '@mantine/core';
import { IconDotsVertical } from '@tabler/icons-react';
import { useState } from 'react';
import type { ChatMessage } from '../../../../../src/contracts/room-chat.js';
import { useWords } from '../../../i18n/i18n.js';
import { Confirm } from '../../../ui/confirm.js';
import { useCommand } from '../use-command.js';
import type { Room } from '../use-room.js';
import type { Hold } from './hold-window.js';
import { console as words } from './words.js';

interface MessageToolsProps {
  act: Room['act'];
  message: ChatMessage;
  isPinned: boolean;
  onHold: (hold: Hold) => void;
  /** Once the message was deleted; whoever shows one that is not in the chat looks at it again. */
  onDeleted?: () => void;
}

export function MessageTools({ act, message, isPinned, onHold, onDeleted }: MessageToolsProps) {
  const t = useWords(words);
  const { run, isBusy } = useCommand();
  const [isDeleting, setDeleting] = useState(false);
  const { author, seq, text } = message;
  if (text === null) return null;
  const hold = (kind: Hold['kind']) => {
    onHold({ kind, isUndone: false, person: author });
  };
  return (
    <>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <ActionIcon
            my={-12}
            ml="auto"
            aria-label={t('message.tools', { name: author.name, text: text.slice(0, 40) })}
          >
            <IconDotsVertical size={20} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            mih={44}
            onClick={() => {
              void run<'chat.pin'>(act('chat.pin', { message: isPinned ? null : seq }));
            }}
          >
            {t(isPinned ? 'message.unpin' : 'message.pin')}
          </Menu.Item>
          <Menu.Item
            mih={44}
            onClick={() => {
              setDeleting(true);
            }}
          >
            {t('message.delete')}
          </Menu.Item>
          {!author.isStaff && (
            <>
              <Menu.Item
                mih={44}
                onClick={() => {
                  hold('mute');
                }}
              >
                {t('message.mute', { name: author.name })}
              </Menu.Item>
              <Menu.Item
                mih={44}
                onClick={() => {
                  hold('remove');
                }}
              >
                {t('message.remove', { name: author.name })}
              </Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      <Confirm
        isOpen={isDeleting}
        title={t('message.delete.title')}
        text={t('message.delete.text', { name: author.name, text })}
        yes={t('message.delete')}
        isBusy={isBusy}
        onYes={() => {
          void run<'chat.delete'>(act('chat.delete', { message: seq }), {
            ...(onDeleted ? { onDone: onDeleted } : {}),
          }).then(() => {
            setDeleting(false);
          });
        }}
        onClose={() => {
          setDeleting(false);
        }}
      />
    </>
  );
}
