// "Salin": the same session at another time, as a draft that opens in its editor.
import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconCopy } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { newClientId } from '../../api/client-id.js';
import { answer, api, type Schema } from '../../api/client.js';
import { common } from '../../i18n/common.js';
import { useWords } from '../../i18n/i18n.js';
import { notifyDone } from '../../ui/problem-text.js';
import { useAct } from '../../ui/use-act.js';
import { instantOf, valuesOf } from './editor-values.js';
import { WhenFields } from './when-fields.js';
import { plans } from './words.js';

interface CloneProps {
  session: Schema<'SessionDetail'>;
}

export function CloneButton({ session }: CloneProps) {
  const t = useWords(plans);
  const words = useWords(common);
  const [isOpen, setOpen] = useState(false);
  const close = () => {
    setOpen(false);
  };
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconCopy size={20} />}
        onClick={() => {
          setOpen(true);
        }}
      >
        {t('clone.do')}
      </Button>
      <Modal
        opened={isOpen}
        onClose={close}
        size="lg"
        title={t('clone.title')}
        closeButtonProps={{ 'aria-label': words('act.close') }}
      >
        <CloneForm session={session} onClose={close} />
      </Modal>
    </>
  );
}

function CloneForm({ session, onClose }: CloneProps & { onClose: () => void }) {
  const t = useWords(plans);
  const words = useWords(common);
  const navigate = useNavigate();
  // Sent again after a lost answer, it makes no second copy.
  const [id] = useState(newClientId);
  const { zone } = valuesOf(session);
  const minutes = (Date.parse(session.endsAt) - Date.parse(session.startsAt)) / 60_000;
  const form = useForm<{ startsAt: string | null; endsAt: string | null; zone: string }>({
    initialValues: { startsAt: null, endsAt: null, zone },
  });
  const clone = useAct(
    (values: typeof form.values) =>
      answer(
        api.POST('/api/sessions/{id}/clone', {
          params: { path: { id: session.id } },
          body: {
            ...{ id, zone: values.zone },
            startsAt: instantOf(values.startsAt, values.zone) ?? '',
            endsAt: instantOf(values.endsAt, values.zone) ?? '',
          },
        }),
      ),
    {
      form,
      refresh: [['planning']],
      onDone: async (copy) => {
        notifyDone(t('clone.done'));
        onClose();
        await navigate({ to: '/kelola/sesi/$id', params: { id: copy.id } });
      },
    },
  );
  return (
    <form
      noValidate
      onSubmit={form.onSubmit((values) => {
        clone.mutate(values);
      })}
    >
      <Stack gap="md">
        <Text>{t('clone.text')}</Text>
        <WhenFields form={form} usualMinutes={minutes} />
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            {words('act.cancel')}
          </Button>
          <Button type="submit" loading={clone.isPending}>
            {t('clone.yes')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
