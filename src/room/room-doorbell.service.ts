// The doorbell: tells every node that something new stands in a room's rows. It carries no news itself.

import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DatabaseListener } from '../platform/database/listener.js';
import type { Tx } from '../platform/database/tx.js';

/** What is sent there is a session's id, a blank, and how far its room has come. */
export const ROOM_CHANNEL = 'sinau_room';

/** @param sessionId undefined: a ring may have been missed, look into every room; @param seq how far the room has come. */
type Hear = (sessionId: string | undefined, seq: number) => void;

@Injectable()
export class RoomDoorbell implements OnApplicationBootstrap {
  private readonly ears: Hear[] = [];

  constructor(private readonly listener: DatabaseListener) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.listener.listen(ROOM_CHANNEL, (payload) => {
      const [sessionId, seq] = (payload ?? '').split(' ');
      this.heard(sessionId === '' ? undefined : sessionId, Number(seq ?? 0));
    });
  }

  onRing(hear: Hear): void {
    this.ears.push(hear);
  }

  /**
   * For who rings `ROOM_CHANNEL` in this transaction, which is heard everywhere once it has committed: here without the way
   * round through PostgreSQL.
   */
  rings(tx: Tx, sessionId: string, seq: number): void {
    tx.afterCommit(() => {
      this.heard(sessionId, seq);
    });
  }

  /** For whoever learns on another way how far a room has come. */
  heard(sessionId: string | undefined, seq: number): void {
    for (const hear of this.ears) hear(sessionId, seq);
  }
}
