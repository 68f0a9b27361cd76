// What one registrant answered, for staff to read.
import { Modal, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Schema } from '../../api/client.js';
import { staffQueries } from '../../api/staff-queries.js';
import { useReader } from '../../app/me.js';
import { common } from '../../i18n/common.js';
import { useLanguage, useWords } from '../../i18n/i18n.js';
import { dayAndTime } from '../../time/time.js';
import { questions as questionWords } from '../../ui/question-words.js';
import { Loaded, Loading } from '../../ui/states.js';

type Item = Schema<'RegistrantAnswers'>['items'][number];

interface RegistrantAnswersProps {
  sessionId: string;
  registrant: Schema<'Registrant'>;
  onClose: () => void;
}

export function RegistrantAnswers({ sessionId, registrant, onClose }: RegistrantAnswersProps) {
  const t = useWords(questionWords);
  const words = useWords(common);
  const language = useLanguage();
  const query = useQuery(staffQueries.registrantAnswers(sessionId, registrant.id, language));
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('read', { name: registrant.member.name })}
      closeButtonProps={{ 'aria-label': words('act.close') }}
    >
      <Loaded query={query} skeleton={<Loading rows={3} height={48} />}>
        {({ items }) => (
          <Stack component="dl" gap="md" m={0}>
            {items.map((item) => (
              <div key={item.questionId}>
                <Text component="dt" size="sm" c="dimmed">
                  {item.label} {item.isArchived && `(${t('read.archived')})`}
                </Text>
                <Text component="dd" m={0} style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
                  <Shown item={item} />
                </Text>
              </div>
            ))}
          </Stack>
        )}
      </Loaded>
    </Modal>
  );
}

function Shown({ item: { values, agreedAt } }: { item: Item }) {
  const t = useWords(questionWords);
  const reader = useReader();
  if (agreedAt !== null) return t('read.agreed', { when: dayAndTime(agreedAt, reader) });
  return values.length === 0 ? t('unanswered') : values.join('; ');
}
