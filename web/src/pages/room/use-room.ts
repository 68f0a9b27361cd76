// The live room as a component sees it; open as long as the page is.
import { useEffect, useState, useSyncExternalStore } from 'react';
import { useMe } from '../../app/me.js';
import { RoomLink } from './room-link.js';
import type { RoomState } from './room-state.js';

export interface Room {
  state: RoomState;
  post: (text: string) => void;
  retry: (id: string) => void;
  discard: (id: string) => void;
  again: () => void;
}

export function useRoom(sessionId: string): Room {
  const memberId = useMe().member.id;
  const [link] = useState(() => new RoomLink({ sessionId, memberId }));
  const state = useSyncExternalStore(link.subscribe, link.snapshot);
  useEffect(() => {
    link.open();
    return () => {
      link.close();
    };
  }, [link]);
  return { state, post: link.post, retry: link.retry, discard: link.discard, again: link.again };
}
