// Changes a session. Moving a published one is asked for once, with the number of people who are told.
import { Alert, Button, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { answer, api, type Schema } from '../../api/client.js';
import { isProblem } from '../../api/problem.js';
import { useWords } from '../../i18n/i18n.js';
import { Confirm } from '../../ui/confirm.js';
import { notifyDone } from '../../ui/problem-text.js';
import { useAct } from '../../ui/use-act.js';
import { inputOf, valuesOf, type EditorValues } from './editor-values.js';
import classes from './planning.module.css';
import { SessionForm } from './session-form.js';
import { staff } from './words.js';

interface ChangeFormProps {
  session: Schema<'SessionDetail'>;
  version: number;
  onReload: () => void;
}

export function ChangeForm({ session, version, onReload }: ChangeFormProps) {
  const t = useWords(staff);
  const [isAsking, setAsking] = useState(false);
  const [isStale, setStale] = useState(false);
  const form = useForm<EditorValues>({ initialValues: valuesOf(session) });
  const save = useAct(
    (values: EditorValues) =>
      answer(
        api.PATCH('/api/sessions/{id}', {
          params: { path: { id: session.id } },
          body: { ...inputOf(values), version },
        }),
      ),
    {
      form,
      refresh: [['sessions'], ['planning'], ['topics']],
      onDone: () => {
        setAsking(false);
        notifyDone(t('edit.saved'));
      },
      onProblem: (error) => {
        setAsking(false);
        const hasChanged = isProblem(error, 'version-conflict');
        setStale(hasChanged);
        return hasChanged;
      },
    },
  );
  const reached = (session.confirmed ?? 0) + session.waiting;
  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={form.onSubmit((values) => {
        if (session.state === 'published' && isMoved(session, values)) setAsking(true);
        else save.mutate(values);
      })}
    >
      {isStale && (
        <Alert color="yellow" title={t('edit.conflict')} role="alert">
          <Stack gap="sm" align="flex-start">
            {t('edit.conflict.text')}
            <Button variant="light" onClick={onReload}>
              {t('edit.reload')}
            </Button>
          </Stack>
        </Alert>
      )}
      <SessionForm form={form} confirmed={session.confirmed ?? 0} />
      <div className={classes.save}>
        <Button type="submit" loading={save.isPending} disabled={!form.isDirty()}>
          {t('edit.save')}
        </Button>
      </div>
      <Confirm
        isOpen={isAsking}
        title={t('edit.move.title')}
        text={t('edit.move.text', { count: reached })}
        yes={t('edit.move.yes')}
        isDangerous={false}
        isBusy={save.isPending}
        onYes={() => {
          save.mutate(form.values);
        }}
        onClose={() => {
          setAsking(false);
        }}
      />
    </form>
  );
}

/** Whether people are told: another time, or another place. */
function isMoved(session: Schema<'SessionDetail'>, values: EditorValues): boolean {
  const { startsAt, endsAt, delivery, venue } = inputOf(values);
  const isSameTime = [
    [session.startsAt, startsAt],
    [session.endsAt, endsAt],
  ].every(([before, after]) => Date.parse(before ?? '') === Date.parse(after ?? ''));
  return !isSameTime || session.delivery !== delivery || (session.venue ?? null) !== (venue ?? null);
}
