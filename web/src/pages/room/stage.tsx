// What is on stage: a page shown here, a broadcast in another app behind one big button, or nothing but the chat.
// Before video it says what it costs; on a slow or paid-by-the-byte line it starts as text.
import { Anchor, Button, Stack, Switch, Text, Title } from '@mantine/core';
import { IconExternalLink, IconVideo } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Schema } from '../../api/client.js';
import { queries } from '../../api/queries.js';
import { useWords } from '../../i18n/i18n.js';
import { problemText } from '../../ui/problem-text.js';
import classes from './room.module.css';
import { room as words } from './words.js';

type Session = Schema<'SessionDetail'>;

interface TextOnly {
  isTextOnly: boolean;
  onTextOnly: (value: boolean) => void;
}

interface StageProps extends TextOnly {
  session: Pick<Session, 'id' | 'title' | 'state' | 'stage' | 'room'>;
}

export function Stage({ session: { id, title, state, stage, room }, ...text }: StageProps) {
  const t = useWords(words);
  if (stage.kind === 'none') return <NoStage {...text}>{t('stage.none')}</NoStage>;
  if (state === 'ended') return <p className={classes.noStage}>{t('stage.over')}</p>;
  if (stage.kind === 'jitsi' || stage.kind === 'bbb') {
    if (!room.canJoin) return <p className={classes.noStage}>{t('stage.soon')}</p>;
    return (
      <OptionalStage {...text}>
        <OwnStage sessionId={id} title={title} />
      </OptionalStage>
    );
  }
  if (!stage.url) return <p className={classes.noStage}>{t('stage.soon')}</p>;
  if (stage.kind === 'link') return <ElsewhereStage url={stage.url} {...text} />;
  return (
    <OptionalStage {...text}>
      <Frame url={stage.url} title={title} />
    </OptionalStage>
  );
}

/** What is shown only to those who have the data for it. */
function OptionalStage({ children, ...text }: TextOnly & { children: ReactNode }) {
  const t = useWords(words);
  return (
    <section className={classes.stage} aria-label={t('stage.title')}>
      {text.isTextOnly ? (
        <div className={classes.hiddenStage}>
          <Text>{t('stage.hidden')}</Text>
          <Button
            variant="light"
            leftSection={<IconVideo size={20} />}
            onClick={() => {
              text.onTextOnly(false);
            }}
          >
            {t('stage.show')}
          </Button>
        </div>
      ) : (
        children
      )}
      <TextOnlySwitch {...text} />
    </section>
  );
}

function TextOnlySwitch({ isTextOnly, onTextOnly }: TextOnly) {
  const t = useWords(words);
  return (
    <div className={classes.cost}>
      <Switch
        size="md"
        label={t('stage.text-only')}
        checked={isTextOnly}
        onChange={(event) => {
          onTextOnly(event.currentTarget.checked);
        }}
      />
      <Text size="sm" c="dimmed">
        {t(isTextOnly ? 'text.note' : 'stage.cost.link')}
      </Text>
    </div>
  );
}

function NoStage({ children, ...text }: TextOnly & { children: ReactNode }) {
  return (
    <section className={classes.quietStage}>
      <p className={classes.noStage}>{children}</p>
      <TextOnlySwitch {...text} />
    </section>
  );
}

/** A stage that everybody enters by a way of their own. */
function OwnStage({ sessionId, title }: { sessionId: string; title: string }) {
  const t = useWords(words);
  const entry = useQuery(queries.stageEntry(sessionId));
  if (entry.isPending) {
    return (
      <div className={classes.hiddenStage} role="status">
        <Text>{t('stage.preparing')}</Text>
      </div>
    );
  }
  if (entry.isError) {
    return (
      <div className={classes.hiddenStage}>
        <Text role="alert">{problemText(entry.error)}</Text>
        <Button variant="light" loading={entry.isFetching} onClick={() => void entry.refetch()}>
          {t('stage.again')}
        </Button>
      </div>
    );
  }
  const { url } = entry.data;
  return (
    <>
      <Frame url={url} title={title} />
      {/* Browsers that keep other sites' cookies out of frames may refuse a meeting there. */}
      <Anchor href={url} target="_blank" rel="noreferrer" size="sm" p="xs">
        {t('stage.own-tab')}
      </Anchor>
    </>
  );
}

function Frame({ url, title }: { url: string; title: string }) {
  const t = useWords(words);
  return (
    <iframe
      className={classes.frame}
      src={url}
      title={t('stage.frame', { title })}
      // A page of somebody else: it may play, but neither move this page nor act as it.
      sandbox="allow-scripts allow-same-origin allow-forms allow-presentation allow-popups allow-popups-to-escape-sandbox"
      allow="autoplay; fullscreen; camera; microphone; display-capture; picture-in-picture"
      referrerPolicy="strict-origin-when-cross-origin"
    />
  );
}

function ElsewhereStage({ url, ...text }: TextOnly & { url: string }) {
  const t = useWords(words);
  return (
    <section className={classes.elsewhere}>
      <Stack gap="sm">
        <div>
          <Title order={2} size="h3">
            {t('stage.link.title')}
          </Title>
          <Text c="dimmed" size="sm">
            {t('stage.link.text')} {t('stage.cost.link')}
          </Text>
        </div>
        <Button
          component="a"
          href={url}
          target="_blank"
          rel="noreferrer"
          size="lg"
          rightSection={<IconExternalLink size={20} />}
        >
          {t('stage.link.open')}
        </Button>
        <TextOnlySwitch {...text} />
      </Stack>
    </section>
  );
}
