// The second step of signing in by mail: the six digits. The page says the same whether the address is known or not.
import { Button, Input, PinInput, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { answer, api, done } from '../../api/client.js';
import { problemText } from '../../ui/problem-text.js';
import { useWords } from '../../i18n/i18n.js';
import { useAct } from '../../ui/use-act.js';
import { auth } from './words.js';

interface CodeFormProps {
  slug: string;
  challenge: { id: string; identifier: string };
  onChallenge: (challenge: { id: string; identifier: string }) => void;
  onBack: () => void;
  onSignedIn: () => Promise<void>;
}

export function CodeForm({ slug, challenge, onChallenge, onBack, onSignedIn }: CodeFormProps) {
  const t = useWords(auth);
  const [code, setCode] = useState('');
  const [refusal, setRefusal] = useState('');
  const { identifier } = challenge;
  const enter = useAct(
    (digits: string) =>
      done(
        api.POST('/api/auth/challenges/{id}/code', { params: { path: { id: challenge.id } }, body: { code: digits } }),
      ),
    {
      onDone: onSignedIn,
      onProblem: (error) => {
        setRefusal(problemText(error));
        return true;
      },
    },
  );
  const again = useAct(() => answer(api.POST('/api/auth/challenges', { body: { cooperative: slug, identifier } })), {
    onDone: ({ challengeId }) => {
      setCode('');
      setRefusal('');
      onChallenge({ id: challengeId, identifier });
    },
  });
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        enter.mutate(code);
      }}
    >
      <Stack gap="md">
        <Title order={1}>{t('code.title')}</Title>
        <Text c="dimmed">{t('code.lead', { identifier })}</Text>
        <Input.Wrapper label={t('code.label')} error={refusal || undefined}>
          <PinInput
            length={6}
            type="number"
            inputMode="numeric"
            oneTimeCode
            autoFocus
            size="md"
            gap="xs"
            // As high as the theme's inputs are, or they would hang over what follows.
            styles={{ pinInput: { height: 'auto' } }}
            mt={6}
            value={code}
            error={refusal !== ''}
            getInputProps={(index) => ({ 'aria-label': t('code.digit', { n: index + 1 }) })}
            onChange={(digits) => {
              setCode(digits);
              setRefusal('');
            }}
          />
        </Input.Wrapper>
        <Button type="submit" size="lg" disabled={code.length < 6} loading={enter.isPending}>
          {t('code.submit')}
        </Button>
        <Button
          variant="subtle"
          loading={again.isPending}
          onClick={() => {
            again.mutate(undefined);
          }}
        >
          {t('code.again')}
        </Button>
        <Button variant="subtle" color="gray" onClick={onBack}>
          {t('code.other')}
        </Button>
      </Stack>
    </form>
  );
}
