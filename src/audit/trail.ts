import { Injectable } from '@nestjs/common';
import { MoreThan } from 'typeorm';
import { ServerSecret } from '../platform/crypto/server-secret';
import { Database } from '../platform/database/database';
import { AuditHead } from './audit-head.entity';
import { AuditRow } from './audit-row.entity';
import { BEFORE_ALL, macOf } from './chain.rules';

export interface TrailPage {
  readonly page: number;
  readonly pageSize: number;
  readonly total: number;
  /** Newest first. */
  readonly rows: readonly AuditRow[];
}

/** Number and MAC (hex) of a last row. */
export type Noted = Pick<AuditHead, 'no' | 'mac'>;

const PAGE_SIZE = 50;
const BATCH = 1_000;

/** Reading the record and proving that nobody touched it. */
@Injectable()
export class Trail {
  constructor(
    private readonly database: Database,
    private readonly secret: ServerSecret,
  ) {}

  /** Pages count from 1; a page past the end is empty. */
  async page(province: string, page: number): Promise<TrailPage> {
    const total = (await this.head(province)).no;
    const newest = total - (page - 1) * PAGE_SIZE;
    const rows = await this.database.reader
      .createQueryBuilder(AuditRow, 'row')
      .where('row.province = :province AND row.no <= :newest AND row.no > :oldest', {
        province,
        newest,
        oldest: newest - PAGE_SIZE,
      })
      .orderBy('row.no', 'DESC')
      .getMany();
    return { page, pageSize: PAGE_SIZE, total, rows };
  }

  /** Number and MAC of the last row: what is printed or mailed each day (KEYS K14). */
  async head(province: string): Promise<Noted> {
    const head = await this.database.reader.findOneBy(AuditHead, { province });
    return head ? { no: head.no, mac: head.mac } : { no: 0, mac: BEFORE_ALL };
  }

  /**
   * The first number that is changed, missing or added from outside; null when the whole trail holds.
   * `noted` is a head kept elsewhere: it finds a tail that was cut together with its head.
   */
  async verify(province: string, noted?: Noted): Promise<number | null> {
    const promised = [await this.head(province), ...(noted ? [noted] : [])];
    const last = { no: 0, mac: BEFORE_ALL };
    for (let rows = await this.after(province, 0); rows.length > 0; rows = await this.after(province, last.no)) {
      for (const row of rows) {
        const mac = macOf(this.secret.subkey('audit'), last.mac, row);
        if (row.no !== last.no + 1 || row.mac !== mac) return last.no + 1;
        if (promised.some((one) => one.no === row.no && one.mac !== mac)) return row.no;
        Object.assign(last, { no: row.no, mac });
      }
    }
    if (promised.some(({ no }) => no > last.no)) return last.no + 1;
    const now = await this.head(province);
    return last.no > now.no ? now.no + 1 : null;
  }

  private after(province: string, no: number): Promise<AuditRow[]> {
    return this.database.reader.find(AuditRow, {
      where: { province, no: MoreThan(no) },
      order: { no: 'ASC' },
      take: BATCH,
    });
  }
}
