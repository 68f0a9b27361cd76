// What goes with a session, to save; nothing at all where there is nothing yet.
import { Anchor, List, Text, Title } from '@mantine/core';
import '@mantine/core/styles/List.css';
import { useQuery } from '@tanstack/react-query';
import type { Schema } from '../../api/client.js';
import { queries } from '../../api/queries.js';
import { useMe, useReader } from '../../app/me.js';
import { useWords } from '../../i18n/i18n.js';
import { files } from '../../ui/file-words.js';
import classes from './session-page.module.css';

const MEGABYTE = 1024 * 1024;

export function Materials({ session: { id, registration, facilitators } }: { session: Schema<'SessionDetail'> }) {
  const t = useWords(files);
  const { language } = useReader();
  const { member, permissions } = useMe();
  const isStaff = facilitators.some(({ memberId }) => memberId === member.id);
  const mayHave = registration?.state === 'confirmed' || isStaff || permissions.includes('sessions.plan');
  const materials = useQuery({ ...queries.materials(id), enabled: mayHave });
  const { items, later } = materials.data ?? { items: [], later: 0 };
  if (items.length + later === 0) return null;
  const format = new Intl.NumberFormat(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  return (
    <section>
      <Title order={2} size="h3" className={classes.sectionTitle}>
        {t('materials.title')}
      </Title>
      <List listStyleType="none" spacing="sm">
        {items.map(({ id: materialId, title, fileName, size, url }) => (
          <List.Item key={materialId}>
            <Anchor href={url} target="_blank" rel="noreferrer" fw={600} display="inline-block" py={10}>
              {title}
            </Anchor>
            <Text size="sm" c="dimmed">
              {t('materials.size', { name: fileName, size: format.format(Math.max(size / MEGABYTE, 0.1)) })}
            </Text>
          </List.Item>
        ))}
      </List>
      {later > 0 && <Text c="dimmed">{t('materials.later', { count: later })}</Text>}
    </section>
  );
}
