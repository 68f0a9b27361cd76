// The question itself, in a window over the page.
import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { common } from '../i18n/common.js';
import { useWords } from '../i18n/i18n.js';

export interface ConfirmProps {
  isOpen: boolean;
  title: string;
  text: string;
  yes: string;
  no?: string | undefined;
  isBusy: boolean;
  isDangerous?: boolean;
  isReady?: boolean;
  onYes: () => void;
  onClose: () => void;
  children?: ReactNode;
}

export function ConfirmModal(props: ConfirmProps) {
  const t = useWords(common);
  const { isOpen, title, text, yes, no, isBusy, isDangerous = true, isReady = true, onYes, onClose, children } = props;
  return (
    <Modal opened={isOpen} onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t('act.close') }}>
      <Stack gap="lg">
        <Text>{text}</Text>
        {children}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            {no ?? t('act.cancel')}
          </Button>
          <Button {...(isDangerous ? { color: 'red' } : {})} loading={isBusy} disabled={!isReady} onClick={onYes}>
            {yes}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
