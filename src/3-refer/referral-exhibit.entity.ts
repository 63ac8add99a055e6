import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A cleaned copy that went along with a referral, sealed once more for that agency; never an original. */
@Entity('referral_exhibit')
@Index('ux_referral_exhibit', ['referralId', 'exhibitId'], { unique: true })
export class ReferralExhibit {
  @PrimaryColumn({ type: 'varchar', length: 26, primaryKeyConstraintName: 'pk_referral_exhibit' }) id: string;
  @ForeignKey('Referral', { name: 'fk_referral_exhibit_referral' })
  @Column('varchar', { name: 'referral_id', length: 26 })
  referralId: string;
  @ForeignKey('Exhibit', { name: 'fk_referral_exhibit_exhibit' })
  @Column('varchar', { name: 'exhibit_id', length: 26 })
  exhibitId: string;
  /** In the referral's compartment. */
  @ForeignKey('SealedFile', { name: 'fk_referral_exhibit_file' })
  @Column('varchar', { name: 'file_id', length: 26 })
  fileId: string;
}
