// Before the start: what staff look at together, ticked off. Nobody is kept from starting without it.
import { Button, Checkbox, Text, Title } from '@mantine/core';
import { IconExternalLink, IconVolume } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { Schema } from '../../../api/client.js';
import { useWords } from '../../../i18n/i18n.js';
import { Tag } from '../../../ui/tag.js';
import { Stage } from '../stage.js';
import { useTextOnly } from '../text-only.js';
import type { Room } from '../use-room.js';
import classes from './console.module.css';
import { CHECKS, usePreFlight, type Check } from './pre-flight.js';
import { playTestTone } from './test-tone.js';
import { console as words } from './words.js';

interface GreenRoomProps {
  session: Schema<'SessionDetail'>;
  room: Room;
  staffHere: ReadonlySet<string> | undefined;
}

export function GreenRoom({ session, room, staffHere }: GreenRoomProps) {
  const t = useWords(words);
  const { isTicked, tick, left } = usePreFlight(session.id);
  const check = (name: Check, children: ReactNode) => (
    <li className={classes.check}>
      <Checkbox
        size="md"
        className={classes.switch}
        label={t(`green.${name}`)}
        checked={isTicked(name)}
        onChange={(event) => {
          tick(name, event.currentTarget.checked);
        }}
      />
      {children}
    </li>
  );
  return (
    <section className={classes.green} aria-labelledby="persiapan">
      <div className={classes.deskHead}>
        <Title id="persiapan" order={2} size="h3">
          {t('green.title')}
        </Title>
        <Tag tone={left.length === 0 ? 'good' : 'wait'}>
          {t('green.done', { done: CHECKS.length - left.length, of: CHECKS.length })}
        </Tag>
      </div>
      <ul className={classes.plain}>
        {check('stage', <TryStage session={session} />)}
        {check(
          'sound',
          <Button size="sm" mih={44} variant="default" leftSection={<IconVolume size={18} />} onClick={playTestTone}>
            {t('green.sound.play')}
          </Button>,
        )}
        {check(
          'staff',
          <ul className={classes.plain}>
            {session.facilitators.map(({ memberId, name, role }) => (
              <li key={memberId} className={classes.staff}>
                <Text size="sm">
                  {name} · {t(`role.${role}`)}
                </Text>
                <Tag tone={staffHere?.has(memberId) ? 'good' : 'plain'}>
                  {t(staffHere?.has(memberId) ? 'green.staff.here' : 'green.staff.away')}
                </Tag>
              </li>
            ))}
          </ul>,
        )}
        {check(
          'questions',
          <Text size="sm" c="dimmed">
            {t(`green.questions.${room.state.room?.settings.questions ?? 'moderated'}`)}
          </Text>,
        )}
        {check(
          'rehearsal',
          <Text size="sm" c="dimmed">
            {t('green.rehearsal.what')}
          </Text>,
        )}
      </ul>
    </section>
  );
}

/** A link opens in its own tab; what is shown here is shown when asked for. */
function TryStage({ session }: { session: Schema<'SessionDetail'> }) {
  const t = useWords(words);
  const [isShown, setShown] = useState(false);
  const [isTextOnly, setTextOnly] = useTextOnly();
  const { kind, url } = session.stage;
  if (kind === 'none') {
    return (
      <Text size="sm" c="dimmed">
        {t('green.stage.none')}
      </Text>
    );
  }
  if (kind === 'link' && url) {
    return (
      <Button
        component="a"
        href={url}
        target="_blank"
        rel="noreferrer"
        size="sm"
        mih={44}
        variant="default"
        rightSection={<IconExternalLink size={18} />}
      >
        {t('green.stage.open')}
      </Button>
    );
  }
  return isShown ? (
    <Stage session={session} isTextOnly={isTextOnly} onTextOnly={setTextOnly} />
  ) : (
    <Button
      size="sm"
      mih={44}
      variant="default"
      onClick={() => {
        setShown(true);
      }}
    >
      {t('green.stage.show')}
    </Button>
  );
}
