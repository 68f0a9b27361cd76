// Plans: sessions made from what is there already, each of them an ordinary session from then on.

import { Module } from '@nestjs/common';
import { RegistrationsModule } from '../registrations/registrations.module.js';
import { SessionsModule } from '../sessions/sessions.module.js';
import { ClonesController } from './clones.controller.js';
import { ClonesService } from './clones.service.js';

@Module({
  imports: [SessionsModule, RegistrationsModule],
  controllers: [ClonesController],
  providers: [ClonesService],
})
export class PlansModule {}
