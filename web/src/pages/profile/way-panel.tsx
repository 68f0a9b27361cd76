// How the cooperative speaks to me: by which name, in which language, at which hour.
import { Button, Group, NativeSelect, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { LANGUAGES } from '../../../../src/contracts/languages.js';
import { answer, api, type Schema } from '../../api/client.js';
import { queries } from '../../api/queries.js';
import { useMe } from '../../app/me.js';
import { common } from '../../i18n/common.js';
import { switchLanguage, useLanguage, useWords } from '../../i18n/i18n.js';
import { INDONESIAN_ZONES, timeInZone, zoneName } from '../../time/time.js';
import { useNow } from '../../time/use-now.js';
import { Panel } from '../../ui/panel.js';
import { notifyDone } from '../../ui/problem-text.js';
import { useAct } from '../../ui/use-act.js';
import { profile } from './words.js';

export function WayPanel() {
  const t = useWords(profile);
  const words = useWords(common);
  const language = useLanguage();
  const { member } = useMe();
  const client = useQueryClient();
  const now = useNow().toISOString();
  const form = useForm({
    initialValues: { nickname: member.nickname ?? '', language: member.language, zone: member.zone },
  });
  const save = useAct((body: Schema<'MePatch'>) => answer(api.PATCH('/api/me', { body })), {
    form,
    onDone: (me) => {
      client.setQueryData(queries.me().queryKey, me);
      switchLanguage(me.member.language);
      form.resetDirty();
      notifyDone(t('way.saved'));
    },
  });
  return (
    <Panel title={t('way.title')}>
      <form
        noValidate
        onSubmit={form.onSubmit((values) => {
          save.mutate({ ...values, nickname: values.nickname.trim() || null });
        })}
      >
        <Stack gap="md">
          <TextInput
            label={t('way.nickname')}
            description={t('way.nickname.hint')}
            autoComplete="nickname"
            {...form.getInputProps('nickname')}
          />
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            <NativeSelect
              label={t('way.language')}
              data={LANGUAGES.map((value) => ({ value, label: words(`language.${value}`) }))}
              {...form.getInputProps('language')}
            />
            <NativeSelect
              label={t('way.zone')}
              data={zoneChoices(member.zone, now)}
              {...form.getInputProps('zone')}
              description={t('way.zone.hint', { time: timeInZone(now, { language, zone: form.values.zone }) })}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
            />
          </SimpleGrid>
          <Group justify="flex-end">
            <Button type="submit" loading={save.isPending} disabled={!form.isDirty()}>
              {words('act.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Panel>
  );
}

/** The country's three zones, the member's own, and the device's where it is another one. */
function zoneChoices(own: string, now: string): { value: string; label: string }[] {
  const device = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const zones = [...new Set<string>([...INDONESIAN_ZONES, own, device])];
  return zones.map((zone) => ({ value: zone, label: `${zoneName(zone, now)} (${cityOf(zone)})` }));
}

function cityOf(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}
