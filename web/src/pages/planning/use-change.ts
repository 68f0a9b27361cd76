// A session's form and the version it started from: what somebody else saved meanwhile never replaces what was typed.
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answer, api, type Schema } from '../../api/client.js';
import { isProblem } from '../../api/problem.js';
import { queries } from '../../api/queries.js';
import { useWords } from '../../i18n/i18n.js';
import { notifyDone } from '../../ui/problem-text.js';
import { useAct } from '../../ui/use-act.js';
import { changesBetween, inputOf, isSameInForm, liveInputOf, valuesOf, type EditorValues } from './editor-values.js';
import { staff } from './words.js';

type Session = Schema<'SessionDetail'>;

/** Which sessions of a series a save is for; one that stands alone knows but `one`. */
export type EditScope = 'one' | Schema<'SeriesScope'>['scope'];

/** @param session as the server last told it. @param onSettled once a save was answered, well or not. */
export function useChange(session: Session, onSettled: () => void) {
  const t = useWords(staff);
  const form = useForm<EditorValues>({ initialValues: valuesOf(session) });
  const [base, setBase] = useState(session);
  const [isRefused, setRefused] = useState(false);
  const take = (fresh: Session) => {
    setBase(fresh);
    setRefused(false);
    form.setValues(valuesOf(fresh));
    form.resetDirty(valuesOf(fresh));
  };
  const isBehind = !isSameInForm(base, session);
  const isDirty = form.isDirty();
  // Nothing was typed: the form follows the server.
  if (isBehind && !isDirty) take(session);
  const client = useQueryClient();
  const id = session.id;
  const saveOne = (values: EditorValues) => {
    const body = session.state === 'live' ? liveInputOf(values) : inputOf(values);
    // A version with nothing new for this form (it was published, say) is as good as the one it started from.
    const version = (isBehind ? base : session).planning?.version ?? 0;
    return answer(api.PATCH('/api/sessions/{id}', { params: { path: { id } }, body: { ...body, version } }));
  };
  const saveMany = async (values: EditorValues, scope: Exclude<EditScope, 'one'>) => {
    const { version } = await client.query({ ...queries.series(session.seriesId ?? ''), staleTime: 'static' });
    const body = { ...changesBetween(base, values), version, scope };
    await answer(api.PATCH('/api/sessions/{id}/series', { params: { path: { id } }, body }));
    return answer(api.GET('/api/sessions/{id}', { params: { path: { id } } }));
  };
  const save = useAct(
    async ({ values, scope }: { values: EditorValues; scope: EditScope }) => {
      const saved = await (scope === 'one' ? saveOne(values) : saveMany(values, scope));
      return { values, saved };
    },
    {
      form,
      refresh: [['sessions'], ['planning'], ['topics']],
      onDone: ({ values, saved }) => {
        setBase(saved);
        form.resetDirty(values);
        onSettled();
        notifyDone(t('edit.saved'));
      },
      onProblem: (error) => {
        onSettled();
        const hasChanged = isProblem(error, 'version-conflict');
        setRefused(hasChanged);
        return hasChanged;
      },
    },
  );
  return { form, save, take, isStale: isRefused || (isBehind && isDirty && !save.isPending) };
}
