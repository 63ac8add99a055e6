import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What backups are sealed to. Its private half stands on two recovery sheets and nowhere else (KEYS "Around it"). */
@Entity('backup_key')
@Index('ux_backup_key', ['province', 'epoch'], { unique: true })
export class BackupKey {
  @PrimaryColumn('varchar', { length: 26 }) id: string;
  @Column('varchar', { length: 8 }) province: string;
  @Column('integer') epoch: number;
  @Column('varchar', { name: 'public_key', length: 44 }) publicKey: string;
  /** K4: without it a key in the database is nobody's. */
  @Column('varchar', { length: 44 }) mac: string;
  @Column('varchar', { name: 'made_at', length: 24 }) madeAt: string;
}
