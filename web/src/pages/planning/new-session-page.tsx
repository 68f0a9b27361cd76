// A new session, or a series of them: drafts until they are published.
import { Button } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { newClientId } from '../../api/client-id.js';
import { answer, api, type Schema } from '../../api/client.js';
import { ManageTabs } from '../../app/manage-tabs.js';
import { useMe } from '../../app/me.js';
import { useWords } from '../../i18n/i18n.js';
import { FormFrame } from '../../ui/form-frame.js';
import { Page } from '../../ui/page.js';
import { notifyDone } from '../../ui/problem-text.js';
import { useAct } from '../../ui/use-act.js';
import { emptyValues, inputOf, instantOf, valuesFrom, type EditorValues } from './editor-values.js';
import { NOBODY } from './place-panel.js';
import { RepeatPanel } from './repeat-panel.js';
import { useKeptDates } from './use-kept-dates.js';
import { NO_REPEAT, rruleOf, type RepeatValues } from './repeat-values.js';
import { TemplatePanel } from './template-panel.js';
import { SessionForm } from './session-form.js';
import { plans, staff } from './words.js';

export function NewSessionPage() {
  const t = useWords(staff);
  const p = useWords(plans);
  const navigate = useNavigate();
  const { cooperative } = useMe();
  // Kept while this page is open: pressed twice, or sent again after a lost answer, it makes one session.
  const [id] = useState(newClientId);
  const form = useForm<EditorValues>({ initialValues: emptyValues(cooperative) });
  const repeat = useForm<RepeatValues>({ initialValues: NO_REPEAT });
  const isSeries = repeat.values.isOn;
  const first = firstOf(form.values);
  const otherDates = useKeptDates(repeat.values, first);
  const options = { form, refresh: [['planning'], ['topics']] };
  const [template, setTemplate] = useState<Schema<'SessionTemplate'>>();
  const post = (body: Schema<'SessionInput'>): Promise<{ id: string }> =>
    template
      ? answer(api.POST('/api/session-templates/{id}/sessions', { params: { path: { id: template.id } }, body }))
      : answer(api.POST('/api/sessions', { body }));
  const create = useAct(post, {
    ...options,
    onDone: async ({ id }) => {
      notifyDone(t('edit.created'));
      await navigate({ to: '/kelola/sesi/$id', params: { id } });
    },
  });
  const createAll = useAct((body: Schema<'SeriesInput'>) => answer(api.POST('/api/series', { body })), {
    ...options,
    form: insideSession(form),
    onDone: async ({ sessions }) => {
      notifyDone(p('repeat.created', { count: sessions.length }));
      const [first] = sessions;
      if (first) await navigate({ to: '/kelola/sesi/$id', params: { id: first.id } });
    },
  });
  const save = (values: EditorValues) => {
    if (!isSeries) create.mutate({ id, ...inputOf(values) });
    else createAll.mutate({ id, ...(template ? { templateId: template.id } : {}), ...seriesOf(values, repeat.values) });
  };
  return (
    <>
      <ManageTabs />
      <Page title={t('edit.new')}>
        <FormFrame
          onSubmit={form.onSubmit(save)}
          save={
            <Button type="submit" loading={create.isPending || createAll.isPending}>
              {t('edit.create')}
            </Button>
          }
        >
          <TemplatePanel
            chosenId={template?.id}
            onChoose={(chosen) => {
              setTemplate(chosen);
              if (chosen) form.setValues(valuesFrom(chosen));
            }}
          />
          <SessionForm
            form={form}
            confirmed={NOBODY}
            otherDates={otherDates}
            {...(template ? { usualMinutes: template.content.minutes } : {})}
          />
          <RepeatPanel form={repeat} first={first} />
        </FormFrame>
      </Page>
    </>
  );
}

function firstOf({ startsAt, endsAt, zone }: EditorValues) {
  const [start, end] = [instantOf(startsAt, zone), instantOf(endsAt, zone)];
  return startsAt && start && end ? { wall: startsAt, zone, startsAt: start, endsAt: end } : undefined;
}

function seriesOf(values: EditorValues, repeat: RepeatValues): Schema<'SeriesInput'> {
  return {
    session: inputOf(values),
    rrule: rruleOf(repeat, values.startsAt ?? ''),
    except: repeat.except,
    registration: repeat.isWhole ? 'whole' : 'each',
  };
}

/** The server names a series' fields `session.title`; here they are the form's own. */
function insideSession(form: ReturnType<typeof useForm<EditorValues>>) {
  const own = (path: string) => path.replace(/^session\./, '');
  return {
    setErrors: (errors: Record<string, string>) => {
      form.setErrors(Object.fromEntries(Object.entries(errors).map(([path, text]) => [own(path), text])));
    },
    getInputNode: (path: string) => form.getInputNode(own(path)),
  };
}
