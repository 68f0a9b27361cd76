import { Body, Controller, Delete, Get, Param, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../contracts/permissions.js';
import { id } from '../contracts/schemas.js';
import { CurrentActor, Requires } from '../platform/http/access.decorator.js';
import { Answers } from '../platform/http/answers.decorator.js';
import { madeOut, type MadeOut } from './clone.dto.js';
import {
  fromTemplate,
  templateInput,
  templateList,
  templateOut,
  templatePatch,
  type FromTemplate,
  type TemplateInput,
  type TemplateList,
  type TemplateOut,
  type TemplatePatch,
} from './template.dto.js';
import { TemplatesService } from './templates.service.js';

@ApiTags('planning')
@Controller('api/session-templates')
export class TemplatesController {
  constructor(private readonly templates: TemplatesService) {}

  @Get()
  @Requires('sessions.plan')
  @Answers(templateList, "The cooperative's templates, by name")
  list(@CurrentActor() actor: Actor): Promise<TemplateList> {
    return this.templates.list(actor);
  }

  @Post()
  @Requires('sessions.plan')
  @Answers(templateOut, 'What the session is, but for dates and people, under that name', 201)
  save(@CurrentActor() actor: Actor, @Body({ schema: templateInput }) body: TemplateInput): Promise<TemplateOut> {
    return this.templates.save(actor, body);
  }

  @Patch(':id')
  @Requires('sessions.plan')
  @Answers(templateOut, 'Under its new name')
  rename(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) templateId: string,
    @Body({ schema: templatePatch }) body: TemplatePatch,
  ): Promise<TemplateOut> {
    return this.templates.rename(actor, templateId, body);
  }

  @Delete(':id')
  @Requires('sessions.plan')
  @Answers(undefined, 'Gone; what was made from it stays')
  remove(@CurrentActor() actor: Actor, @Param('id', { schema: id }) templateId: string): Promise<void> {
    return this.templates.remove(actor, templateId);
  }

  @Post(':id/sessions')
  @Requires('sessions.plan')
  @Answers(madeOut, 'A new draft: what was said, else what the template says, with its terms', 201)
  async use(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) templateId: string,
    @Body({ schema: fromTemplate }) body: FromTemplate,
  ): Promise<MadeOut> {
    return { id: await this.templates.use(actor, templateId, body) };
  }
}
