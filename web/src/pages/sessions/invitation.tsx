// I am asked to run a session: yes or no, where I read of it.
import { Alert, Anchor, Button, Group, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { answer, api, type Schema } from '../../api/client.js';
import { useReader } from '../../app/me.js';
import { useWords } from '../../i18n/i18n.js';
import { longDay, timeSpan } from '../../time/time.js';
import { Panel } from '../../ui/panel.js';
import { notifyDone } from '../../ui/problem-text.js';
import { useAct } from '../../ui/use-act.js';
import { sessions } from './words.js';

interface InvitationProps {
  invitation: Schema<'StaffInvitation'>;
  /** On the session's own page, which need not be named or led to. */
  isHere?: boolean;
}

/** Said before the answer, never in the way of it. */
function Conflicts({ conflicts }: { conflicts: Schema<'BusyTime'>[] }) {
  const t = useWords(sessions);
  const reader = useReader();
  if (conflicts.length === 0) return null;
  return (
    <Alert color="yellow" icon={<IconAlertTriangle size={20} />}>
      <Text size="sm">{t('invited.conflicts')}</Text>
      {conflicts.map(({ sessionId, title, startsAt, endsAt }) => (
        <Text key={sessionId} size="sm">
          {title}, {longDay(startsAt, reader)}, {timeSpan(startsAt, endsAt, reader)}
        </Text>
      ))}
    </Alert>
  );
}

export function Invitation({ invitation, isHere = false }: InvitationProps) {
  const t = useWords(sessions);
  const reader = useReader();
  const navigate = useNavigate();
  const { sessionId: id, title, startsAt, endsAt, role, by } = invitation;
  const reply = useAct(
    (said: 'accepted' | 'declined') =>
      answer(api.POST('/api/sessions/{id}/invitation', { params: { path: { id } }, body: { answer: said } })),
    {
      refresh: [['my-invitations'], ['sessions'], ['planning']],
      onDone: async () => {
        notifyDone(t(reply.variables === 'declined' ? 'invited.declined' : 'invited.accepted'));
        // A draft is out of sight for whoever is not on it any more.
        if (isHere && reply.variables === 'declined') await navigate({ to: '/' });
      },
    },
  );
  const as = t(`staff.${role}`);
  return (
    <Panel
      title={t('invited.title')}
      text={by === null ? t('invited.text', { role: as }) : t('invited.text.by', { role: as, name: by })}
    >
      {!isHere && (
        <div>
          <Anchor component={Link} to={`/sesi/${id}`} fw={600}>
            {title}
          </Anchor>
          <Text c="dimmed" size="sm">
            {longDay(startsAt, reader)}, {timeSpan(startsAt, endsAt, reader)}
          </Text>
        </div>
      )}
      <Conflicts conflicts={invitation.conflicts} />
      <Group gap="sm">
        <Button
          loading={reply.isPending && reply.variables === 'accepted'}
          disabled={reply.isPending}
          onClick={() => {
            reply.mutate('accepted');
          }}
        >
          {t('invited.yes')}
        </Button>
        <Button
          variant="default"
          loading={reply.isPending && reply.variables === 'declined'}
          disabled={reply.isPending}
          onClick={() => {
            reply.mutate('declined');
          }}
        >
          {t('invited.no')}
        </Button>
      </Group>
    </Panel>
  );
}
