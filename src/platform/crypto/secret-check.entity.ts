import { Column, Entity, PrimaryColumn } from 'typeorm';

/** `HMAC(check subkey, …)`: tells whether this S is the one this database was made with (KEYS K1). */
@Entity('secret_check')
export class SecretCheckRow {
  @PrimaryColumn('varchar', { length: 8 }) name: string;
  @Column('varchar', { length: 44 }) mac: string;
}
