// The live room: nothing said in it is lost or doubled, whoever drops out and comes back, on however many nodes.

import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AttendanceModule } from '../attendance/attendance.module.js';
import { AuthModule } from '../auth/auth.module.js';
import { RoomDoorbell } from './room-doorbell.service.js';
import { RoomDoorman } from './room-doorman.service.js';
import { RoomEventRow } from './room-event.entity.js';
import { RoomLog } from './room-log.service.js';
import { RoomPresenceQueries } from './room-presence.queries.js';
import { RoomBroadcaster } from './room.broadcaster.js';
import { RoomController } from './room.controller.js';
import { Room } from './room.entity.js';
import { RoomGateway } from './room.gateway.js';
import { RoomQueries } from './room.queries.js';
import { RoomService } from './room.service.js';
import { RoomWorker } from './room.worker.js';

@Module({
  imports: [TypeOrmModule.forFeature([Room, RoomEventRow]), AuthModule, AttendanceModule],
  controllers: [RoomController],
  providers: [
    RoomService,
    RoomLog,
    RoomDoorbell,
    RoomDoorman,
    RoomQueries,
    RoomPresenceQueries,
    RoomBroadcaster,
    RoomGateway,
    RoomWorker,
  ],
})
export class RoomModule {}
