// "Simpan sebagai templat": what this session is, under a name, for the next one of its kind.
import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconTemplate } from '@tabler/icons-react';
import { useState } from 'react';
import { answer, api } from '../../api/client.js';
import { common } from '../../i18n/common.js';
import { useWords } from '../../i18n/i18n.js';
import { notifyDone } from '../../ui/problem-text.js';
import { useAct } from '../../ui/use-act.js';
import { plans } from './words.js';

export function TemplateButton({ session }: { session: { id: string; title: string } }) {
  const t = useWords(plans);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconTemplate size={20} />}
        onClick={() => {
          setOpen(true);
        }}
      >
        {t('template.save')}
      </Button>
      <NameModal
        isOpen={isOpen}
        title={t('template.save.title')}
        text={t('template.save.text')}
        name={session.title}
        onName={(name) => answer(api.POST('/api/session-templates', { body: { name, sessionId: session.id } }))}
        done={t('template.saved')}
        onClose={() => {
          setOpen(false);
        }}
      />
    </>
  );
}

interface NameModalProps {
  isOpen: boolean;
  title: string;
  text?: string;
  name: string;
  onName: (name: string) => Promise<unknown>;
  done: string;
  onClose: () => void;
}

/** Asks for a template's name. */
export function NameModal({ isOpen, title, onClose, ...rest }: NameModalProps) {
  const words = useWords(common);
  return (
    <Modal opened={isOpen} onClose={onClose} title={title} closeButtonProps={{ 'aria-label': words('act.close') }}>
      <NameForm onClose={onClose} {...rest} />
    </Modal>
  );
}

function NameForm({ text, name, onName, done, onClose }: Omit<NameModalProps, 'isOpen' | 'title'>) {
  const t = useWords(plans);
  const words = useWords(common);
  const form = useForm({ initialValues: { name: name.slice(0, 80) } });
  const save = useAct(onName, {
    form,
    refresh: [['planning', 'templates']],
    onDone: () => {
      notifyDone(done);
      onClose();
    },
  });
  return (
    <form
      noValidate
      onSubmit={form.onSubmit((values) => {
        save.mutate(values.name);
      })}
    >
      <Stack gap="md">
        {text && <Text>{text}</Text>}
        <TextInput label={t('template.name')} {...form.getInputProps('name')} />
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            {words('act.cancel')}
          </Button>
          <Button type="submit" loading={save.isPending}>
            {t('template.yes')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
