import { Body, Controller, Param, Post } from '@nestjs/common';
import type { Looker } from '../access/looker';
import { May, Who } from '../access/may';
import { CaseNumberPipe } from '../cases/case-number.pipe';
import type { CaseMoved } from '../cases/cases.controller';
import { moved } from '../cases/cases.controller';
import { Answered } from '../platform/http/answered';
import { WordInput } from './words-input';
import { Words } from './words.service';

@Controller()
export class WordsController {
  constructor(private readonly words: Words) {}

  @May('case.word')
  @Answered((file: CaseMoved) => `/cases/${file.number}`)
  @Post(['api/v1/cases/:number/words', 'cases/:number/words'])
  async say(
    @Who() looker: Looker,
    @Param('number', CaseNumberPipe) number: string,
    @Body() input: WordInput,
  ): Promise<CaseMoved> {
    return moved(await this.words.say(looker, number, input));
  }
}
