// The fields of a member: who it is, how to reach them, what they are here.
import { Checkbox, MultiSelect, NativeSelect, SimpleGrid, Stack, TextInput } from '@mantine/core';
import '@mantine/core/styles/Checkbox.css';
import '@mantine/core/styles/Pill.css';
import '@mantine/core/styles/PillsInput.css';
import type { UseFormReturnType } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { LANGUAGES } from '../../../../src/contracts/languages.js';
import { ROLES } from '../../../../src/contracts/permissions.js';
import { staffQueries } from '../../api/staff-queries.js';
import { MEMBER_STATUSES } from '../../app/members-search.js';
import { common } from '../../i18n/common.js';
import { useWords } from '../../i18n/i18n.js';
import { INDONESIAN_ZONES, zoneName } from '../../time/time.js';
import { useNow } from '../../time/use-now.js';
import { Panel } from '../../ui/panel.js';
import type { MemberValues } from './member-values.js';
import { members } from './words.js';

type Form = UseFormReturnType<MemberValues>;

/** @param isNew whose zone may still be left to the unit. */
export function MemberFields({ form, isNew }: { form: Form; isNew: boolean }) {
  return (
    <>
      <PersonPanel form={form} />
      <ContactPanel form={form} />
      <MembershipPanel form={form} />
      <RolesPanel form={form} />
      <ReadingPanel form={form} isNew={isNew} />
    </>
  );
}

function PersonPanel({ form }: { form: Form }) {
  const t = useWords(members);
  return (
    <Panel title={t('one.person')}>
      <TextInput label={t('one.name')} autoComplete="off" {...form.getInputProps('name')} />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextInput label={t('one.number')} autoComplete="off" {...form.getInputProps('number')} />
        <TextInput
          label={t('one.nickname')}
          description={t('one.nickname.hint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          autoComplete="off"
          {...form.getInputProps('nickname')}
        />
      </SimpleGrid>
    </Panel>
  );
}

function ContactPanel({ form }: { form: Form }) {
  const t = useWords(members);
  return (
    <Panel title={t('one.contact')} text={t('one.contact.text')}>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextInput
          type="email"
          inputMode="email"
          label={t('one.email')}
          autoComplete="off"
          {...form.getInputProps('email')}
        />
        <TextInput
          type="tel"
          label={t('one.mobile')}
          description={t('one.mobile.hint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          autoComplete="off"
          {...form.getInputProps('mobile')}
        />
      </SimpleGrid>
    </Panel>
  );
}

function MembershipPanel({ form }: { form: Form }) {
  const t = useWords(members);
  const words = useWords(common);
  const units = useQuery(staffQueries.units());
  return (
    <Panel title={t('one.membership')}>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <NativeSelect
          label={t('one.unit')}
          data={[
            { value: '', label: t('one.unit.none') },
            ...(units.data ?? []).map(({ id, name }) => ({ value: id, label: name })),
          ]}
          {...form.getInputProps('unitId')}
        />
        <TextInput label={t('one.employeeNumber')} autoComplete="off" {...form.getInputProps('employeeNumber')} />
        <NativeSelect
          label={t('one.status')}
          data={MEMBER_STATUSES.map((value) => ({ value, label: words(`member.status.${value}`) }))}
          {...form.getInputProps('status')}
        />
        <TextInput type="date" label={t('one.joinedOn')} {...form.getInputProps('joinedOn')} />
      </SimpleGrid>
    </Panel>
  );
}

function RolesPanel({ form }: { form: Form }) {
  const t = useWords(members);
  const words = useWords(common);
  const units = useQuery(staffQueries.units());
  return (
    <Panel title={t('one.roles.title')}>
      <Checkbox.Group
        size="md"
        label={t('one.roles')}
        description={t('one.roles.hint')}
        {...form.getInputProps('roles')}
      >
        <Stack gap="sm" mt="sm">
          {ROLES.filter((role) => role !== 'member').map((role) => (
            <Checkbox key={role} size="md" value={role} label={words(`role.${role}`)} />
          ))}
        </Stack>
      </Checkbox.Group>
      {form.values.roles.includes('coordinator') && (
        <MultiSelect
          label={t('one.coordinates')}
          data={(units.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          searchable
          {...form.getInputProps('coordinatesUnitIds')}
        />
      )}
    </Panel>
  );
}

function ReadingPanel({ form, isNew }: { form: Form; isNew: boolean }) {
  const t = useWords(members);
  const words = useWords(common);
  const now = useNow().toISOString();
  const zones = [...new Set<string>([...INDONESIAN_ZONES, form.values.zone])].filter((zone) => zone !== '');
  return (
    <Panel title={t('one.reading')}>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <NativeSelect
          label={t('one.language')}
          data={LANGUAGES.map((value) => ({ value, label: words(`language.${value}`) }))}
          {...form.getInputProps('language')}
        />
        <NativeSelect
          label={t('one.zone')}
          data={[
            ...(isNew ? [{ value: '', label: t('one.zone.unit') }] : []),
            ...zones.map((value) => ({ value, label: `${zoneName(value, now)} (${value})` })),
          ]}
          {...form.getInputProps('zone')}
        />
      </SimpleGrid>
    </Panel>
  );
}
