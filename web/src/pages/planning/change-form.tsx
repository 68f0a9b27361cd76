// Changes a session. Moving one that members know of is asked for once, with the number of people who are told.
import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Schema } from '../../api/client.js';
import { useWords } from '../../i18n/i18n.js';
import { Confirm } from '../../ui/confirm.js';
import { FormFrame } from '../../ui/form-frame.js';
import { series } from '../../ui/rule-words.js';
import { Stale } from '../../ui/stale.js';
import { inputOf, type EditorValues } from './editor-values.js';
import { LiveFields } from './live-fields.js';
import { SessionForm } from './session-form.js';
import { EditScopeChoice } from './edit-scope-choice.js';
import { useChange, type EditScope } from './use-change.js';
import { staff } from './words.js';

interface ChangeFormProps {
  session: Schema<'SessionDetail'>;
  onReload: () => Promise<Schema<'SessionDetail'> | undefined>;
}

export function ChangeForm({ session, onReload }: ChangeFormProps) {
  const t = useWords(staff);
  const w = useWords(series);
  const [isAsking, setAsking] = useState(false);
  const { form, save, take, isStale } = useChange(session, () => {
    setAsking(false);
  });
  const [scope, setScope] = useState<EditScope>('one');
  const client = useQueryClient();
  const reload = async () => {
    await client.invalidateQueries({ queryKey: ['sessions', 'series'] });
    const fresh = await onReload();
    if (fresh) take(fresh);
  };
  const confirmed = session.confirmed ?? 0;
  const mayBeForMany = session.series !== null && session.state !== 'live';
  return (
    <FormFrame
      onSubmit={form.onSubmit((values) => {
        if (mayBeForMany || (session.state !== 'draft' && isMoved(session, values))) setAsking(true);
        else save.mutate({ values, scope: 'one' });
      })}
      save={
        <Button type="submit" loading={save.isPending} disabled={!form.isDirty()}>
          {t('edit.save')}
        </Button>
      }
    >
      {isStale && <Stale title={t('edit.conflict')} onReload={() => void reload()} />}
      {session.state === 'live' ? (
        <LiveFields form={form} confirmed={confirmed} />
      ) : (
        <SessionForm form={form} confirmed={confirmed} sessionId={session.id} />
      )}
      <Confirm
        isOpen={isAsking}
        title={mayBeForMany ? w('scope.title') : t('edit.move.title')}
        text={mayBeForMany ? w('scope.text') : t('edit.move.text', { count: confirmed + session.waiting })}
        yes={mayBeForMany ? t('edit.save') : t('edit.move.yes')}
        isDangerous={false}
        isBusy={save.isPending}
        onYes={() => {
          save.mutate({ values: form.values, scope: mayBeForMany ? scope : 'one' });
        }}
        onClose={() => {
          setAsking(false);
        }}
      >
        {mayBeForMany && <EditScopeChoice value={scope} onChange={setScope} />}
      </Confirm>
    </FormFrame>
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
