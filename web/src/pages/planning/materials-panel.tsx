// What goes with a session: added, named, shown before or after, removed; each saved by itself, apart from the form.
import { Button, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { answer, api, done, type Schema } from '../../api/client.js';
import { queries } from '../../api/queries.js';
import { sending } from '../../api/upload.js';
import { useWords } from '../../i18n/i18n.js';
import { Confirm } from '../../ui/confirm.js';
import { files } from '../../ui/file-words.js';
import { Panel } from '../../ui/panel.js';
import { notifyDone } from '../../ui/problem-text.js';
import { ScopeChoice } from '../../ui/scope-choice.js';
import { Loaded } from '../../ui/states.js';
import { UploadButton } from '../../ui/upload-button.js';
import { useAct } from '../../ui/use-act.js';

type Material = Schema<'Material'>;
const SHOWN_FROM = ['registration', 'end'] as const;
const ACCEPT = '.pdf,.docx,.xlsx,.pptx,.odt,.ods,.odp,image/jpeg,image/png,image/webp,image/gif,image/avif';

export function MaterialsPanel({ sessionId }: { sessionId: string }) {
  const t = useWords(files);
  const query = queries.materials(sessionId);
  const materials = useQuery(query);
  const [shownFrom, setShownFrom] = useState<Material['shownFrom']>('registration');
  const params = { path: { id: sessionId } };
  return (
    <Panel title={t('materials.title')} text={t('materials.edit.text')}>
      <Loaded query={materials}>
        {({ items }) => (
          <Stack gap="lg">
            {items.length === 0 && <Text c="dimmed">{t('materials.none')}</Text>}
            {items.map((material) => (
              <OneMaterial key={material.id} sessionId={sessionId} material={material} />
            ))}
          </Stack>
        )}
      </Loaded>
      {/* Said before it is sent: what is meant for afterwards must not be open for a moment. */}
      <ScopeChoice
        label={t('materials.shown.new')}
        scopes={SHOWN_FROM.map((value) => ({ value, label: t(`materials.shown.${value}`) }))}
        value={shownFrom}
        onChange={setShownFrom}
      />
      <UploadButton
        label={t('materials.add')}
        accept={ACCEPT}
        refresh={[query.queryKey]}
        send={(upload, id) =>
          answer(
            api.POST('/api/sessions/{id}/materials', {
              params: { ...params, query: { id, shownFrom } },
              body: { file: '' },
              ...sending(upload),
            }),
          )
        }
        onDone={() => {
          notifyDone(t('materials.added'));
        }}
      />
    </Panel>
  );
}

function OneMaterial({ sessionId, material }: { sessionId: string; material: Material }) {
  const t = useWords(files);
  const form = useForm({ initialValues: { title: material.title, shownFrom: material.shownFrom } });
  const params = { path: { id: sessionId, materialId: material.id } };
  const save = useAct(
    (body: Schema<'MaterialPatch'>) => answer(api.PATCH('/api/sessions/{id}/materials/{materialId}', { params, body })),
    {
      form,
      refresh: [queries.materials(sessionId).queryKey],
      onDone: () => {
        form.resetDirty();
        notifyDone(t('materials.kept'));
      },
    },
  );
  return (
    <form
      noValidate
      onSubmit={form.onSubmit((values) => {
        save.mutate(values);
      })}
    >
      <Stack gap="xs">
        <Group gap="sm" align="flex-end">
          <TextInput label={t('materials.name')} style={{ flex: '1 1 14rem' }} {...form.getInputProps('title')} />
          <NativeSelect
            label={t('materials.shown')}
            data={SHOWN_FROM.map((value) => ({ value, label: t(`materials.shown.${value}`) }))}
            {...form.getInputProps('shownFrom')}
          />
          <Button type="submit" variant="light" loading={save.isPending} disabled={!form.isDirty()}>
            {t('materials.keep')}
          </Button>
          <RemoveButton sessionId={sessionId} material={material} />
        </Group>
        <Text size="sm" c="dimmed">
          {material.fileName}
        </Text>
      </Stack>
    </form>
  );
}

function RemoveButton({ sessionId, material: { id, title } }: { sessionId: string; material: Material }) {
  const t = useWords(files);
  const [isAsking, setAsking] = useState(false);
  const params = { path: { id: sessionId, materialId: id } };
  const remove = useAct(() => done(api.DELETE('/api/sessions/{id}/materials/{materialId}', { params })), {
    refresh: [queries.materials(sessionId).queryKey],
    onDone: () => {
      setAsking(false);
      notifyDone(t('materials.removed'));
    },
  });
  return (
    <>
      <Button
        variant="subtle"
        color="gray"
        onClick={() => {
          setAsking(true);
        }}
      >
        {t('materials.remove', { title })}
      </Button>
      <Confirm
        isOpen={isAsking}
        title={t('materials.remove.title')}
        text={t('materials.remove.text', { title })}
        yes={t('materials.remove.yes')}
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
