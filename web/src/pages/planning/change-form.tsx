// Changes a session. Moving one that members know of is asked for once, with the number of people who are told.
import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { Schema } from '../../api/client.js';
import { queries } from '../../api/queries.js';
import { useWords } from '../../i18n/i18n.js';
import { Confirm } from '../../ui/confirm.js';
import { FormFrame } from '../../ui/form-frame.js';
import { series } from '../../ui/rule-words.js';
import { Stale } from '../../ui/stale.js';
import { inputOf, type EditorValues } from './editor-values.js';
import { LiveFields } from './live-fields.js';
import { NOBODY } from './place-panel.js';
import { SessionForm } from './session-form.js';
import { EditScopeChoice } from './edit-scope-choice.js';
import type { OtherDate } from './staff-panel.js';
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
  const otherDates = useOtherDates(session);
  const reload = async () => {
    await client.invalidateQueries({ queryKey: ['sessions', 'series'] });
    const fresh = await onReload();
    if (fresh) take(fresh);
  };
  const confirmed = session.planning?.confirmedBy ?? NOBODY;
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
        <SessionForm form={form} confirmed={confirmed} sessionId={session.id} otherDates={otherDates} />
      )}
      <Confirm
        isOpen={isAsking}
        title={mayBeForMany ? w('scope.title') : t('edit.move.title')}
        text={
          mayBeForMany ? w('scope.text') : t('edit.move.text', { count: (session.confirmed ?? 0) + session.waiting })
        }
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

/** Of its series, those that are still to come; a change of people may be for all of them. */
function useOtherDates({ id, seriesId }: Schema<'SessionDetail'>): OtherDate[] {
  const series = useQuery({ ...queries.series(seriesId ?? ''), enabled: seriesId !== null });
  return useMemo(
    () =>
      (series.data?.sessions ?? [])
        .filter((one) => one.id !== id && (one.state === 'draft' || one.state === 'published'))
        .map(({ id: sessionId, startsAt, endsAt }) => ({ sessionId, startsAt, endsAt })),
    [series.data, id],
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
