import { Injectable } from '@nestjs/common';
import { Province } from '../agencies/agencies';
import type { CaseFile } from '../cases/case-file.entity';
import type { Secrecy } from '../cases/codes';
import type { Classified } from './classification.rules';
import { classify, isBelow, leastSecrecy, secrecyAfterSorting } from './classification.rules';
import { wrongToAccept, wrongToEnd, wrongUrgency } from './sorting-guards.rules';
import type { SortingInput } from './sorting-input';
import { adviceOn } from './sorting.rules';
import { refuse, tooOpen, unknownCodes } from './wrong-fields';

/** What a sorting must say before it is a paper. */
@Injectable()
export class SortingChecks {
  constructor(private readonly province: Province) {}

  /** @throws WrongFields naming every code that the province does not know. */
  codes(input: SortingInput): void {
    refuse(unknownCodes(input, this.province));
  }

  /** What the case will be held to be. @throws WrongFields naming all that is missing or does not fit. */
  classified(file: CaseFile, input: SortingInput): Classified {
    const said = classify(file, input);
    const least = this.least(file, said);
    const now = { ...said, secrecy: secrecyAfterSorting(input.secrecy, file.secrecy, least) };
    refuse([
      ...wrongUrgency(input.urgent, input.urgentBecause ?? []),
      ...(isBelow(now.secrecy, least) ? [tooOpen] : []),
      ...(input.outcome === 'accept' ? this.toAccept(input, now) : this.toEnd(file, input)),
    ]);
    return now;
  }

  private toAccept(input: SortingInput, now: Classified) {
    const accusation = this.province.isAccusation(now.type) || now.corruptionAlleged === 'yes';
    return wrongToAccept({ ...input, now, accusation });
  }

  private toEnd(file: CaseFile, input: SortingInput) {
    return wrongToEnd({
      ...input,
      groundListed: this.province.profile.refusalGrounds.some(({ code }) => code === input.ground),
      advice: file.identityKind === 'anonymous' && input.checklist ? adviceOn(input.checklist) : null,
    });
  }

  private least({ identityKind }: CaseFile, { type, corruptionAlleged }: Classified): Secrecy {
    return leastSecrecy({
      identityKind,
      accusation: this.province.isAccusation(type),
      corruptionAlleged,
      sorted: true,
    });
  }
}
