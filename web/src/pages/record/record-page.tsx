// What a member has learned: hours by year and topic, and every session they attended.
import { Button } from '@mantine/core';
import { IconNotebook } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { queries } from '../../api/queries.js';
import { useWords } from '../../i18n/i18n.js';
import { Page } from '../../ui/page.js';
import { Empty, Loaded, Loading } from '../../ui/states.js';
import { RecordView } from './record-view.js';
import { record } from './words.js';

export function RecordPage() {
  const t = useWords(record);
  const mine = useQuery(queries.myRecord());
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Loaded query={mine} skeleton={<Loading rows={3} height={140} />}>
        {(data) =>
          data.sessions === 0 ? (
            <Empty icon={<IconNotebook size={30} />} title={t('empty')} text={t('empty.text')}>
              <Button component={Link} to="/jadwal" mt="xs">
                {t('empty.to-schedule')}
              </Button>
            </Empty>
          ) : (
            <RecordView data={data} />
          )
        }
      </Loaded>
    </Page>
  );
}
