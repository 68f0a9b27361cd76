// What screen readers are told while it happens: announcements, a poll opened, what is on stage, what became of mine.
import { VisuallyHidden } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { RoomSnapshot } from '../../../../src/contracts/room-protocol.js';
import { useWords } from '../../i18n/i18n.js';
import { room as words } from './words.js';

export function Announcer({ now }: { now: RoomSnapshot | undefined }) {
  const t = useWords(words);
  const before = useRef<RoomSnapshot>(undefined);
  const [said, setSaid] = useState('');
  useEffect(() => {
    const was = before.current;
    before.current = now;
    // What stood there on entering is on the page; only what changes since is said.
    if (!was || !now) return;
    const news = [...paused(was, now), ...announced(was, now), ...polled(was, now), ...asked(was, now)];
    if (news.length > 0) setSaid(news.map(({ key, values }) => t(key, values)).join(' '));
  }, [now, t]);
  return <VisuallyHidden role="status">{said}</VisuallyHidden>;
}

type News =
  | { key: 'say.break' | 'say.resumed'; values?: undefined }
  | { key: 'say.announced' | 'say.poll' | 'say.stage'; values: { text: string } }
  | { key: 'say.approved' | 'say.rejected' | 'say.answered' | 'say.merged'; values: { text: string } };

function paused(was: RoomSnapshot, now: RoomSnapshot): News[] {
  const { breakSince, state } = now.session;
  if (breakSince === was.session.breakSince) return [];
  if (breakSince !== null) return [{ key: 'say.break' }];
  return state === 'live' ? [{ key: 'say.resumed' }] : [];
}

function announced(was: RoomSnapshot, now: RoomSnapshot): News[] {
  const { announcement } = now;
  if (!announcement || announcement.at === was.announcement?.at) return [];
  return [{ key: 'say.announced', values: { text: announcement.text } }];
}

function polled(was: RoomSnapshot, now: RoomSnapshot): News[] {
  const open = now.polls.filter(({ state }) => state === 'open');
  const fresh = open.filter(
    ({ id, run }) => !was.polls.some((one) => one.id === id && one.run === run && one.state === 'open'),
  );
  return fresh.map(({ text }) => ({ key: 'say.poll', values: { text } }));
}

function asked(was: RoomSnapshot, now: RoomSnapshot): News[] {
  return now.questions.flatMap((question): News[] => {
    const earlier = was.questions.find(({ id }) => id === question.id)?.state;
    if (earlier === question.state) return [];
    const values = { text: question.text };
    if (question.state === 'answering') return [{ key: 'say.stage', values }];
    if (!now.mine.questions.includes(question.id)) return [];
    if (question.state === 'rejected') return [{ key: 'say.rejected', values }];
    if (question.state === 'answered') return [{ key: 'say.answered', values }];
    if (question.state === 'merged') return [{ key: 'say.merged', values }];
    return question.state === 'approved' && earlier === 'pending' ? [{ key: 'say.approved', values }] : [];
  });
}
