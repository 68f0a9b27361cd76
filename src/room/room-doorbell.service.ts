// The doorbell: tells every node that something new stands in a room's rows. It carries no news itself.

import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DatabaseListener } from '../platform/database/listener.js';
import type { Tx } from '../platform/database/tx.js';

const CHANNEL = 'sinau_room';

/** @param sessionId undefined: a ring may have been missed, look into every room; @param seq how far the room has come. */
type Hear = (sessionId: string | undefined, seq: number) => void;

@Injectable()
export class RoomDoorbell implements OnApplicationBootstrap {
  private readonly ears: Hear[] = [];

  constructor(private readonly listener: DatabaseListener) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.listener.listen(CHANNEL, (payload) => {
      const [sessionId, seq] = (payload ?? '').split(' ');
      this.heard(sessionId === '' ? undefined : sessionId, Number(seq ?? 0));
    });
  }

  onRing(hear: Hear): void {
    this.ears.push(hear);
  }

  /** Rings everywhere once the transaction has committed; on this node without the way round through PostgreSQL. */
  async ring(tx: Tx, sessionId: string, seq: number): Promise<void> {
    await tx.sql(`SELECT pg_notify('${CHANNEL}', $1)`, [`${sessionId} ${String(seq)}`]);
    tx.afterCommit(() => {
      this.heard(sessionId, seq);
    });
  }

  /** For whoever learns on another way how far a room has come. */
  heard(sessionId: string | undefined, seq: number): void {
    for (const hear of this.ears) hear(sessionId, seq);
  }
}
