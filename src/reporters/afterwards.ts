import { Injectable } from '@nestjs/common';
import { Province } from '../agencies/agencies';
import type { CaseEvent } from '../cases/case-event.entity';
import type { CaseFile } from '../cases/case-file.entity';
import { Clock } from '../platform/clock';
import type { AddressChoice } from './addresses';
import { Addresses } from './addresses';
import type { CheckIn, Review } from './afterwards.rules';
import { closedAt, mayRate, mayWishWithdrawal, reviewOf } from './afterwards.rules';
import { CheckIns } from './check-ins';
import type { RatingGiven } from './ratings';
import { Ratings } from './ratings';
import type { OpenSession } from './reporter-sessions';

/** What a reporter may do beside writing, today. */
export interface Choices {
  /** Null while there is nothing to rate. */
  readonly rating: { readonly given: RatingGiven | null } | null;
  readonly review: Review | null;
  readonly withdrawal: boolean;
  /** "Are you safe?" */
  readonly checkIn: CheckIn | null;
  /** Where she may be told that there is something new. */
  readonly address: AddressChoice;
}

@Injectable()
export class Afterwards {
  constructor(
    private readonly ratings: Ratings,
    private readonly checkIns: CheckIns,
    private readonly addresses: Addresses,
    private readonly province: Province,
    private readonly clock: Clock,
  ) {}

  async of({ key }: OpenSession, file: CaseFile, story: readonly CaseEvent[]): Promise<Choices> {
    const { status } = file;
    const { days } = this.province.profile.review;
    const asked = await this.checkIns.of(file, story);
    return {
      rating: mayRate(status) ? { given: await this.ratings.of(key, file) } : null,
      review: reviewOf(status, closedAt(status, story), days, story, this.clock.now()),
      withdrawal: mayWishWithdrawal(status),
      address: await this.addresses.choiceOf(file),
      checkIn: asked.find(({ state }) => state === 'due') ?? null,
    };
  }
}
