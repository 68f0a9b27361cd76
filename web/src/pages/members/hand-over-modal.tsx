// A one-time link for a member who cannot be reached by mail; staff hand it over, by WhatsApp say.
import { Button, CopyButton, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { IconBrandWhatsapp } from '@tabler/icons-react';
import { answer, api, type Schema } from '../../api/client.js';
import { useMe, useReader } from '../../app/me.js';
import { common } from '../../i18n/common.js';
import { useWords } from '../../i18n/i18n.js';
import { dayAndTime } from '../../time/time.js';
import { useAct } from '../../ui/use-act.js';
import { members } from './words.js';

export function HandOverModal({ member, onClose }: { member: Schema<'Member'>; onClose: () => void }) {
  const t = useWords(members);
  const words = useWords(common);
  const { id, name } = member;
  const make = useAct(() => answer(api.POST('/api/auth/hand-over-links', { body: { memberId: id } })));
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('link.title', { name })}
      closeButtonProps={{ 'aria-label': words('act.close') }}
    >
      <Stack gap="md" aria-live="polite">
        <Text>{t('link.text', { name })}</Text>
        {make.data ? (
          <Ready member={member} link={make.data} />
        ) : (
          <Button
            loading={make.isPending}
            onClick={() => {
              make.mutate(undefined);
            }}
          >
            {t('link.make')}
          </Button>
        )}
      </Stack>
    </Modal>
  );
}

function Ready({ member, link }: { member: Schema<'Member'>; link: Schema<'HandOverLink'> }) {
  const t = useWords(members);
  const words = useWords(common);
  const reader = useReader();
  const { cooperative } = useMe();
  const { name, nickname, mobile } = member;
  const message = t('link.message', { name: nickname ?? name, cooperative: cooperative.name, url: link.url });
  return (
    <>
      <TextInput label={t('link.address')} readOnly value={link.url} />
      <Text size="sm" c="dimmed">
        {t('link.ready', { until: dayAndTime(link.expiresAt, reader) })}
      </Text>
      <Group gap="sm">
        <CopyButton value={link.url}>
          {({ copied, copy }) => (
            <Button variant="default" onClick={copy}>
              {words(copied ? 'act.copied' : 'act.copy')}
            </Button>
          )}
        </CopyButton>
        <Button
          component="a"
          href={`https://wa.me/${(mobile ?? '').replace('+', '')}?text=${encodeURIComponent(message)}`}
          target="_blank"
          rel="noreferrer"
          leftSection={<IconBrandWhatsapp size={20} />}
        >
          {t('link.whatsapp')}
        </Button>
      </Group>
    </>
  );
}
