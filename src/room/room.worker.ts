import { Injectable } from '@nestjs/common';
import type { DomainEvent } from '../contracts/events.js';
import type { Tx } from '../platform/database/tx.js';
import { OnEvent } from '../platform/events/on-event.decorator.js';
import { OnSweep } from '../platform/queue/on-job.decorator.js';
import { RoomHandsSweep } from './room-hands-sweep.service.js';
import { RoomNotes } from './room-notes.service.js';
import { RoomRetention } from './room-retention.service.js';

@Injectable()
export class RoomWorker {
  constructor(
    private readonly notes: RoomNotes,
    private readonly retention: RoomRetention,
    private readonly handsSweep: RoomHandsSweep,
  ) {}

  @OnSweep(3_600)
  async emptyOldRooms(): Promise<void> {
    await this.retention.emptyOld();
  }

  @OnSweep(15)
  async lowerHandsOfGone(): Promise<void> {
    await this.handsSweep.lowerGone();
  }

  @OnEvent('session.went-live')
  async wentLive(tx: Tx, event: DomainEvent<'session.went-live'>): Promise<void> {
    await this.notes.noteSession(tx, event.payload.sessionId);
  }

  @OnEvent('session.ended')
  async ended(tx: Tx, event: DomainEvent<'session.ended'>): Promise<void> {
    await this.notes.noteSession(tx, event.payload.sessionId);
  }

  @OnEvent('session.reopened')
  async reopened(tx: Tx, event: DomainEvent<'session.reopened'>): Promise<void> {
    await this.notes.noteSession(tx, event.payload.sessionId);
  }

  @OnEvent('session.cancelled')
  async cancelled(tx: Tx, event: DomainEvent<'session.cancelled'>): Promise<void> {
    await this.notes.noteSession(tx, event.payload.sessionId);
  }
}
