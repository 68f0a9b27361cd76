// A new session may begin with what a template says; its name is changed here, or it is thrown away.
import { Button, Group, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { answer, api, done, type Schema } from '../../api/client.js';
import { staffQueries } from '../../api/staff-queries.js';
import { useWords } from '../../i18n/i18n.js';
import { Confirm } from '../../ui/confirm.js';
import { Panel } from '../../ui/panel.js';
import { notifyDone } from '../../ui/problem-text.js';
import { useAct } from '../../ui/use-act.js';
import { NameModal } from './template-button.js';
import { plans } from './words.js';

type Template = Schema<'SessionTemplate'>;

interface TemplatePanelProps {
  chosenId: string | undefined;
  onChoose: (template: Template | undefined) => void;
}

/** Nothing, while the cooperative has no template. */
export function TemplatePanel({ chosenId, onChoose }: TemplatePanelProps) {
  const t = useWords(plans);
  const templates = useQuery(staffQueries.templates()).data?.items ?? [];
  if (templates.length === 0) return null;
  const chosen = templates.find(({ id }) => id === chosenId);
  return (
    <Panel title={t('template.title')}>
      <NativeSelect
        label={t('template.choose')}
        value={chosenId ?? ''}
        data={[
          { value: '', label: t('template.none') },
          ...templates.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={({ currentTarget }) => {
          onChoose(templates.find(({ id }) => id === currentTarget.value));
        }}
      />
      {chosen && (
        <Group gap="sm">
          <RenameButton template={chosen} />
          <RemoveButton
            template={chosen}
            onDone={() => {
              onChoose(undefined);
            }}
          />
        </Group>
      )}
    </Panel>
  );
}

function RenameButton({ template: { id, name } }: { template: Template }) {
  const t = useWords(plans);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        variant="light"
        onClick={() => {
          setOpen(true);
        }}
      >
        {t('template.rename')}
      </Button>
      <NameModal
        isOpen={isOpen}
        title={t('template.rename')}
        name={name}
        onName={(next) =>
          answer(api.PATCH('/api/session-templates/{id}', { params: { path: { id } }, body: { name: next } }))
        }
        done={t('template.renamed')}
        onClose={() => {
          setOpen(false);
        }}
      />
    </>
  );
}

function RemoveButton({ template: { id, name }, onDone }: { template: Template; onDone: () => void }) {
  const t = useWords(plans);
  const [isAsking, setAsking] = useState(false);
  const remove = useAct(() => done(api.DELETE('/api/session-templates/{id}', { params: { path: { id } } })), {
    refresh: [['planning', 'templates']],
    onDone: () => {
      setAsking(false);
      notifyDone(t('template.removed'));
      onDone();
    },
  });
  return (
    <>
      <Button
        variant="subtle"
        color="red"
        onClick={() => {
          setAsking(true);
        }}
      >
        {t('template.remove')}
      </Button>
      <Confirm
        isOpen={isAsking}
        title={t('template.remove.title', { name })}
        text={t('template.remove.text')}
        yes={t('template.remove.yes')}
        isBusy={remove.isPending}
        onYes={() => {
          remove.mutate(undefined);
        }}
        onClose={() => {
          setAsking(false);
        }}
      />
    </>
  );
}
