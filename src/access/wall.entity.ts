import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/**
 * named: in the complaint · chain: above or below somebody named · agency: of the office that is accused · recused: by herself · disposed: the case is disposed
 * of, and why it was hidden is not said any more
 */
export type WallCause = 'named' | 'chain' | 'agency' | 'recused' | 'disposed';

/**
 * A case is hidden from somebody (KEYS K11). Who, stands nowhere: the tag is `HMAC(wall subkey, case|who)`, so a stolen
 * database tells that a case has a wall and not against whom.
 */
@Entity('wall_row')
@Index('ix_wall_row_case', ['province', 'caseId'])
@Index('ix_wall_row_cause', ['province', 'cause', 'untilAt'])
export class WallRow {
  @PrimaryColumn('varchar', { length: 26 }) id: string;
  @Column('varchar', { length: 8 }) province: string;
  @Column('varchar', { name: 'case_id', length: 26 }) caseId: string;
  @Column('varchar', { length: 44 }) tag: string;
  @Column('varchar', { length: 12 }) cause: WallCause;
  @Column('varchar', { name: 'from_at', length: 24 }) fromAt: string;
  /** Taken down then; null while it stands. */
  @Column('varchar', { name: 'until_at', length: 24, nullable: true }) untilAt: string | null;
}
