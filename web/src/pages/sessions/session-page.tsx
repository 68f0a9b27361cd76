// One session as a member sees it: when, with whom, whether there is a seat, and what I can do about it.
import { Button, Group, Stack, Text, Title, Typography } from '@mantine/core';
import { IconBrandWhatsapp, IconCalendarPlus, IconEdit, IconScreenShare } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { otherLanguage, type Language } from '../../../../src/contracts/languages.js';
import type { Schema } from '../../api/client.js';
import { queries } from '../../api/queries.js';
import { useReader } from '../../app/me.js';
import { common } from '../../i18n/common.js';
import { useLanguage, useWords } from '../../i18n/i18n.js';
import { allZones, longDay, timeSpan } from '../../time/time.js';
import { Cover } from '../../ui/cover.js';
import { usePageTitle } from '../../ui/page.js';
import { series } from '../../ui/rule-words.js';
import { SafeHtml } from '../../ui/safe-html.js';
import { SeriesDates } from '../../ui/series-dates.js';
import { Loaded, Loading } from '../../ui/states.js';
import { Invitation } from './invitation.js';
import { Materials } from './materials.js';
import { MyDuty } from './my-duty.js';
import { MyAnswers } from './my-answers.js';
import { MyAttendance } from './my-attendance.js';
import { People } from './people.js';
import { RegistrationCard } from './registration-card.js';
import classes from './session-page.module.css';
import { WhenAndWhere } from './when-and-where.js';
import { sessions } from './words.js';
import { Tag } from '../../ui/tag.js';

/** Seats move while somebody thinks about it. */
const REFRESH_MS = 15_000;

export function SessionPage() {
  const { id } = useParams({ from: '/member/sesi/$id' });
  const session = useQuery({ ...queries.session(id), refetchInterval: REFRESH_MS });
  return (
    <Loaded query={session} skeleton={<Loading rows={3} height={180} />}>
      {(data) => <SessionView session={data} />}
    </Loaded>
  );
}

function SessionView({ session }: { session: Schema<'SessionDetail'> }) {
  const t = useWords(sessions);
  const words = useWords(common);
  const w = useWords(series);
  const about = descriptionFor(session, useLanguage());
  usePageTitle(session.title);
  return (
    <article className={classes.page}>
      <div className={classes.side}>
        <Cover topic={session.topic?.name ?? session.title} picture={session.cover} />
        <div className={classes.sideMore}>
          <Section title={t('session.people')}>
            <People people={session.facilitators} />
          </Section>
          <Links session={session} />
        </div>
      </div>
      <Stack gap="lg" className={classes.main}>
        <Stack gap="xs">
          <Group gap="xs">
            {session.topic && <Tag>{session.topic.name}</Tag>}
            {session.state !== 'published' && (
              <Tag tone={session.state === 'live' ? 'bad' : 'plain'}>{words(`session.state.${session.state}`)}</Tag>
            )}
          </Group>
          <Title order={1} lang={session.language}>
            {session.title}
          </Title>
        </Stack>
        <WhenAndWhere session={session} />
        <MyInvitation session={session} />
        <MyDuty session={session} />
        <RegistrationCard session={session} />
        <StaffLinks session={session} />
        <MyAnswers session={session} />
        <MyAttendance session={session} />
        <Materials session={session} />
        {session.protocolHtml !== '' && (
          <Section title={t('session.protocol')}>
            <Typography lang={session.language}>
              <SafeHtml html={session.protocolHtml} />
            </Typography>
          </Section>
        )}
        {session.series && (
          <Section title={w('part')}>
            <SeriesDates series={session.series} sessionId={session.id} area="/sesi/$id" />
          </Section>
        )}
        <Section title={t('session.about')}>
          {about.html ? (
            <Typography lang={about.language}>
              <SafeHtml html={about.html} />
            </Typography>
          ) : (
            <Text c="dimmed">{t('session.no-about')}</Text>
          )}
        </Section>
      </Stack>
    </article>
  );
}

function MyInvitation({ session: { id, title, startsAt, endsAt, mine } }: { session: Schema<'SessionDetail'> }) {
  if (mine.invitedAs === null) return null;
  const { invitedAs: role, conflicts } = mine;
  return <Invitation invitation={{ sessionId: id, title, startsAt, endsAt, role, by: null, conflicts }} isHere />;
}

function Section({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section>
      <Title order={2} size="h3" className={classes.sectionTitle}>
        {title}
      </Title>
      {children}
    </section>
  );
}

function Links({ session }: { session: Schema<'SessionDetail'> }) {
  const t = useWords(sessions);
  const reader = useReader();
  const { id, title, startsAt, endsAt } = session;
  const text = t('session.share.text', {
    title,
    day: `${longDay(startsAt, reader)}, ${timeSpan(startsAt, endsAt, reader)}`,
    times: allZones(startsAt, reader.language),
    url: `${window.location.origin}/sesi/${id}`,
  });
  return (
    <Stack gap="xs">
      <Button
        component="a"
        href={`/api/sessions/${id}/calendar.ics`}
        variant="default"
        leftSection={<IconCalendarPlus size={20} />}
        justify="flex-start"
      >
        {t('session.calendar')}
      </Button>
      <Button
        component="a"
        href={`https://wa.me/?text=${encodeURIComponent(text)}`}
        target="_blank"
        rel="noreferrer"
        variant="default"
        leftSection={<IconBrandWhatsapp size={20} />}
        justify="flex-start"
      >
        {t('session.share')}
      </Button>
    </Stack>
  );
}

function StaffLinks({ session: { id, mine } }: { session: Schema<'SessionDetail'> }) {
  const t = useWords(sessions);
  if (!mine.canHost && !mine.canPlan) return null;
  return (
    <Group gap="sm">
      {mine.canHost && (
        <Button component={Link} to={`/sesi/${id}/konsol`} variant="light" leftSection={<IconScreenShare size={20} />}>
          {t('session.to-console')}
        </Button>
      )}
      {mine.canPlan && (
        <Button component={Link} to={`/kelola/sesi/${id}`} variant="light" leftSection={<IconEdit size={20} />}>
          {t('session.to-edit')}
        </Button>
      )}
    </Group>
  );
}

/** In the reader's language where it was written in it, else in whichever there is. */
function descriptionFor(
  { language, descriptionHtml, descriptionOtherHtml }: Schema<'SessionDetail'>,
  reader: Language,
): { language: Language; html: string } {
  const own = { language, html: descriptionHtml };
  const other = { language: otherLanguage(language), html: descriptionOtherHtml };
  const [first, second] = reader === language ? [own, other] : [other, own];
  return first.html === '' ? second : first;
}
