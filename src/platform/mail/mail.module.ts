// Mail: rows first, then SMTP. None is lost; one that must arrive is sent twice at most when a process died over it.

import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Courier } from './courier.js';
import { MailMetrics } from './mail-metrics.js';
import { MailService } from './mail.service.js';
import { MailStore } from './mail-store.js';
import { MailWorker } from './mail.worker.js';
import { OutgoingMail } from './outgoing-mail.entity.js';
import { Smtp } from './smtp.js';

@Global()
@Module({
  imports: [TypeOrmModule.forFeature([OutgoingMail])],
  providers: [MailService, MailStore, Smtp, Courier, MailWorker, MailMetrics],
  exports: [MailService],
})
export class MailModule {}
