// The third step of an import: what is in the file, every bad line with its reason; and the choice to apply it.
import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { faultText } from '../../../../src/contracts/words/field-names.js';
import { answer, api, type Schema } from '../../api/client.js';
import { staffQueries } from '../../api/staff-queries.js';
import { useReader } from '../../app/me.js';
import { useWords } from '../../i18n/i18n.js';
import { count as format } from '../../time/time.js';
import { Confirm } from '../../ui/confirm.js';
import { DataTable } from '../../ui/data-table.js';
import { MoreButton } from '../../ui/more-button.js';
import { Panel } from '../../ui/panel.js';
import { Failed, Loading } from '../../ui/states.js';
import { useAct } from '../../ui/use-act.js';
import classes from './import.module.css';
import { members } from './words.js';

type Import = Schema<'RosterImport'>;
const COUNTS = ['new', 'changed', 'unchanged', 'bad', 'absent'] as const;

export function ImportChecked({ data, onBack }: { data: Import; onBack: () => void }) {
  const t = useWords(members);
  const { language } = useReader();
  const { counts } = data;
  if (!counts) return <Loading rows={1} />;
  return (
    <>
      <Panel title={t('in.checked.title')} text={t('in.checked.text')}>
        <dl className={classes.counts}>
          {COUNTS.map((name) => (
            <div key={name} className={name === 'bad' && counts.bad > 0 ? classes.bad : classes.count}>
              <dt>{t(`in.count.${name}`)}</dt>
              <dd>{format(counts[name], language)}</dd>
            </div>
          ))}
        </dl>
        <Group justify="space-between" gap="sm">
          <Button variant="subtle" onClick={onBack}>
            {t('in.back')}
          </Button>
          <ApplyButton data={data} counts={counts} />
        </Group>
      </Panel>
      {counts.bad > 0 && <BadLines id={data.id} />}
    </>
  );
}

function ApplyButton({ data, counts }: { data: Import; counts: NonNullable<Import['counts']> }) {
  const t = useWords(members);
  const [isAsking, setAsking] = useState(false);
  const good = counts.new + counts.changed;
  const mode = counts.bad > 0 ? 'good' : 'all';
  const apply = useAct(
    () => answer(api.POST('/api/roster-imports/{id}/apply', { params: { path: { id: data.id } }, body: { mode } })),
    {
      refresh: [['roster', data.id]],
      onDone: () => {
        setAsking(false);
      },
    },
  );
  return (
    <>
      <Button
        onClick={() => {
          setAsking(true);
        }}
      >
        {t(mode === 'all' ? 'in.apply.all' : 'in.apply.good', { count: good + counts.unchanged })}
      </Button>
      <Confirm
        isOpen={isAsking}
        title={t('in.apply.title')}
        text={t('in.apply.text', { new: counts.new, changed: counts.changed, bad: counts.bad })}
        yes={t('in.apply.yes')}
        isDangerous={false}
        isBusy={apply.isPending}
        onYes={() => {
          apply.mutate(undefined);
        }}
        onClose={() => {
          setAsking(false);
        }}
      />
    </>
  );
}

function BadLines({ id }: { id: string }) {
  const t = useWords(members);
  const { language } = useReader();
  const query = useInfiniteQuery(staffQueries.rosterErrors(id));
  if (query.isPending) return <Loading rows={3} height={48} />;
  if (query.isError) return <Failed error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <Panel
      title={t('in.errors')}
      action={<Anchor href={`/api/roster-imports/${id}/errors.csv`}>{t('in.errors.csv')}</Anchor>}
    >
      <DataTable
        caption={t('in.errors')}
        rows={query.data.pages.flatMap(({ items }) => items)}
        keyOf={({ line }) => String(line)}
        columns={[
          {
            key: 'line',
            head: t('in.errors'),
            isTitle: true,
            cell: ({ line }) => <Text fw={600}>{t('in.errors.line', { line: String(line) })}</Text>,
          },
          {
            key: 'who',
            head: t('column.member'),
            cell: ({ name, number }) => [name, number].filter(Boolean).join(' · '),
          },
          {
            key: 'why',
            head: t('in.errors.why'),
            cell: ({ faults }) => (
              <Stack gap={2}>
                {faults.map((fault) => (
                  <Text key={fault.path + fault.message} size="sm">
                    {faultText(fault, language)}
                  </Text>
                ))}
              </Stack>
            ),
          },
        ]}
      />
      <MoreButton query={query} />
    </Panel>
  );
}
