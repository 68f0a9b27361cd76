// Why I cannot register yet: what I lack, with the way to it.
import { Anchor, List } from '@mantine/core';
import '@mantine/core/styles/List.css';
import { IconLock } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { Schema } from '../../api/client.js';
import { useWords } from '../../i18n/i18n.js';
import { Say } from './say.js';
import { sessions } from './words.js';

type Missing = Schema<'MyRegistrationTerms'>['missing'][number];

export function WhatIsMissing({ missing }: { missing: Missing[] }) {
  const t = useWords(sessions);
  return (
    <Say
      icon={<IconLock size={28} color="var(--sinau-brand-text)" style={{ flex: 'none' }} aria-hidden />}
      title={t('missing.title')}
    >
      <List spacing="xs">
        {missing.map((one) => (
          <List.Item key={one.kind + (one.name ?? '')}>
            <Lack missing={one} />
          </List.Item>
        ))}
      </List>
    </Say>
  );
}

function Lack({ missing: { kind, name, sessionId, hours } }: { missing: Missing }) {
  const t = useWords(sessions);
  const text = t(`missing.${kind}`, { name: name ?? '', hours: hours ?? 0 });
  if (sessionId === null) return text;
  return (
    <Anchor component={Link} to={`/sesi/${sessionId}`}>
      {text}
    </Anchor>
  );
}
