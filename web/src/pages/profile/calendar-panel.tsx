// My sessions in my own calendar: a private address, seen once, that can be replaced and taken back.
import { Alert, Button, CopyButton, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconBrandGoogle, IconCalendarPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { answer, api, done, type Schema } from '../../api/client.js';
import { queries } from '../../api/queries.js';
import { useReader } from '../../app/me.js';
import { common } from '../../i18n/common.js';
import { useWords } from '../../i18n/i18n.js';
import { fromNow } from '../../time/time.js';
import { useNow } from '../../time/use-now.js';
import { Confirm } from '../../ui/confirm.js';
import { Panel } from '../../ui/panel.js';
import { notifyDone } from '../../ui/problem-text.js';
import { Loaded, Loading } from '../../ui/states.js';
import { useAct } from '../../ui/use-act.js';
import { profile } from './words.js';

export function CalendarPanel() {
  const t = useWords(profile);
  const state = useQuery(queries.calendarFeed());
  const make = useAct(() => answer(api.POST('/api/my/calendar-feed')), { refresh: [['calendar-feed']] });
  const onMake = () => {
    make.mutate(undefined);
  };
  return (
    <Panel title={t('calendar.title')} text={t('calendar.text')}>
      <Loaded query={state} skeleton={<Loading rows={1} height={56} />}>
        {({ feed }) => (
          <Stack gap="md" aria-live="polite">
            {make.data && feed && <Address address={make.data} />}
            {feed ? (
              <Feed feed={feed} isMaking={make.isPending} onMake={onMake} />
            ) : (
              <Button
                variant="light"
                leftSection={<IconCalendarPlus size={20} />}
                loading={make.isPending}
                onClick={onMake}
              >
                {t('calendar.make')}
              </Button>
            )}
          </Stack>
        )}
      </Loaded>
    </Panel>
  );
}

function Address({ address: { url, webcalUrl } }: { address: Schema<'CalendarFeedAddress'> }) {
  const t = useWords(profile);
  const words = useWords(common);
  return (
    <Alert color="yellow">
      <Stack gap="sm">
        <TextInput label={t('calendar.address')} description={t('calendar.once')} readOnly value={url} />
        <Group gap="sm">
          <Button component="a" href={webcalUrl} leftSection={<IconCalendarPlus size={20} />}>
            {t('calendar.open')}
          </Button>
          <Button
            component="a"
            href={`https://calendar.google.com/calendar/r?cid=${encodeURIComponent(webcalUrl)}`}
            target="_blank"
            rel="noreferrer"
            variant="default"
            leftSection={<IconBrandGoogle size={20} />}
          >
            {t('calendar.google')}
          </Button>
          <CopyButton value={url}>
            {({ copied, copy }) => (
              <Button variant="default" onClick={copy}>
                {words(copied ? 'act.copied' : 'act.copy')}
              </Button>
            )}
          </CopyButton>
        </Group>
      </Stack>
    </Alert>
  );
}

interface FeedProps {
  feed: Schema<'CalendarFeed'>;
  isMaking: boolean;
  onMake: () => void;
}

function Feed({ feed: { createdAt, lastReadAt }, isMaking, onMake }: FeedProps) {
  const t = useWords(profile);
  const { language } = useReader();
  const now = useNow();
  const [asked, setAsked] = useState<'again' | 'revoke'>();
  const close = () => {
    setAsked(undefined);
  };
  const revoke = useAct(() => done(api.DELETE('/api/my/calendar-feed')), {
    refresh: [['calendar-feed']],
    onDone: () => {
      close();
      notifyDone(t('calendar.revoked'));
    },
  });
  return (
    <>
      <Text size="sm" c="dimmed">
        {t('calendar.on', { when: fromNow(createdAt, now, language) })}{' '}
        {lastReadAt ? t('calendar.read', { when: fromNow(lastReadAt, now, language) }) : t('calendar.unread')}
      </Text>
      <Group gap="sm">
        <Button
          variant="default"
          loading={isMaking}
          onClick={() => {
            setAsked('again');
          }}
        >
          {t('calendar.again')}
        </Button>
        <Button
          variant="subtle"
          color="red"
          onClick={() => {
            setAsked('revoke');
          }}
        >
          {t('calendar.revoke')}
        </Button>
      </Group>
      {asked && (
        <Confirm
          isOpen
          title={t(`calendar.${asked}.title`)}
          text={t(`calendar.${asked}.text`)}
          yes={t(`calendar.${asked}.yes`)}
          isBusy={revoke.isPending}
          isDangerous={asked === 'revoke'}
          onYes={() => {
            if (asked === 'revoke') {
              revoke.mutate(undefined);
              return;
            }
            close();
            onMake();
          }}
          onClose={close}
        />
      )}
    </>
  );
}
