// What a member must have attended or learned before they may register.
import { ActionIcon, Button, Group, Input, MultiSelect, NativeSelect, NumberInput, Stack } from '@mantine/core';
import '@mantine/core/styles/NumberInput.css';
import type { UseFormReturnType } from '@mantine/form';
import { useDebouncedValue } from '@mantine/hooks';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Schema } from '../../api/client.js';
import { queries } from '../../api/queries.js';
import { staffQueries } from '../../api/staff-queries.js';
import { useReader } from '../../app/me.js';
import { common } from '../../i18n/common.js';
import { useWords } from '../../i18n/i18n.js';
import { mediumDay } from '../../time/time.js';
import type { LearnedRow, TermsValues } from './terms-values.js';
import { staff, terms } from './words.js';

type Form = UseFormReturnType<TermsValues>;
type Named = Schema<'RegistrationTerms'>['sessions'][number];

interface PrerequisiteFieldsProps {
  form: Form;
  sessionId: string;
  /** Those that are saved, by name. */
  chosen: Named[];
}

export function PrerequisiteFields({ form, sessionId, chosen }: PrerequisiteFieldsProps) {
  const refused = Object.entries(form.errors).find(([path]) => /^prerequisites(\.|$)/.test(path));
  return (
    <Stack gap="sm" data-path="prerequisites">
      <AttendedField form={form} sessionId={sessionId} chosen={chosen} />
      <LearnedFields form={form} />
      {refused && (
        <Input.Error size="md" role="alert">
          {refused[1]}
        </Input.Error>
      )}
    </Stack>
  );
}

/** Any session of the cooperative, found by its words while one types. */
function AttendedField({ form, sessionId, chosen }: PrerequisiteFieldsProps) {
  const t = useWords(terms);
  const words = useWords(common);
  const say = useWords(staff);
  const reader = useReader();
  const [text, setText] = useState('');
  const [q] = useDebouncedValue(text.trim(), 250);
  const query = useQuery(staffQueries.plannedSessions(q));
  const found = query.data?.items ?? [];
  // Whatever is chosen keeps its name, whether the search of the moment finds it or not.
  const [known, setKnown] = useState(chosen);
  const value = form.values.sessionIds;
  const kept = known.filter(({ id }) => value.includes(id));
  const offered = found.filter(({ id }) => id !== sessionId && !value.includes(id));
  return (
    <MultiSelect
      label={t('sessions')}
      value={value}
      data={[...kept, ...offered].map(({ id, title, startsAt }) => ({
        value: id,
        label: `${title} · ${mediumDay(startsAt, reader)}`,
      }))}
      searchable
      hidePickedOptions
      searchValue={text}
      onSearchChange={setText}
      // The server has searched, also in what the labels do not show.
      filter={({ options }) => options}
      nothingFoundMessage={query.isPending ? words('state.loading') : say('reg.move.many.none')}
      onChange={(ids) => {
        setKnown([...kept, ...offered.filter(({ id }) => ids.includes(id))]);
        form.setFieldValue('sessionIds', ids);
      }}
    />
  );
}

function LearnedFields({ form }: { form: Form }) {
  const t = useWords(terms);
  const topics = useQuery(queries.topics()).data ?? [];
  const rows = form.values.learned;
  const set = (at: number, row: LearnedRow): void => {
    form.setFieldValue(
      'learned',
      rows.map((one, index) => (index === at ? row : one)),
    );
  };
  const isChosenElsewhere = (id: string, at: number): boolean =>
    rows.some((one, index) => index !== at && one.topicId === id);
  return (
    <>
      {rows.map((row, at) => (
        <Group key={at} gap="sm" align="flex-end" wrap="nowrap">
          <NativeSelect
            label={t('topic')}
            style={{ flex: 1, minWidth: 0 }}
            value={row.topicId}
            data={[
              { value: '', label: '–' },
              ...topics
                .filter(({ id }) => !isChosenElsewhere(id, at))
                .map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={(event) => {
              set(at, { ...row, topicId: event.currentTarget.value });
            }}
          />
          <NumberInput
            label={t('hours')}
            w={140}
            min={1}
            max={1000}
            value={row.hours}
            onChange={(hours) => {
              set(at, { ...row, hours });
            }}
          />
          <ActionIcon
            color="gray"
            aria-label={t('learned.remove', { at: at + 1 })}
            onClick={() => {
              form.setFieldValue(
                'learned',
                rows.filter((_, index) => index !== at),
              );
            }}
          >
            <IconX size={20} />
          </ActionIcon>
        </Group>
      ))}
      <Button
        variant="default"
        leftSection={<IconPlus size={20} />}
        style={{ alignSelf: 'flex-start' }}
        onClick={() => {
          form.setFieldValue('learned', [...rows, { topicId: '', hours: 1 }]);
        }}
      >
        {t('learned.add')}
      </Button>
    </>
  );
}
