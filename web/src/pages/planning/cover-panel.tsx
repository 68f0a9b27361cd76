// The session's picture: chosen, replaced, removed; saved at once, apart from the form.
import { Button, Group } from '@mantine/core';
import { done, api, type Schema } from '../../api/client.js';
import { sending } from '../../api/upload.js';
import { useWords } from '../../i18n/i18n.js';
import { Cover } from '../../ui/cover.js';
import { files } from '../../ui/file-words.js';
import { Panel } from '../../ui/panel.js';
import { notifyDone } from '../../ui/problem-text.js';
import { UploadButton } from '../../ui/upload-button.js';
import { useAct } from '../../ui/use-act.js';
import classes from './planning.module.css';

const REFRESH = [['sessions'], ['planning']];

export function CoverPanel({ session }: { session: Schema<'SessionDetail'> }) {
  const t = useWords(files);
  const { id, cover, topic, title } = session;
  const params = { path: { id } };
  const remove = useAct(() => done(api.DELETE('/api/sessions/{id}/cover', { params })), {
    refresh: REFRESH,
    onDone: () => {
      notifyDone(t('cover.removed'));
    },
  });
  return (
    <Panel title={t('cover.title')} text={t('cover.text')}>
      <div className={classes.coverPreview}>
        <Cover topic={topic?.name ?? title} picture={cover} />
      </div>
      <Group gap="sm" align="flex-start">
        <UploadButton
          label={t(cover ? 'cover.replace' : 'cover.pick')}
          accept="image/jpeg,image/png,image/webp,image/gif,image/avif"
          refresh={REFRESH}
          send={(upload) =>
            done(api.PUT('/api/sessions/{id}/cover', { params, body: { file: '' }, ...sending(upload) }))
          }
          onDone={() => {
            notifyDone(t('cover.done'));
          }}
        />
        {cover && (
          <Button
            variant="subtle"
            color="gray"
            loading={remove.isPending}
            onClick={() => {
              remove.mutate(undefined);
            }}
          >
            {t('cover.remove')}
          </Button>
        )}
      </Group>
    </Panel>
  );
}
