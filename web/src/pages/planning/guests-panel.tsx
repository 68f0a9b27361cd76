// Speakers from outside: a link each, made and taken back by itself, apart from the form.
import { Alert, Button, CopyButton, Group, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { answer, api, done, type Schema } from '../../api/client.js';
import { staffQueries } from '../../api/staff-queries.js';
import { useWords } from '../../i18n/i18n.js';
import { Confirm } from '../../ui/confirm.js';
import { Panel } from '../../ui/panel.js';
import { Loaded } from '../../ui/states.js';
import { useAct } from '../../ui/use-act.js';
import { guest } from '../guest/words.js';

export function GuestsPanel({ sessionId }: { sessionId: string }) {
  const t = useWords(guest);
  const guests = useQuery(staffQueries.guests(sessionId));
  return (
    <Panel title={t('panel.title')} text={t('panel.text')}>
      <Loaded query={guests}>
        {(items) => (
          <Stack gap="sm">
            {items.length === 0 && <Text c="dimmed">{t('panel.none')}</Text>}
            {items.map((one) => (
              <OneGuest key={one.id} sessionId={sessionId} one={one} />
            ))}
          </Stack>
        )}
      </Loaded>
      <NewGuest sessionId={sessionId} />
    </Panel>
  );
}

function OneGuest({ sessionId, one }: { sessionId: string; one: Schema<'SessionGuest'> }) {
  const t = useWords(guest);
  const [isAsking, setAsking] = useState(false);
  const close = () => {
    setAsking(false);
  };
  const params = { path: { id: sessionId, guestId: one.id } };
  const revoke = useAct(() => done(api.DELETE('/api/sessions/{id}/guests/{guestId}', { params })), {
    refresh: [staffQueries.guests(sessionId).queryKey],
    onDone: close,
  });
  return (
    <Group justify="space-between" gap="sm" wrap="nowrap">
      <div>
        <Text fw={600}>{one.name}</Text>
        <Text size="sm" c="dimmed">
          {one.revokedAt ? t('panel.revoked') : t('panel.by', { name: one.madeBy })}
        </Text>
      </div>
      {!one.revokedAt && (
        <Button
          variant="default"
          mih={44}
          style={{ flex: 'none' }}
          aria-label={t('panel.revoke.of', { name: one.name })}
          onClick={() => {
            setAsking(true);
          }}
        >
          {t('panel.revoke')}
        </Button>
      )}
      <Confirm
        isOpen={isAsking}
        title={t('panel.revoke.title', { name: one.name })}
        text={t('panel.revoke.text')}
        yes={t('panel.revoke')}
        isBusy={revoke.isPending}
        onYes={() => {
          revoke.mutate(undefined);
        }}
        onClose={close}
      />
    </Group>
  );
}

function NewGuest({ sessionId }: { sessionId: string }) {
  const t = useWords(guest);
  const form = useForm({ initialValues: { name: '' } });
  const make = useAct(
    (body: Schema<'GuestInput'>) =>
      answer(api.POST('/api/sessions/{id}/guests', { params: { path: { id: sessionId } }, body })),
    {
      form,
      refresh: [staffQueries.guests(sessionId).queryKey],
      onDone: () => {
        form.reset();
      },
    },
  );
  return (
    <>
      <form
        noValidate
        onSubmit={form.onSubmit((values) => {
          make.mutate(values);
        })}
      >
        <Group gap="sm" align="flex-end">
          <TextInput label={t('panel.name')} style={{ flex: '1 1 14rem' }} {...form.getInputProps('name')} />
          <Button type="submit" variant="light" loading={make.isPending}>
            {t('panel.make')}
          </Button>
        </Group>
      </form>
      <div role="status">{make.data && <MadeLink link={make.data} />}</div>
    </>
  );
}

function MadeLink({ link: { name, url } }: { link: Schema<'SessionGuestLink'> }) {
  const t = useWords(guest);
  return (
    <Alert color="brand" title={t('panel.made', { name })}>
      <Stack gap="sm">
        <Text size="sm">{t('panel.once')}</Text>
        <TextInput
          readOnly
          aria-label={t('panel.made', { name })}
          value={url}
          onFocus={({ currentTarget }) => {
            currentTarget.select();
          }}
        />
        <CopyButton value={url}>
          {({ copied, copy }) => (
            <Button variant="default" mih={44} onClick={copy}>
              {t(copied ? 'panel.copied' : 'panel.copy')}
            </Button>
          )}
        </CopyButton>
      </Stack>
    </Alert>
  );
}
