import { Injectable } from '@nestjs/common';
import type { Looker } from '../access/looker';
import type { Approval } from '../cases/approval.entity';
import { Approvals } from '../cases/approvals';
import { Cases } from '../cases/cases';
import type { AccusedKind } from '../cases/codes';
import type { Status } from '../cases/moves.rules';
import type { RulingKind } from '../statistics/facts.rules';
import { Vault } from '../vault/vault';
import type { Body } from './bodies';
import type { RulingState } from './ruling.rules';
import { mayBeOverturned, mayBeRuled } from './ruling.rules';
import { Rulings } from './rulings.service';

export interface RulingCard {
  readonly id: string;
  readonly state: RulingState;
  readonly body: Body;
  readonly reference: string;
  readonly date: string;
  readonly kind: RulingKind;
  readonly agencyCode: string | null;
  readonly accusedKind: AccusedKind | null;
  readonly note: string | null;
  readonly overturnedOn: string | null;
  readonly overturnedByReference: string | null;
  /** What waits for a second person. */
  readonly waiting: 'ruling' | 'overturning' | null;
  /** decide: somebody else asked · overturn: it stands */
  readonly can: 'decide' | 'overturn' | null;
}

export interface RulingSheet {
  readonly number: string;
  readonly status: Status;
  readonly agencyCode: string | null;
  readonly canPropose: boolean;
  readonly rulings: readonly RulingCard[];
}

/** The rulings of one case as its page and its door show them. */
@Injectable()
export class RulingSheets {
  constructor(
    private readonly cases: Cases,
    private readonly rulings: Rulings,
    private readonly approvals: Approvals,
    private readonly vault: Vault,
  ) {}

  /** @throws CaseNotFound */
  async of(looker: Looker, number: string): Promise<RulingSheet> {
    const file = await this.cases.find(looker, number);
    const rulings = await this.rulings.of(looker, number);
    const notes = rulings.map(({ noteItem }) => noteItem);
    const texts = await this.vault.read(looker, file, notes);
    const waiting = await this.approvals.waiting(file.id);
    return {
      number: file.number,
      status: file.status,
      agencyCode: file.agencyCode,
      canPropose: mayBeRuled(file),
      rulings: rulings.map((ruling) => ({
        id: ruling.id,
        state: ruling.state,
        body: ruling.body,
        reference: ruling.reference,
        date: ruling.ruledOn,
        kind: ruling.kind,
        agencyCode: ruling.agencyCode,
        accusedKind: ruling.accusedKind,
        note: ruling.noteItem === null ? null : (texts.get(ruling.noteItem) ?? null),
        overturnedOn: ruling.overturnedOn,
        overturnedByReference: ruling.overturnedByReference,
        ...standing(looker, ruling, waiting),
      })),
    };
  }
}

function standing(
  { officerId }: Looker,
  { id, state }: { id: string; state: RulingState },
  waiting: readonly Approval[],
): Pick<RulingCard, 'waiting' | 'can'> {
  const approval = waiting.find(({ subjectId }) => subjectId === id);
  if (!approval) return { waiting: null, can: mayBeOverturned(state) ? 'overturn' : null };
  const kind = approval.kind === 'overturning' ? 'overturning' : 'ruling';
  return { waiting: kind, can: approval.askedBy === officerId ? null : 'decide' };
}
