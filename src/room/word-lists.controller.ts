import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../contracts/permissions.js';
import { CurrentActor, Requires } from '../platform/http/access.decorator.js';
import { Answers } from '../platform/http/answers.decorator.js';
import { wordListInput, wordListOut, type WordListInput, type WordListOut } from './word-list.dto.js';
import { WordLists } from './word-lists.service.js';

@ApiTags('room')
@Controller('api/moderation/words')
export class WordListsController {
  constructor(private readonly wordLists: WordLists) {}

  @Get()
  @Requires('cooperative.manage')
  @Answers(wordListOut, 'The words that no member may write in a room')
  of(@CurrentActor() actor: Actor): Promise<WordListOut> {
    return this.wordLists.of(actor);
  }

  @Put()
  @Requires('cooperative.manage')
  @Answers(wordListOut, 'The whole list from now on')
  set(@CurrentActor() actor: Actor, @Body({ schema: wordListInput }) body: WordListInput): Promise<WordListOut> {
    return this.wordLists.set(actor, body);
  }
}
