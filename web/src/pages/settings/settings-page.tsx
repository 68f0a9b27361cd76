// How the cooperative looks, and what it has decided for itself.
import { Alert, Button, ColorInput, Group, NativeSelect, SimpleGrid, Stack, TextInput } from '@mantine/core';
import '@mantine/core/styles/ColorSwatch.css';
import '@mantine/core/styles/ColorPicker.css';
import '@mantine/core/styles/ColorInput.css';
import { useForm, type UseFormReturnType } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { LANGUAGES } from '../../../../src/contracts/languages.js';
import { answer, api, type Schema } from '../../api/client.js';
import { queries } from '../../api/queries.js';
import { staffQueries } from '../../api/staff-queries.js';
import { may } from '../../app/guards.js';
import { ManageTabs } from '../../app/manage-tabs.js';
import { useMe } from '../../app/me.js';
import { common } from '../../i18n/common.js';
import { useWords } from '../../i18n/i18n.js';
import { INDONESIAN_ZONES, zoneName } from '../../time/time.js';
import { useNow } from '../../time/use-now.js';
import { Page } from '../../ui/page.js';
import { Panel } from '../../ui/panel.js';
import { notifyDone } from '../../ui/problem-text.js';
import { Stale } from '../../ui/stale.js';
import { Loaded, Loading } from '../../ui/states.js';
import { useGuardedAct } from '../../ui/use-act.js';
import { HolidaysPanel } from './holidays-panel.js';
import { PolicyFreed, PolicyHour, PolicyNumber, PolicySwitch, type SettingsValues } from './policy-fields.js';
import { WordListPanel } from './word-list-panel.js';
import { settings } from './words.js';

type Values = SettingsValues;
type Form = UseFormReturnType<Values>;

export function SettingsPage() {
  const t = useWords(settings);
  const me = useMe();
  const cooperative = useQuery(staffQueries.cooperative());
  return (
    <>
      <ManageTabs />
      <Page title={t('title')}>
        <Loaded query={cooperative} skeleton={<Loading rows={2} height={220} />}>
          {(data) => (
            <Stack gap="lg">
              <SettingsForm
                key={data.version}
                cooperative={data}
                isReadOnly={!may(me, 'cooperative.manage')}
                onReload={() => void cooperative.refetch()}
              />
              {may(me, 'sessions.plan') && <HolidaysPanel cooperative={data} />}
              {may(me, 'cooperative.manage') && <WordListPanel />}
            </Stack>
          )}
        </Loaded>
      </Page>
    </>
  );
}

interface FormProps {
  cooperative: Schema<'Cooperative'>;
  isReadOnly: boolean;
  onReload: () => void;
}

function SettingsForm({ cooperative: { id, slug, version, ...initialValues }, isReadOnly, onReload }: FormProps) {
  const t = useWords(settings);
  const words = useWords(common);
  const form = useForm<Values>({ initialValues });
  const { save, isStale } = useGuardedAct(
    (values: Values) => answer(api.PATCH('/api/cooperative', { body: { version, ...values } })),
    {
      form,
      refresh: [staffQueries.cooperative().queryKey, queries.me().queryKey],
      onDone: () => {
        notifyDone(t('saved'));
      },
    },
  );
  const panel = { form, isReadOnly };
  return (
    <form
      noValidate
      onSubmit={form.onSubmit((values) => {
        save.mutate(values);
      })}
    >
      <Stack gap="lg">
        {isReadOnly && <Alert color="blue">{t('read-only')}</Alert>}
        <LookPanel {...panel} />
        <RoomPanel {...panel} />
        <AttendancePanel {...panel} />
        <SeatsPanel {...panel} />
        <QuietPanel {...panel} />
        <SignInPanel {...panel} />
        {isStale && <Stale title={t('stale')} onReload={onReload} />}
        {!isReadOnly && (
          <Group justify="flex-end">
            <Button type="submit" loading={save.isPending} disabled={!form.isDirty()}>
              {words('act.save')}
            </Button>
          </Group>
        )}
      </Stack>
    </form>
  );
}

function LookPanel({ form, isReadOnly }: PanelProps) {
  const t = useWords(settings);
  const words = useWords(common);
  const now = useNow().toISOString();
  const zones = [...new Set<string>([...INDONESIAN_ZONES, form.values.zone])];
  return (
    <Panel title={t('look.title')}>
      <TextInput label={t('look.name')} readOnly={isReadOnly} {...form.getInputProps('name')} />
      <ColorInput
        label={t('look.colour')}
        description={t('look.colour.hint')}
        format="hex"
        withEyeDropper={false}
        size="md"
        disabled={isReadOnly}
        {...form.getInputProps('colour')}
      />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <NativeSelect
          label={t('look.language')}
          disabled={isReadOnly}
          data={LANGUAGES.map((value) => ({ value, label: words(`language.${value}`) }))}
          {...form.getInputProps('language')}
        />
        <NativeSelect
          label={t('look.zone')}
          disabled={isReadOnly}
          data={zones.map((value) => ({ value, label: `${zoneName(value, now)} (${value})` }))}
          {...form.getInputProps('zone')}
        />
      </SimpleGrid>
    </Panel>
  );
}

type PanelProps = { form: Form; isReadOnly: boolean };

function RoomPanel(props: PanelProps) {
  const t = useWords(settings);
  return (
    <Panel title={t('room.title')} text={t('room.text')}>
      <Fields>
        <PolicyNumber name="roomOpensMinutes" unit="minutes" {...props} />
        <PolicyNumber name="roomClosesMinutes" unit="minutes" {...props} />
        <PolicyNumber name="undoEndMinutes" unit="minutes" {...props} />
        <PolicyNumber name="devicesPerRoom" unit="devices" {...props} />
        <PolicyNumber name="roomRetentionDays" unit="days" {...props} />
      </Fields>
      <PolicySwitch name="staffSeeAnonymous" {...props} />
    </Panel>
  );
}

function AttendancePanel(props: PanelProps) {
  const t = useWords(settings);
  return (
    <Panel title={t('attendance.title')} text={t('attendance.text')}>
      <Fields>
        <PolicyNumber name="presentPercent" unit="percent" {...props} />
        <PolicyNumber name="bridgedSeconds" unit="seconds" {...props} />
      </Fields>
    </Panel>
  );
}

function SeatsPanel(props: PanelProps) {
  const t = useWords(settings);
  return (
    <Panel title={t('seats.title')} text={t('seats.text')}>
      <Fields>
        <PolicyFreed name="freedVirtual" {...props} />
        <PolicyFreed name="freedOnsite" {...props} />
        <PolicyNumber name="offerHours" unit="hours" {...props} />
      </Fields>
    </Panel>
  );
}

function QuietPanel(props: PanelProps) {
  const t = useWords(settings);
  return (
    <Panel title={t('quiet.title')} text={t('quiet.text')}>
      <Fields>
        <PolicyHour name="quietFromHour" {...props} />
        <PolicyHour name="quietUntilHour" {...props} />
        <PolicyHour name="offerEndsFromHour" {...props} />
      </Fields>
    </Panel>
  );
}

function SignInPanel(props: PanelProps) {
  const t = useWords(settings);
  return (
    <Panel title={t('sign-in.title')} text={t('sign-in.text')}>
      <Fields>
        <PolicyNumber name="signInDays" unit="days" {...props} />
        <PolicyNumber name="adminSignInHours" unit="hours" {...props} />
      </Fields>
    </Panel>
  );
}

function Fields({ children }: { children: ReactNode }) {
  return <SimpleGrid cols={{ base: 1, sm: 2 }}>{children}</SimpleGrid>;
}
