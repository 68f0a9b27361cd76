// The live room as a component sees it; open as long as the page is.
import { useEffect, useState, useSyncExternalStore } from 'react';
import { useMe } from '../../app/me.js';
import type { Drafts } from './drafts.js';
import type { Desk } from './kept-outgoing.js';
import { RoomLink } from './room-link.js';
import type { RoomMode, RoomState } from './room-state.js';

export type Room = { state: RoomState; drafts: Drafts } & Pick<
  RoomLink,
  'post' | 'retry' | 'discard' | 'again' | 'act' | 'ask' | 'note' | 'learn' | 'setMode' | 'loadNew' | 'loadOlder'
>;

/** @param mode how it is entered; `setMode` changes it. */
export function useRoom(sessionId: string, mode: RoomMode = 'full'): Room {
  const memberId = useMe().member.id;
  return useRoomAs({ sessionId, memberId }, mode);
}

/** The same for whoever is named: a guest has no sign-in to ask. */
export function useRoomAs(desk: Desk, mode: RoomMode = 'full'): Room {
  const [link] = useState(() => new RoomLink(desk, mode));
  const [drafts] = useState<Drafts>(() => new Map());
  const state = useSyncExternalStore(link.subscribe, link.snapshot);
  useEffect(() => {
    link.open();
    return () => {
      link.close();
    };
  }, [link]);
  const { post, retry, discard, again, act, ask, note, learn, setMode, loadNew, loadOlder } = link;
  return { state, drafts, post, retry, discard, again, act, ask, note, learn, setMode, loadNew, loadOlder };
}
