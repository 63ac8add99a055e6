import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A text of an office's register, which belongs to no case: under a key of its own, bound to its entry (KEYS K2, K3). */
@Entity('register_text')
@Index('ix_register_text_entry', ['entryId'])
export class RegisterText {
  @PrimaryColumn('varchar', { length: 26 }) id: string;
  @Column('varchar', { length: 8 }) province: string;
  /** Which register, a code: `breach`. */
  @Column('varchar', { length: 12 }) register: string;
  @Column('varchar', { name: 'entry_id', length: 26 }) entryId: string;
  @Column('text') envelope: string;
  @Column('varchar', { name: 'sealed_at', length: 24 }) sealedAt: string;
}

/** A register text's key, sealed to one unit. */
@Entity('register_key')
@Index('ux_register_key', ['textId', 'reader'], { unique: true })
@Index('ix_register_key_owed', ['reader', 'readerEpoch'])
export class RegisterKey {
  @PrimaryColumn('varchar', { length: 26 }) id: string;
  @ForeignKey('RegisterText', { name: 'fk_register_key_text' })
  @Column('varchar', { name: 'text_id', length: 26 })
  textId: string;
  /** `unit:executive` */
  @Column('varchar', { length: 80 }) reader: string;
  /** Of the unit's key; 0 while it has none: what is owed is sealed once it does. */
  @Column('integer', { name: 'reader_epoch' }) readerEpoch: number;
  @Column('text') sealed: string;
}
