// Changes a session. Moving one that members know of is asked for once, with the number of people who are told.
import { Alert, Button, Stack } from '@mantine/core';
import { useState } from 'react';
import type { Schema } from '../../api/client.js';
import { useWords } from '../../i18n/i18n.js';
import { Confirm } from '../../ui/confirm.js';
import { inputOf, type EditorValues } from './editor-values.js';
import { LiveFields } from './live-fields.js';
import classes from './planning.module.css';
import { SessionForm } from './session-form.js';
import { useChange } from './use-change.js';
import { staff } from './words.js';

interface ChangeFormProps {
  session: Schema<'SessionDetail'>;
  onReload: () => Promise<Schema<'SessionDetail'> | undefined>;
}

export function ChangeForm({ session, onReload }: ChangeFormProps) {
  const t = useWords(staff);
  const [isAsking, setAsking] = useState(false);
  const { form, save, take, isStale } = useChange(session, () => {
    setAsking(false);
  });
  const reload = async () => {
    const fresh = await onReload();
    if (fresh) take(fresh);
  };
  const confirmed = session.confirmed ?? 0;
  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={form.onSubmit((values) => {
        if (session.state !== 'draft' && isMoved(session, values)) setAsking(true);
        else save.mutate(values);
      })}
    >
      {isStale && <Conflict onReload={() => void reload()} />}
      {session.state === 'live' ? (
        <LiveFields form={form} confirmed={confirmed} />
      ) : (
        <SessionForm form={form} confirmed={confirmed} sessionId={session.id} />
      )}
      <div className={classes.save}>
        <Button type="submit" loading={save.isPending} disabled={!form.isDirty()}>
          {t('edit.save')}
        </Button>
      </div>
      <Confirm
        isOpen={isAsking}
        title={t('edit.move.title')}
        text={t('edit.move.text', { count: confirmed + session.waiting })}
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

function Conflict({ onReload }: { onReload: () => void }) {
  const t = useWords(staff);
  return (
    <Alert color="yellow" title={t('edit.conflict')} role="alert">
      <Stack gap="sm" align="flex-start">
        {t('edit.conflict.text')}
        <Button variant="light" onClick={onReload}>
          {t('edit.reload')}
        </Button>
      </Stack>
    </Alert>
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
