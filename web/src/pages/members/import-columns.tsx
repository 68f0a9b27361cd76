// The second step of an import: which column means what. Guessed by the server, decided here with samples in sight.
import { Button, Group, NativeSelect, Text } from '@mantine/core';
import { useState } from 'react';
import { answer, api, type Schema } from '../../api/client.js';
import { ApiProblem } from '../../api/problem.js';
import { useWords } from '../../i18n/i18n.js';
import { DataTable } from '../../ui/data-table.js';
import { Panel } from '../../ui/panel.js';
import { problemText } from '../../ui/problem-text.js';
import { useAct } from '../../ui/use-act.js';
import { FIELDS, type Field } from './roster-fields.js';
import { members } from './words.js';

type Import = Schema<'RosterImport'>;
const SAMPLES = 3;

export function ImportColumns({ data, onSent }: { data: Import; onSent: () => void }) {
  const t = useWords(members);
  const [mapping, setMapping] = useState<Import['suggested']>(data.mapping ?? data.suggested);
  const check = useAct(
    ({ number, name, ...others }: Import['suggested']) =>
      answer(
        api.POST('/api/roster-imports/{id}/dry-run', {
          params: { path: { id: data.id } },
          body: { mapping: { number: number ?? -1, name: name ?? -1, ...others } },
        }),
      ),
    { refresh: [['roster', data.id]], onDone: onSent, onProblem: () => true },
  );
  const fieldOf = (column: number) => FIELDS.find((field) => mapping[field] === column);
  const choose = (column: number, field: Field | undefined) => {
    const kept = Object.fromEntries(Object.entries(mapping).filter(([name, at]) => at !== column && name !== field));
    setMapping(field ? { ...kept, [field]: column } : kept);
  };
  const isReady = mapping.number !== undefined && mapping.name !== undefined;
  return (
    <Panel title={t('in.columns.title')} text={t('in.columns.text')}>
      <DataTable
        caption={t('in.columns.title')}
        rows={data.headers.map((header, column) => ({ ...header, column }))}
        keyOf={({ column }) => String(column)}
        columns={[
          {
            key: 'name',
            head: t('in.columns.column'),
            isTitle: true,
            cell: ({ name }) => <Text fw={600}>{name}</Text>,
          },
          {
            key: 'samples',
            head: t('in.columns.sample'),
            cell: ({ column, isNationalId }) =>
              isNationalId
                ? t('in.columns.nik')
                : data.samples
                    .slice(0, SAMPLES)
                    .map((row) => row[column])
                    .filter(Boolean)
                    .join(', '),
          },
          {
            key: 'field',
            head: t('in.columns.field'),
            isTitle: true,
            cell: ({ name, column }) => (
              <NativeSelect
                aria-label={t('in.columns.field-of', { column: name })}
                value={fieldOf(column) ?? ''}
                data={[
                  { value: '', label: t('in.columns.skip') },
                  ...FIELDS.map((value) => ({ value, label: t(`in.field.${value}`) })),
                ]}
                onChange={(event) => {
                  choose(
                    column,
                    FIELDS.find((field) => field === event.currentTarget.value),
                  );
                }}
              />
            ),
          },
        ]}
      />
      {check.error && (
        <Text c="red" role="alert">
          {problemText(check.error)}{' '}
          {check.error instanceof ApiProblem && check.error.fields.map(({ message }) => message).join(' ')}
        </Text>
      )}
      <Group justify="flex-end">
        <Button
          disabled={!isReady}
          loading={check.isPending}
          onClick={() => {
            check.mutate(mapping);
          }}
        >
          {t('in.columns.check')}
        </Button>
      </Group>
    </Panel>
  );
}
