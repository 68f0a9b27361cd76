// The single keys, listed; and the switch that turns them off.
import { ActionIcon, Modal, Stack, Switch, Text } from '@mantine/core';
import { IconKeyboard } from '@tabler/icons-react';
import { useState } from 'react';
import { common } from '../../../i18n/common.js';
import { useWords } from '../../../i18n/i18n.js';
import classes from './console.module.css';
import { KEYS, type QuestionAct } from './question-acts.js';
import { useShortcuts } from './use-shortcuts.js';
import { console as words } from './words.js';

const LISTED: readonly QuestionAct[] = ['approve', 'reject', 'merge', 'stage', 'aloud', 'write', 'pin'];

export function ShortcutsHelp() {
  const t = useWords(words);
  const tc = useWords(common);
  const [isOn, setOn] = useShortcuts();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <ActionIcon
        aria-label={t('keys.title')}
        onClick={() => {
          setOpen(true);
        }}
      >
        <IconKeyboard size={22} />
      </ActionIcon>
      <Modal
        opened={isOpen}
        onClose={() => {
          setOpen(false);
        }}
        title={t('keys.title')}
        closeButtonProps={{ 'aria-label': tc('act.close') }}
      >
        <Stack gap="md">
          <Text>{t('keys.what')}</Text>
          <dl className={classes.keys}>
            {LISTED.map((act) => (
              <div key={act}>
                <dt>
                  <kbd className={classes.key}>{KEYS[act]}</kbd>
                </dt>
                <dd>{t(`act.${act}`)}</dd>
              </div>
            ))}
          </dl>
          <Switch
            size="md"
            className={classes.switch}
            label={t('keys.on')}
            checked={isOn}
            onChange={(event) => {
              setOn(event.currentTarget.checked);
            }}
          />
        </Stack>
      </Modal>
    </>
  );
}
