import { Body, Controller, Get, Param, Patch } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../contracts/permissions.js';
import { CurrentActor, Public, Requires } from '../platform/http/access.decorator.js';
import { Answers } from '../platform/http/answers.decorator.js';
import {
  cooperativeNamesSchema,
  cooperativePageSchema,
  cooperativePatch,
  cooperativeSchema,
  slugParam,
  type CooperativeName,
  type CooperativePage,
  type CooperativePatch,
  type CooperativeView,
} from './cooperative.dto.js';
import { CooperativesService } from './cooperatives.service.js';

@ApiTags('cooperatives')
@Controller('api')
export class CooperativesController {
  constructor(private readonly cooperatives: CooperativesService) {}

  @Get('cooperatives')
  @Public()
  @Answers(cooperativeNamesSchema, 'Every cooperative of this deployment, by name')
  names(): Promise<CooperativeName[]> {
    return this.cooperatives.names();
  }

  @Get('cooperatives/:slug')
  @Public()
  @Answers(cooperativePageSchema, 'What its public page is drawn with')
  page(@Param('slug', { schema: slugParam }) slug: string): Promise<CooperativePage> {
    return this.cooperatives.page(slug);
  }

  @Get('cooperative')
  @Requires('cooperative.read')
  @Answers(cooperativeSchema, "The actor's own cooperative")
  own(@CurrentActor() actor: Actor): Promise<CooperativeView> {
    return this.cooperatives.byId(actor.cooperativeId);
  }

  @Patch('cooperative')
  @Requires('cooperative.manage')
  @Answers(cooperativeSchema, 'The cooperative as it is now')
  change(
    @CurrentActor() actor: Actor,
    @Body({ schema: cooperativePatch }) patch: CooperativePatch,
  ): Promise<CooperativeView> {
    return this.cooperatives.change(actor, patch);
  }
}
