import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** What happened: somebody learned · something changed · something was lost or cannot be reached */
export const BREACH_KINDS = ['confidentiality', 'integrity', 'availability'] as const;
export type BreachKind = (typeof BREACH_KINDS)[number];

/** For the rights of the persons concerned: unlikely · likely · high */
export const BREACH_RISKS = ['low', 'risk', 'high'] as const;
export type BreachRisk = (typeof BREACH_RISKS)[number];

/** One personal-data breach, by number within the fiscal year it was entered in. Never deleted. */
@Entity('breach')
@Index('ux_breach_no', ['province', 'fiscalYear', 'no'], { unique: true })
export class Breach {
  @PrimaryColumn('varchar', { length: 26 }) id: string;
  @Column('varchar', { length: 8 }) province: string;
  @Column('integer', { name: 'fiscal_year' }) fiscalYear: number;
  @Column('integer') no: number;
}

/** What is known of it, as of then. The newest line holds; a correction is a new one. Append-only by trigger. */
@Entity('breach_line')
@Check('ck_breach_line_risk', `risk IN ('low','risk','high')`)
@Index('ux_breach_line', ['breachId', 'no'], { unique: true })
export class BreachLine {
  @PrimaryColumn('varchar', { length: 26 }) id: string;
  @ForeignKey('Breach', { name: 'fk_breach_line_breach' })
  @Column('varchar', { name: 'breach_id', length: 26 })
  breachId: string;
  /** 1, 2, 3 … */
  @Column('integer') no: number;
  @Column('varchar', { name: 'entered_at', length: 24 }) enteredAt: string;
  @Column('varchar', { name: 'entered_by', length: 26 }) enteredBy: string;
  /** When the office became aware of it: the 72 hours run from here. */
  @Column('varchar', { name: 'noticed_at', length: 24 }) noticedAt: string;
  @Column('simple-json') kinds: readonly BreachKind[];
  /** About how many; null: not known yet. */
  @Column('integer', { nullable: true }) persons: number | null;
  @Column('varchar', { length: 8 }) risk: BreachRisk;
  @Column('varchar', { name: 'regulator_told_at', length: 24, nullable: true }) regulatorToldAt: string | null;
  @Column('varchar', { name: 'persons_told_on', length: 10, nullable: true }) personsToldOn: string | null;
  /** Sealed: what happened and what was done about it. */
  @Column('varchar', { name: 'words_text', length: 26, nullable: true }) wordsText: string | null;
}
