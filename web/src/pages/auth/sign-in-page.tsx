// Signing in on a cooperative's page: with a password, or with a code by mail.
import { Anchor, Stack } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useWords } from '../../i18n/i18n.js';
import { usePageTitle } from '../../ui/page.js';
import { Loaded, Loading } from '../../ui/states.js';
import classes from './auth.module.css';
import { CodeForm } from './code-form.js';
import { PasswordForm } from './password-form.js';
import { useCooperative } from './use-cooperative.js';
import { auth } from './words.js';

interface Challenge {
  id: string;
  identifier: string;
}

export function SignInPage() {
  const t = useWords(auth);
  const { slug } = useParams({ from: '/open/k/$slug/masuk' });
  const cooperative = useCooperative(slug);
  const enter = useEnter();
  const [challenge, setChallenge] = useState<Challenge>();
  usePageTitle(t('in.title', { name: cooperative.data?.name ?? '' }));
  return (
    <Stack maw={460} mx="auto" pt={{ base: 'md', sm: 48 }}>
      <Loaded query={cooperative} skeleton={<Loading rows={1} height={420} />}>
        {({ name }) => (
          <Stack gap="md">
            <div className={classes.card}>
              {challenge ? (
                <CodeForm
                  slug={slug}
                  challenge={challenge}
                  onChallenge={setChallenge}
                  onBack={() => {
                    setChallenge(undefined);
                  }}
                  onSignedIn={enter}
                />
              ) : (
                <PasswordForm slug={slug} name={name} onChallenge={setChallenge} onSignedIn={enter} />
              )}
            </div>
            <Anchor component={Link} to={`/k/${slug}`} ta="center" py="sm">
              {t('in.to-cooperative', { name })}
            </Anchor>
          </Stack>
        )}
      </Loaded>
    </Stack>
  );
}

/** To where the reader was going; nothing of another user of this device is left in the cache. */
function useEnter(): () => Promise<void> {
  const client = useQueryClient();
  const navigate = useNavigate();
  const { ke } = useSearch({ from: '/open/k/$slug/masuk' });
  return async () => {
    client.clear();
    await navigate({ href: ke ?? '/beranda', replace: true });
  };
}
