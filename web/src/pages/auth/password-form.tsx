// The first step of signing in: who, and a password; or a code by mail instead.
import { Alert, Button, Divider, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconMail } from '@tabler/icons-react';
import { useState } from 'react';
import { answer, api, done } from '../../api/client.js';
import { ApiProblem } from '../../api/problem.js';
import { useWords } from '../../i18n/i18n.js';
import { useAct } from '../../ui/use-act.js';
import { auth } from './words.js';

interface PasswordFormProps {
  slug: string;
  name: string;
  onChallenge: (challenge: { id: string; identifier: string }) => void;
  onSignedIn: () => Promise<void>;
}

export function PasswordForm({ slug, name, onChallenge, onSignedIn }: PasswordFormProps) {
  const t = useWords(auth);
  const [refusal, setRefusal] = useState('');
  const form = useForm({ initialValues: { identifier: '', password: '' } });
  const signIn = useAct(
    (values: typeof form.values) => done(api.POST('/api/auth/sign-in', { body: { cooperative: slug, ...values } })),
    {
      form,
      onDone: onSignedIn,
      onProblem: (error) => {
        if (!(error instanceof ApiProblem) || error.fields.length > 0 || error.status === 0) return false;
        setRefusal(error.status === 401 ? t('in.wrong') : error.message);
        return true;
      },
    },
  );
  const ask = useAct(
    (identifier: string) => answer(api.POST('/api/auth/challenges', { body: { cooperative: slug, identifier } })),
    {
      form,
      onDone: ({ challengeId }) => {
        onChallenge({ id: challengeId, identifier: form.values.identifier });
      },
    },
  );
  return (
    <form
      noValidate
      onSubmit={form.onSubmit((values) => {
        setRefusal('');
        signIn.mutate(values);
      })}
    >
      <Stack gap="md">
        <Title order={1}>{t('in.title', { name })}</Title>
        {refusal && (
          <Alert color="red" role="alert">
            {refusal}
          </Alert>
        )}
        <TextInput
          label={t('in.identifier')}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          {...form.getInputProps('identifier')}
        />
        <PasswordInput label={t('in.password')} autoComplete="current-password" {...form.getInputProps('password')} />
        <Button type="submit" size="lg" loading={signIn.isPending}>
          {t('in.submit')}
        </Button>
        <Divider label={t('in.or')} />
        <Button
          variant="default"
          leftSection={<IconMail size={20} />}
          loading={ask.isPending}
          onClick={() => {
            ask.mutate(form.values.identifier);
          }}
        >
          {t('in.by-mail')}
        </Button>
        <Text size="sm" c="dimmed">
          {t('in.no-mail')}
        </Text>
      </Stack>
    </form>
  );
}
