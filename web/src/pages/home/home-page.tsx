// A member's first page: the next session they joined with one big button, what else there is, and their hours this year.
import { Anchor, Button, Group, SimpleGrid, Stack, Title } from '@mantine/core';
import { IconCalendarHeart } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Schema } from '../../api/client.js';
import { queries } from '../../api/queries.js';
import { useMe, useReader } from '../../app/me.js';
import { useWords } from '../../i18n/i18n.js';
import { useNow } from '../../time/use-now.js';
import { MoreButton } from '../../ui/more-button.js';
import { Page } from '../../ui/page.js';
import { Pages } from '../../ui/pages.js';
import { Empty, Loading } from '../../ui/states.js';
import { Invitation } from '../sessions/invitation.js';
import { SessionCard, type CardSession } from '../sessions/session-card.js';
import { sessions } from '../sessions/words.js';
import { Duties } from './duties.js';
import { HoursCard } from './hours-card.js';
import { NextSession } from './next-session.js';

/** How many suggestions a phone shows before they become a list. */
const SUGGESTIONS = 4;

export function HomePage() {
  const t = useWords(sessions);
  const me = useMe();
  const mine = useInfiniteQuery(queries.myRegistrations('upcoming'));
  const name = me.member.nickname ?? me.member.name;
  return (
    <Page title={t(`home.${useDayPart()}`, { name })} tab={t('home.next')}>
      <Invitations />
      <Duties />
      <Pages query={mine} skeleton={<Loading rows={2} height={180} />}>
        {(items) => <Mine items={items} />}
      </Pages>
      <Refused />
      <HoursCard />
      <Suggestions joined={mine.data?.pages.flatMap(({ items }) => items) ?? []} />
    </Page>
  );
}

/** Sessions that wait for my word; nothing where nobody asked. */
function Invitations() {
  const invitations = useQuery(queries.myInvitations());
  return (
    <>
      {(invitations.data ?? []).map((invitation) => (
        <Invitation key={invitation.sessionId} invitation={invitation} />
      ))}
    </>
  );
}

function Mine({ items }: { items: readonly Schema<'MyRegistration'>[] }) {
  const t = useWords(sessions);
  const [next, ...others] = items;
  if (!next) {
    return (
      <Empty icon={<IconCalendarHeart size={30} />} title={t('home.nothing')} text={t('home.nothing.text')}>
        <Button component={Link} to="/jadwal" mt="xs">
          {t('home.to-schedule')}
        </Button>
      </Empty>
    );
  }
  return (
    <Stack gap="lg">
      <NextSession item={next} />
      {others.length > 0 && (
        <Block title={t('home.also')}>
          <Cards items={others.map(cardOf)} />
        </Block>
      )}
    </Stack>
  );
}

/** What staff refused or cancelled, and offers that lapsed: the way to what one can do now; nothing where all is well. */
function Refused() {
  const t = useWords(sessions);
  const query = useInfiniteQuery(queries.myRegistrations('refused'));
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  if (items.length === 0) return null;
  return (
    <Block title={t('home.refused')}>
      <Cards items={items.map(cardOf)} />
      <MoreButton query={query} />
    </Block>
  );
}

function Suggestions({ joined }: { joined: readonly Schema<'MyRegistration'>[] }) {
  const t = useWords(sessions);
  const query = useInfiniteQuery(queries.sessions({ seats: 'left' }));
  const record = useQuery(queries.myRecord());
  if (record.isPending) return null;
  const known = new Set(joined.map(({ session }) => session.id));
  const free = (query.data?.pages[0]?.items ?? []).filter(({ id, registration }) => !known.has(id) && !registration);
  const items = familiarFirst(free, record.data?.topics ?? []).slice(0, SUGGESTIONS);
  if (items.length === 0) return null;
  return (
    <Block
      title={t('home.for-you')}
      action={
        <Anchor component={Link} to="/jadwal">
          {t('home.to-schedule')}
        </Anchor>
      }
    >
      <Cards items={items} />
    </Block>
  );
}

/** What I spent most time on comes first; within a topic, and without one, what starts first. */
function familiarFirst(items: readonly Schema<'SessionCard'>[], topics: readonly Schema<'TopicSum'>[]) {
  const minutes = new Map(topics.map((sum) => [sum.topicId, sum.minutes]));
  const spent = ({ topic }: Schema<'SessionCard'>): number => (topic ? (minutes.get(topic.id) ?? 0) : 0);
  return [...items].sort((a, b) => spent(b) - spent(a));
}

function Block({ title, action, children }: { title: string; action?: ReactNode; children: ReactNode }) {
  return (
    <section>
      <Group justify="space-between" mb="sm">
        <Title order={2}>{title}</Title>
        {action}
      </Group>
      {children}
    </section>
  );
}

function Cards({ items }: { items: readonly CardSession[] }) {
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
      {items.map((session) => (
        <SessionCard key={session.id} session={session} isPublic={false} withDay />
      ))}
    </SimpleGrid>
  );
}

/** One of my registrations as a card. */
function cardOf({ session, ...registration }: Schema<'MyRegistration'>): CardSession {
  return { ...session, topic: session.topic === null ? null : { name: session.topic }, registration };
}

/** Which greeting suits the hour in the member's own zone. */
function useDayPart(): 'morning' | 'noon' | 'afternoon' | 'evening' {
  const { zone } = useReader();
  const now = useNow(60_000);
  const hour = Number(new Intl.DateTimeFormat('en', { timeZone: zone, hour: '2-digit', hourCycle: 'h23' }).format(now));
  if (hour >= 3 && hour < 11) return 'morning';
  if (hour >= 11 && hour < 15) return 'noon';
  return hour >= 15 && hour < 18 ? 'afternoon' : 'evening';
}
