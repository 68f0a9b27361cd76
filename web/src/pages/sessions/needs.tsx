// What registering takes of me: what I have is ticked, what I lack is named, with the way to it.
import { Anchor, List, VisuallyHidden } from '@mantine/core';
import '@mantine/core/styles/List.css';
import { IconCircleCheck, IconCircleDashed, IconLock } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { Schema } from '../../api/client.js';
import { common } from '../../i18n/common.js';
import { useLanguage, useWords } from '../../i18n/i18n.js';
import { listOf } from '../../ui/rule-words.js';
import { Say } from './say.js';
import { sessions } from './words.js';

type Requirement = Schema<'Requirement'>;
/** More units than these are counted, not named. */
const FEW_NAMES = 5;

export function Needs({ requirements }: { requirements: Requirement[] }) {
  const t = useWords(sessions);
  if (requirements.length === 0) return null;
  if (requirements.every(({ isMet }) => isMet)) {
    return (
      <Say title={t('needs.all-met')}>
        <Requirements list={requirements} />
      </Say>
    );
  }
  return (
    <Say
      icon={<IconLock size={28} color="var(--sinau-brand-text)" style={{ flex: 'none' }} aria-hidden />}
      title={t('needs.missing')}
    >
      <Requirements list={requirements} />
    </Say>
  );
}

function Requirements({ list }: { list: Requirement[] }) {
  const t = useWords(sessions);
  return (
    <List spacing="xs" center>
      {list.map((one, at) => (
        <List.Item
          key={at}
          icon={
            one.isMet ? (
              <IconCircleCheck size={22} color="var(--mantine-color-green-text)" aria-hidden />
            ) : (
              <IconCircleDashed size={22} aria-hidden />
            )
          }
        >
          <VisuallyHidden>{t(one.isMet ? 'needs.met' : 'needs.unmet')} </VisuallyHidden>
          <One requirement={one} />
        </List.Item>
      ))}
    </List>
  );
}

function One({ requirement: one }: { requirement: Requirement }) {
  const t = useWords(sessions);
  const words = useWords(common);
  const language = useLanguage();
  switch (one.kind) {
    case 'unit': {
      const [some, others] = [one.names.slice(0, FEW_NAMES), one.names.length - FEW_NAMES];
      const names = others > 0 ? [...some, t('needs.unit.others', { count: others })] : some;
      return t('needs.unit', { names: listOf(names, language, 'disjunction') });
    }
    case 'approval':
      return t('needs.approval');
    case 'role': {
      const names = one.roles.map((role) => words(`role.${role}`));
      return t('needs.role', { names: listOf(names, language, 'disjunction') });
    }
    case 'session': {
      const text = t(one.isMet ? 'needs.session.met' : 'needs.session.unmet', { title: one.title });
      return one.sessionId === null ? text : <Way to={`/sesi/${one.sessionId}`}>{text}</Way>;
    }
    case 'hours': {
      const text = t('needs.hours', { have: one.have, need: one.need, topic: one.topic });
      return one.isMet ? text : <Way to={`/jadwal?topik=${one.topicId}`}>{text}</Way>;
    }
  }
}

function Way({ to, children }: { to: string; children: string }) {
  return (
    <Anchor component={Link} to={to} display="inline-block" py={10}>
      {children}
    </Anchor>
  );
}
