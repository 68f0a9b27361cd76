// How the cooperative looks, and what it has decided for itself.
import { Button, ColorInput, Group, NativeSelect, NumberInput, SimpleGrid, Stack, TextInput } from '@mantine/core';
import '@mantine/core/styles/ColorSwatch.css';
import '@mantine/core/styles/ColorPicker.css';
import '@mantine/core/styles/ColorInput.css';
import '@mantine/core/styles/NumberInput.css';
import { useForm, type UseFormReturnType } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { LANGUAGES } from '../../../../src/contracts/languages.js';
import { answer, api, type Schema } from '../../api/client.js';
import { queries } from '../../api/queries.js';
import { staffQueries } from '../../api/staff-queries.js';
import { ManageTabs } from '../../app/manage-tabs.js';
import { common } from '../../i18n/common.js';
import { useWords } from '../../i18n/i18n.js';
import { INDONESIAN_ZONES, zoneName } from '../../time/time.js';
import { useNow } from '../../time/use-now.js';
import { Page } from '../../ui/page.js';
import { Panel } from '../../ui/panel.js';
import { notifyDone } from '../../ui/problem-text.js';
import { Loaded, Loading } from '../../ui/states.js';
import { useAct } from '../../ui/use-act.js';
import { HolidaysPanel } from './holidays-panel.js';
import { settings } from './words.js';

type Values = Omit<Schema<'Cooperative'>, 'id' | 'slug'>;
type Form = UseFormReturnType<Values>;

export function SettingsPage() {
  const t = useWords(settings);
  const cooperative = useQuery(staffQueries.cooperative());
  return (
    <>
      <ManageTabs />
      <Page title={t('title')}>
        <Loaded query={cooperative} skeleton={<Loading rows={2} height={220} />}>
          {(data) => (
            <Stack gap="lg">
              <SettingsForm cooperative={data} />
              <HolidaysPanel cooperative={data} />
            </Stack>
          )}
        </Loaded>
      </Page>
    </>
  );
}

function SettingsForm({ cooperative: { id, slug, ...initialValues } }: { cooperative: Schema<'Cooperative'> }) {
  const t = useWords(settings);
  const words = useWords(common);
  const form = useForm<Values>({ initialValues });
  const save = useAct((body: Values) => answer(api.PATCH('/api/cooperative', { body })), {
    form,
    refresh: [staffQueries.cooperative().queryKey, queries.me().queryKey],
    onDone: () => {
      form.resetDirty();
      notifyDone(t('saved'));
    },
  });
  return (
    <form
      noValidate
      onSubmit={form.onSubmit((values) => {
        save.mutate(values);
      })}
    >
      <Stack gap="lg">
        <LookPanel form={form} />
        <AttendancePanel form={form} />
        <Group justify="flex-end">
          <Button type="submit" loading={save.isPending} disabled={!form.isDirty()}>
            {words('act.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function LookPanel({ form }: { form: Form }) {
  const t = useWords(settings);
  const words = useWords(common);
  const now = useNow().toISOString();
  const zones = [...new Set<string>([...INDONESIAN_ZONES, form.values.zone])];
  return (
    <Panel title={t('look.title')}>
      <TextInput label={t('look.name')} {...form.getInputProps('name')} />
      <ColorInput
        label={t('look.colour')}
        description={t('look.colour.hint')}
        format="hex"
        withEyeDropper={false}
        size="md"
        {...form.getInputProps('colour')}
      />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <NativeSelect
          label={t('look.language')}
          data={LANGUAGES.map((value) => ({ value, label: words(`language.${value}`) }))}
          {...form.getInputProps('language')}
        />
        <NativeSelect
          label={t('look.zone')}
          data={zones.map((value) => ({ value, label: `${zoneName(value, now)} (${value})` }))}
          {...form.getInputProps('zone')}
        />
      </SimpleGrid>
    </Panel>
  );
}

function AttendancePanel({ form }: { form: Form }) {
  const t = useWords(settings);
  return (
    <Panel title={t('attendance.title')} text={t('attendance.text')}>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <NumberInput
          label={t('attendance.present')}
          description={t('attendance.present.hint')}
          min={1}
          max={100}
          suffix=" %"
          {...form.getInputProps('policies.presentPercent')}
        />
        <NumberInput
          label={t('attendance.bridged')}
          description={t('attendance.bridged.hint')}
          min={0}
          max={900}
          {...form.getInputProps('policies.bridgedSeconds')}
        />
      </SimpleGrid>
    </Panel>
  );
}
