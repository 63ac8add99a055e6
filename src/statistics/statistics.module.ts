import { Global, Module } from '@nestjs/common';
import { Facts } from './facts';
import { CaseCounts } from './case-counts';
import { Statistics } from './statistics.service';

/** Counts over facts; every room may tell it, it knows nobody. */
@Global()
@Module({ providers: [Facts, Statistics, CaseCounts], exports: [Facts, Statistics, CaseCounts] })
export class StatisticsModule {}
