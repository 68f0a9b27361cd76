// Makes or changes the password.
import { Button, Group, PasswordInput, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { api, done } from '../../api/client.js';
import { useWords } from '../../i18n/i18n.js';
import { Panel } from '../../ui/panel.js';
import { notifyDone } from '../../ui/problem-text.js';
import { useAct } from '../../ui/use-act.js';
import { profile } from './words.js';

export function PasswordPanel() {
  const t = useWords(profile);
  const form = useForm({ initialValues: { current: '', password: '' } });
  const save = useAct(
    ({ current, password }: typeof form.values) =>
      done(api.PUT('/api/auth/password', { body: { password, ...(current ? { current } : {}) } })),
    {
      form,
      refresh: [['tokens']],
      onDone: () => {
        form.reset();
        notifyDone(t('password.saved'));
      },
    },
  );
  return (
    <Panel title={t('password.title')} text={t('password.text')}>
      <form
        noValidate
        onSubmit={form.onSubmit((values) => {
          save.mutate(values);
        })}
      >
        <Stack gap="md">
          <PasswordInput
            label={t('password.current')}
            description={t('password.current.hint')}
            autoComplete="current-password"
            {...form.getInputProps('current')}
          />
          <PasswordInput label={t('password.new')} autoComplete="new-password" {...form.getInputProps('password')} />
          <Group justify="flex-end">
            <Button type="submit" variant="light" loading={save.isPending} disabled={form.values.password === ''}>
              {t('password.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Panel>
  );
}
