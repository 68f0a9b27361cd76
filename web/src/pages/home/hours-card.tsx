// My hours of learning this year.
import { Anchor, Group, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { queries } from '../../api/queries.js';
import { useReader } from '../../app/me.js';
import { useWords } from '../../i18n/i18n.js';
import { hours } from '../../time/time.js';
import { useNow } from '../../time/use-now.js';
import { sessions } from '../sessions/words.js';
import classes from './hours-card.module.css';

export function HoursCard() {
  const t = useWords(sessions);
  const { language } = useReader();
  const year = useNow(3_600_000).getFullYear();
  const { data } = useQuery(queries.myRecord());
  if (!data) return null;
  const sum = data.years.find((one) => one.year === year);
  return (
    <section className={classes.card}>
      <Group justify="space-between">
        <Title order={2} size="h3">
          {t('home.hours', { year: String(year) })}
        </Title>
        <Anchor component={Link} to="/catatan">
          {t('home.hours.more')}
        </Anchor>
      </Group>
      <Group gap="md" align="baseline" mt={4}>
        <span className={classes.number}>{t('home.hours.unit', { hours: hours(sum?.minutes ?? 0, language) })}</span>
        <Text c="dimmed">{t('home.hours.sessions', { count: sum?.sessions ?? 0 })}</Text>
      </Group>
    </section>
  );
}
