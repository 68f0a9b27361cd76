// How a registration stands, for staff: its state, its place in the queue, until when an offer waits, and why it was next.
import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Schema } from '../../api/client.js';
import { useReader } from '../../app/me.js';
import { useWords } from '../../i18n/i18n.js';
import { dayAndTime, hours } from '../../time/time.js';
import { Tag, type Tone } from '../../ui/tag.js';
import { staff } from './words.js';

type Registrant = Schema<'Registrant'>;
const TONES: Partial<Record<Registrant['state'], Tone>> = {
  confirmed: 'good',
  waitlisted: 'wait',
  offered: 'good',
  pending: 'wait',
};

interface RegistrantStateProps {
  registrant: Registrant;
  /** Whether there are two queues, so that a place says nothing without its own. */
  isHybrid: boolean;
}

export function RegistrantState({ registrant, isHybrid }: RegistrantStateProps) {
  const t = useWords(staff);
  const reader = useReader();
  const { state, mode, place, offerEndsAt, reason, promotion, priority, priorityReason, rejectedBefore } = registrant;
  return (
    <>
      <Tag tone={TONES[state] ?? 'plain'}>
        {t(`reg.state.${state}`)} {place !== null && t('reg.place', { place })}
      </Tag>
      {isHybrid && <Line>{t(`edit.delivery.${mode}`)}</Line>}
      {offerEndsAt !== null && <Line>{t('reg.offer-ends', { until: dayAndTime(offerEndsAt, reader) })}</Line>}
      {priority > 0 && <Line>{t('reg.priority', { priority, reason: priorityReason ?? '' })}</Line>}
      {promotion && <WhyNext promotion={promotion} />}
      {rejectedBefore && <Line>{t('reg.rejected-before', { reason: rejectedBefore })}</Line>}
      {reason && <Line>{reason}</Line>}
    </>
  );
}

function WhyNext({ promotion }: { promotion: Schema<'Promotion'> }) {
  const t = useWords(staff);
  const { language } = useReader();
  const { policy, rank, of, place, minutes, isWithinQuota } = promotion;
  return (
    <Line>
      {t(`reg.why.${policy}`, {
        ...{ rank, of, place },
        hours: hours(minutes ?? 0, language),
        quota: isWithinQuota === null ? 'released' : isWithinQuota ? 'left' : 'used',
      })}
    </Line>
  );
}

function Line({ children }: { children: ReactNode }) {
  return (
    <Text size="sm" c="dimmed">
      {children}
    </Text>
  );
}
