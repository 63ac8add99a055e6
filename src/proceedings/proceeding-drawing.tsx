import { Injectable } from '@nestjs/common';
import type { Response } from 'express';
import type { Looker } from '../access/looker';
import { StaffPages } from '../access/staff-page';
import { Province } from '../agencies/agencies';
import { numberIn } from '../cases/number-in';
import { Clock } from '../platform/clock';
import type { FormOutcome, FormTrouble } from '../platform/http/form';
import type { Lang } from '../platform/http/language';
import { LimitCards } from './limit-cards';
import type { OpenForm } from './limit-forms';
import { LimitSheets } from './limit-sheets';
import { ProceedingCards } from './proceeding-cards';
import { ProceedingPage } from './proceeding-page';
import type { Filled } from './rulings-page';
import { proceedingWords } from './words';

const NOTHING: Filled = { values: {} };

/** Draws the page of one proceeding, for the doors of the proceeding and for those of its limits. */
@Injectable()
export class ProceedingDrawing {
  constructor(
    private readonly cards: ProceedingCards,
    private readonly limits: LimitCards,
    private readonly sheets: LimitSheets,
    private readonly pages: StaffPages,
    private readonly province: Province,
    private readonly clock: Clock,
  ) {}

  /** @throws ProceedingNotFound */
  async draw(looker: Looker, lang: Lang, id: string, open: OpenForm | null, filled = NOTHING): Promise<string> {
    const card = await this.cards.find(looker, id);
    const { bodies, proceedings } = proceedingWords(lang);
    return this.pages.render(looker, lang, {
      title: `${proceedings.one} ${bodies[card.body]} ${card.reference}`,
      path: `/proceedings/${id}`,
      children: (
        <ProceedingPage
          lang={lang}
          card={card}
          stages={this.limits.stages}
          calendar={this.sheets.calendar}
          numberOf={(number) => numberIn(lang, this.province, number)}
          now={this.clock.now()}
          open={open}
          filled={filled}
        />
      ),
    });
  }
}

/** Done: on to `next`. Wrong: the page again, with everything that was typed. */
export async function answer(
  response: Response,
  next: string,
  outcome: FormOutcome<unknown>,
  again: (trouble: FormTrouble) => Promise<string>,
): Promise<void> {
  if ('done' in outcome) return response.redirect(303, next);
  const { trouble } = outcome;
  response
    .status(trouble.status)
    .type('html')
    .send(await again(trouble));
}
