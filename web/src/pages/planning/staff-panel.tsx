// Who runs the session, and who of them is busy at that time: said, never forbidden.
import { Alert, Stack, Text } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useDebouncedValue } from '@mantine/hooks';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { staffQueries } from '../../api/staff-queries.js';
import { useReader } from '../../app/me.js';
import { useWords } from '../../i18n/i18n.js';
import { longDay, timeSpan } from '../../time/time.js';
import { Panel } from '../../ui/panel.js';
import { instantOf, type EditorValues } from './editor-values.js';
import { StaffField } from './staff-field.js';
import { staff } from './words.js';

/** When else they are wanted: the other dates of a series, each by its session where there is one already. */
export interface OtherDate {
  startsAt: string;
  endsAt: string;
  sessionId?: string;
}

interface StaffPanelProps {
  form: UseFormReturnType<EditorValues>;
  sessionId: string | undefined;
  /** Kept as one list for as long as it says the same. */
  otherDates: OtherDate[];
}

export function StaffPanel({ form, sessionId, otherDates }: StaffPanelProps) {
  const t = useWords(staff);
  const paths = Object.keys(form.errors).filter((path) => /^staff(\.|$)/.test(path));
  return (
    <Panel title={t('edit.staff')} text={t('edit.staff.hint')}>
      <StaffField
        value={form.values.staff}
        errors={form.errors}
        onChange={(value) => {
          paths.forEach((path) => {
            form.clearFieldError(path);
          });
          form.setFieldValue('staff', value);
        }}
      />
      <Busy values={form.values} sessionId={sessionId} otherDates={otherDates} />
    </Panel>
  );
}

/** Without the one that the form is about, which a rule's own dates begin with. */
function timesOf(dates: OtherDate[], but: string): { startsAt: string; endsAt: string }[] {
  return dates.flatMap(({ startsAt, endsAt }) =>
    Date.parse(startsAt) === Date.parse(but) ? [] : [{ startsAt, endsAt }],
  );
}

function Busy({ values, sessionId, otherDates }: Omit<StaffPanelProps, 'form'> & { values: EditorValues }) {
  const t = useWords(staff);
  const reader = useReader();
  const startsAt = instantOf(values.startsAt, values.zone) ?? '';
  const endsAt = instantOf(values.endsAt, values.zone) ?? '';
  // One object for as long as it asks the same: a new one at each drawing would never come to rest.
  const wanted = useMemo(
    () => ({
      memberIds: values.staff.map(({ memberId }) => memberId),
      times: [{ startsAt, endsAt }, ...timesOf(otherDates, startsAt)],
      except: [...(sessionId ? [sessionId] : []), ...otherDates.flatMap((one) => one.sessionId ?? [])],
    }),
    [values.staff, startsAt, endsAt, sessionId, otherDates],
  );
  const [asked] = useDebouncedValue(wanted, 400);
  const [first] = asked.times;
  const isKnown =
    asked.memberIds.length > 0 && first !== undefined && first.startsAt !== '' && first.startsAt < first.endsAt;
  const conflicts = useQuery({ ...staffQueries.conflicts(asked), enabled: isKnown });
  if (!isKnown || !conflicts.data?.length) return null;
  return (
    <Alert color="yellow" icon={<IconAlertTriangle size={20} />} role="status">
      <Stack gap={4}>
        {conflicts.data.map((one) => (
          <Text key={one.memberId + one.sessionId} size="sm">
            {t('edit.staff.busy', {
              name: one.name,
              title: one.title,
              when: `${longDay(one.startsAt, reader)}, ${timeSpan(one.startsAt, one.endsAt, reader)}`,
            })}
          </Text>
        ))}
      </Stack>
    </Alert>
  );
}
