import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../contracts/permissions.js';
import { id } from '../contracts/schemas.js';
import { CurrentActor, Requires } from '../platform/http/access.decorator.js';
import { Answers } from '../platform/http/answers.decorator.js';
import { reminderList, reminderListOf, type ReminderList } from './reminder.dto.js';
import { RemindersService } from './reminders.service.js';

@ApiTags('reminders')
@Controller('api/sessions/:id/reminders')
export class RemindersController {
  constructor(private readonly reminders: RemindersService) {}

  @Get()
  @Requires('registrations.read')
  @Answers(reminderList, 'What was and will be sent about the session, grouped by kind and state')
  async list(@CurrentActor() actor: Actor, @Param('id', { schema: id }) sessionId: string): Promise<ReminderList> {
    return reminderListOf(await this.reminders.summary(actor, sessionId));
  }
}
