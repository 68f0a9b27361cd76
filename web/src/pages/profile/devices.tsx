// Where I am signed in, and how to end it there.
import { Button, Group, Stack, Text } from '@mantine/core';
import { IconDeviceLaptop, IconDeviceMobile } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, done, type Schema } from '../../api/client.js';
import { queries } from '../../api/queries.js';
import { useReader } from '../../app/me.js';
import { useWords } from '../../i18n/i18n.js';
import { fromNow } from '../../time/time.js';
import { useNow } from '../../time/use-now.js';
import { Confirm } from '../../ui/confirm.js';
import { Panel } from '../../ui/panel.js';
import { notifyDone } from '../../ui/problem-text.js';
import { Loaded, Loading } from '../../ui/states.js';
import { useAct } from '../../ui/use-act.js';
import { profile } from './words.js';
import { Tag } from '../../ui/tag.js';

export function Devices() {
  const t = useWords(profile);
  const tokens = useQuery(queries.tokens());
  return (
    <Panel title={t('devices.title')} text={t('devices.text')}>
      <Loaded query={tokens} skeleton={<Loading rows={2} height={56} />}>
        {({ items }) => (
          <Stack gap="md">
            {items.map((token) => (
              <Device key={token.id} token={token} />
            ))}
            <RevokeOthers count={items.filter(({ isCurrent }) => !isCurrent).length} />
          </Stack>
        )}
      </Loaded>
    </Panel>
  );
}

function Device({ token: { id, device, method, lastUsedAt, isCurrent } }: { token: Schema<'SignIn'> }) {
  const t = useWords(profile);
  const reader = useReader();
  const now = useNow();
  const name = device === '?' ? t('devices.unknown') : device;
  const Icon = /Android|iPhone|iPad/.test(device) ? IconDeviceMobile : IconDeviceLaptop;
  const revoke = useAct(() => done(api.DELETE('/api/auth/tokens/{id}', { params: { path: { id } } })), {
    refresh: [['tokens']],
    onDone: () => {
      notifyDone(t('devices.revoked'));
    },
  });
  return (
    <Group wrap="nowrap" gap="sm">
      <Icon size={26} stroke={1.5} aria-hidden style={{ flex: 'none' }} />
      <div style={{ flex: 1, minWidth: 0 }}>
        <Text fw={600}>
          {name} {isCurrent && <Tag tone="brand">{t('devices.this')}</Tag>}
        </Text>
        <Text size="sm" c="dimmed">
          {t('devices.used', {
            when: fromNow(lastUsedAt, now, reader.language),
            method: t(`devices.method.${method}`),
          })}
        </Text>
      </div>
      {!isCurrent && (
        <Button
          variant="default"
          aria-label={t('devices.revoke.of', { device: name })}
          loading={revoke.isPending}
          onClick={() => {
            revoke.mutate(undefined);
          }}
        >
          {t('devices.revoke')}
        </Button>
      )}
    </Group>
  );
}

function RevokeOthers({ count }: { count: number }) {
  const t = useWords(profile);
  const [isAsking, setAsking] = useState(false);
  const revoke = useAct(() => done(api.DELETE('/api/auth/tokens')), {
    refresh: [['tokens']],
    onDone: () => {
      setAsking(false);
      notifyDone(t('devices.revoked'));
    },
  });
  if (count === 0) return null;
  return (
    <>
      <Button
        variant="subtle"
        color="red"
        onClick={() => {
          setAsking(true);
        }}
      >
        {t('devices.revoke-others')}
      </Button>
      <Confirm
        isOpen={isAsking}
        title={t('devices.confirm.title')}
        text={t('devices.confirm.text', { count })}
        yes={t('devices.confirm.yes', { count })}
        isBusy={revoke.isPending}
        onYes={() => {
          revoke.mutate(undefined);
        }}
        onClose={() => {
          setAsking(false);
        }}
      />
    </>
  );
}
