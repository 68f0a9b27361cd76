// Who may register for a session, until when, with whose approval, and how its seats go on.
import { Button, MultiSelect, NativeSelect, NumberInput, SimpleGrid, Stack, Switch } from '@mantine/core';
import '@mantine/core/styles/NumberInput.css';
import '@mantine/core/styles/Pill.css';
import '@mantine/core/styles/PillsInput.css';
import { useForm, type UseFormReturnType } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ROLES } from '../../../../src/contracts/permissions.js';
import { FREED, POLICY_NUMBERS } from '../../../../src/contracts/policy-values.js';
import { answer, api, done, type Schema } from '../../api/client.js';
import { staffQueries } from '../../api/staff-queries.js';
import { common } from '../../i18n/common.js';
import { useMe } from '../../app/me.js';
import { useWords } from '../../i18n/i18n.js';
import { DayAndTimeInput } from '../../ui/day-and-time-input.js';
import { Panel } from '../../ui/panel.js';
import { notifyDone } from '../../ui/problem-text.js';
import { series } from '../../ui/rule-words.js';
import { Stale } from '../../ui/stale.js';
import { Loaded, Loading } from '../../ui/states.js';
import { useGuardedAct } from '../../ui/use-act.js';
import { PrerequisiteFields } from './prerequisite-fields.js';
import { QuotaFields } from './quota-fields.js';
import { ScopeConfirm } from './scope-confirm.js';
import { termsInputOf, termsValuesOf, type TermsValues } from './terms-values.js';
import type { EditScope } from './use-change.js';
import { staff, terms } from './words.js';

type Session = Schema<'SessionDetail'>;
type Form = UseFormReturnType<TermsValues>;
const POLICIES = ['fifo', 'least-educated-first', 'unit-quota'] as const;

export function TermsPanel({ session }: { session: Session }) {
  const t = useWords(terms);
  const query = useQuery(staffQueries.registrationTerms(session.id));
  return (
    <Panel title={t('title')} text={t('text')}>
      <Loaded query={query} skeleton={<Loading rows={2} height={120} />}>
        {(data) => (
          <TermsForm key={data.version} session={session} current={data} onReload={() => void query.refetch()} />
        )}
      </Loaded>
    </Panel>
  );
}

interface TermsFormProps {
  session: Session;
  current: Schema<'RegistrationTerms'>;
  onReload: () => void;
}

function TermsForm({ session, current, onReload }: TermsFormProps) {
  const t = useWords(terms);
  const words = useWords(staff);
  const form = useForm<TermsValues>({ initialValues: termsValuesOf(current, session.zone) });
  const w = useWords(series);
  const [isAsking, setAsking] = useState(false);
  const { save, isStale } = useGuardedAct(
    ({ values, scope }: { values: TermsValues; scope: EditScope }) =>
      saveTerms(session.id, termsInputOf(values, session.zone, current.version), scope).finally(() => {
        setAsking(false);
      }),
    {
      form,
      refresh: [['sessions'], ['planning', 'terms']],
      onDone: () => {
        notifyDone(t('saved'));
      },
    },
  );
  return (
    <form
      noValidate
      onSubmit={form.onSubmit((values) => {
        if (session.series === null) save.mutate({ values, scope: 'one' });
        else setAsking(true);
      })}
    >
      <Stack gap="md">
        {isStale && <Stale title={words('edit.conflict')} onReload={onReload} />}
        <WhoFields form={form} />
        <PrerequisiteFields form={form} sessionId={session.id} chosen={current.sessions} />
        <SeatFields form={form} delivery={session.delivery} />
        <Button type="submit" loading={save.isPending} disabled={!form.isDirty()} style={{ alignSelf: 'flex-start' }}>
          {t('save')}
        </Button>
      </Stack>
      <ScopeConfirm
        isOpen={isAsking}
        text={w('scope.terms')}
        yes={t('save')}
        isBusy={save.isPending}
        onYes={(scope) => {
          save.mutate({ values: form.values, scope });
        }}
        onClose={() => {
          setAsking(false);
        }}
      />
    </form>
  );
}

async function saveTerms(id: string, body: Schema<'RegistrationTermsInput'>, scope: EditScope): Promise<void> {
  const params = { path: { id } };
  if (scope === 'one') await answer(api.PUT('/api/sessions/{id}/registration-terms', { params, body }));
  else await done(api.PUT('/api/sessions/{id}/series/registration-terms', { params, body: { ...body, scope } }));
}

function WhoFields({ form }: { form: Form }) {
  const t = useWords(terms);
  const words = useWords(common);
  const units = useQuery(staffQueries.units());
  return (
    <>
      <Switch size="md" label={t('approval')} {...form.getInputProps('needsApproval', { type: 'checkbox' })} />
      <DayAndTimeInput
        clearable
        label={t('closes')}
        placeholder={t('closes.none')}
        {...form.getInputProps('closesAt')}
      />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <MultiSelect
          label={t('units')}
          placeholder={t('everybody')}
          data={(units.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          searchable
          {...form.getInputProps('unitIds')}
        />
        <MultiSelect
          label={t('roles')}
          placeholder={t('everybody')}
          data={ROLES.map((value) => ({ value, label: words(`role.${value}`) }))}
          {...form.getInputProps('roles')}
        />
      </SimpleGrid>
    </>
  );
}

function SeatFields({ form, delivery }: { form: Form; delivery: Session['delivery'] }) {
  const t = useWords(terms);
  const { quietFromHour, quietUntilHour } = useMe().cooperative.policies;
  const freed = FREED.map((value) => ({ value, label: t(`freed.${value}`) }));
  const { freedVirtual, freedOnsite, queuePolicy } = form.values;
  const isOffered =
    (delivery !== 'onsite' && freedVirtual === 'offer') || (delivery !== 'virtual' && freedOnsite === 'offer');
  return (
    <>
      <NativeSelect
        label={t('policy')}
        data={POLICIES.map((value) => ({ value, label: t(`policy.${value}`) }))}
        {...form.getInputProps('queuePolicy')}
      />
      {queuePolicy === 'unit-quota' && (
        <>
          <QuotaFields
            value={form.values.quotas}
            error={form.errors['quotas']}
            onChange={(quotas) => {
              form.setFieldValue('quotas', quotas);
            }}
          />
          <NumberInput
            label={t('quota-release')}
            description={t('quota-release.hint')}
            min={0}
            max={720}
            maw={320}
            {...form.getInputProps('quotaReleaseHours')}
          />
        </>
      )}
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        {delivery !== 'onsite' && (
          <NativeSelect label={t('freed.virtual')} data={freed} {...form.getInputProps('freedVirtual')} />
        )}
        {delivery !== 'virtual' && (
          <NativeSelect label={t('freed.onsite')} data={freed} {...form.getInputProps('freedOnsite')} />
        )}
      </SimpleGrid>
      {isOffered && (
        <NumberInput
          label={t('offer-hours')}
          description={t('offer-hours.hint', { from: twoDigits(quietFromHour), until: twoDigits(quietUntilHour) })}
          min={POLICY_NUMBERS.offerHours.min}
          max={POLICY_NUMBERS.offerHours.max}
          maw={320}
          {...form.getInputProps('offerHours')}
        />
      )}
    </>
  );
}

function twoDigits(hour: number): string {
  return String(hour).padStart(2, '0');
}
