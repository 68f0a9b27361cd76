// The root of the deployment: which cooperative, unless there is only one or this device knows.
import { Stack, Text, Title } from '@mantine/core';
import { IconBuildingCommunity, IconChevronRight } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, Navigate } from '@tanstack/react-router';
import { queries } from '../../api/queries.js';
import { useWords } from '../../i18n/i18n.js';
import { usePageTitle } from '../../ui/page.js';
import { Empty, Loaded, Loading } from '../../ui/states.js';
import classes from './auth.module.css';
import { auth } from './words.js';

export function ChoosePage() {
  const t = useWords(auth);
  const cooperatives = useQuery(queries.cooperatives());
  usePageTitle(t('choose.title'));
  return (
    <Stack maw={520} mx="auto" gap="lg" pt="xl">
      <div>
        <Title order={1}>{t('choose.title')}</Title>
        <Text c="dimmed" mt={4}>
          {t('choose.lead')}
        </Text>
      </div>
      <Loaded query={cooperatives} skeleton={<Loading rows={2} height={68} />}>
        {(items) => {
          const [only, ...others] = items;
          if (!only) {
            return (
              <Empty
                icon={<IconBuildingCommunity size={30} />}
                title={t('choose.empty')}
                text={t('choose.empty.text')}
              />
            );
          }
          if (others.length === 0) return <Navigate to="/k/$slug" params={{ slug: only.slug }} replace />;
          return (
            <Stack gap="sm" component="ul" p={0} m={0} className={classes.list}>
              {items.map(({ slug, name }) => (
                <li key={slug}>
                  <Link to="/k/$slug" params={{ slug }} className={classes.choice}>
                    <span>{name}</span>
                    <IconChevronRight size={20} aria-hidden />
                  </Link>
                </li>
              ))}
            </Stack>
          );
        }}
      </Loaded>
    </Stack>
  );
}
