// The live room: nothing said in it is lost or doubled, whoever drops out and comes back, on however many nodes.

import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AttendanceModule } from '../attendance/attendance.module.js';
import { AuthModule } from '../auth/auth.module.js';
import { SessionsModule } from '../sessions/sessions.module.js';
import { ChatChanges } from './chat-changes.service.js';
import { ChatGateway } from './chat.gateway.js';
import { ChatService } from './chat.service.js';
import { RoomBreaks } from './room-breaks.service.js';
import { RoomBatch } from './room-batch.service.js';
import { RoomChatPart } from './room-chat-part.js';
import { RoomDesk } from './room-desk.service.js';
import { RoomDoorbell } from './room-doorbell.service.js';
import { RoomDoorman } from './room-doorman.service.js';
import { RoomEventRow } from './room-event.entity.js';
import { RoomHandsSweep } from './room-hands-sweep.service.js';
import { RoomHandsQueries } from './room-hands.queries.js';
import { RoomHands } from './room-hands.service.js';
import { RoomGuestsQueries } from './room-guests.queries.js';
import { RoomLog } from './room-log.service.js';
import { RoomNotes } from './room-notes.service.js';
import { RoomOrder } from './room-order.service.js';
import { RoomOrderGateway } from './room-order.gateway.js';
import { RoomOrderQueries } from './room-order.queries.js';
import { RoomParts } from './room-parts.service.js';
import { RoomPeople } from './room-people.service.js';
import { RoomPresenceQueries } from './room-presence.queries.js';
import { RoomRetention } from './room-retention.service.js';
import { RoomReplays } from './room-replays.js';
import { RoomTranscripts } from './room-transcripts.service.js';
import { RoomSignalsGateway } from './room-signals.gateway.js';
import { RoomSignals } from './room-signals.service.js';
import { RoomStanding } from './room-standing.entity.js';
import { RoomBroadcaster } from './room.broadcaster.js';
import { RoomController } from './room.controller.js';
import { Room } from './room.entity.js';
import { RoomGateway } from './room.gateway.js';
import { RoomQueries } from './room.queries.js';
import { RoomService } from './room.service.js';
import { RoomWorker } from './room.worker.js';
import { WordList } from './word-list.entity.js';
import { WordListsController } from './word-lists.controller.js';
import { WordLists } from './word-lists.service.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([Room, RoomEventRow, RoomStanding, WordList]),
    AuthModule,
    SessionsModule,
    AttendanceModule,
  ],
  controllers: [RoomController, WordListsController],
  providers: [
    RoomService,
    ChatService,
    RoomPeople,
    RoomNotes,
    RoomDesk,
    RoomBreaks,
    RoomBatch,
    RoomHands,
    RoomHandsQueries,
    RoomHandsSweep,
    RoomSignals,
    RoomSignalsGateway,
    RoomLog,
    RoomGuestsQueries,
    RoomParts,
    RoomChatPart,
    RoomReplays,
    RoomDoorbell,
    RoomDoorman,
    RoomQueries,
    RoomPresenceQueries,
    RoomBroadcaster,
    RoomGateway,
    ChatGateway,
    RoomWorker,
    ChatChanges,
    RoomRetention,
    RoomTranscripts,
    WordLists,
    RoomOrder,
    RoomOrderQueries,
    RoomOrderGateway,
  ],
  exports: [RoomBatch, RoomDesk, RoomLog, RoomParts, WordLists],
})
export class RoomModule {}
