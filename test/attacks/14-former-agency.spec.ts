import type { Officer } from '../../src/access/officer.entity';
import { OfficersService, lookerOf } from '../../src/access/officers.service';
import { Database } from '../../src/platform/database/database';
import type { SqlValue } from '../../src/platform/database/sql';
import { sql } from '../../src/platform/database/sql';
import { open as openEnvelope, openKey, publicKeyOf } from '../../src/platform/crypto/sealing';
import type { KeyPair } from '../../src/platform/crypto/sealing';
import { Receipts } from '../../src/reporters/receipts';
import { grantContext, itemContext } from '../../src/vault/binding';
import { UnitKeys } from '../../src/vault/unit-keys';
import { Vault } from '../../src/vault/vault';
import { Compartment, KeyGrant, SealedItem } from '../../src/vault/vault.entities';
import type { Asker, House } from '../harness/app';
import { eachHouse } from '../harness/app';
import { hireWithUnits } from './ceremony';
import { ASKED, taken } from './people';

interface Filed {
  readonly id: string;
  readonly number: string;
  readonly referral: string;
}

const MESSAGE = 'ขอให้ตรวจสอบและรายงาน';

/** Attack 14: a former member, or an agency after withdrawal, with its old private key and today's database. */
eachHouse((_home, open) => {
  let house: House;
  const get = <T>(type: abstract new (...all: never[]) => T): T => house.server.app.get<T>(type, { strict: false });
  const em = () => get(Database).reader;
  const rows = <T extends object = Record<string, unknown>>(text: string, values: readonly SqlValue[] = []) =>
    get(Database).write((writer) => sql<T>(writer, text, [...values]));
  afterEach(() => house.close());

  describe('an agency', () => {
    let desk: Asker;
    let land: Asker;
    const at = ({ number }: Pick<Filed, 'number'>, path: string) => `/api/v1/cases/${number}/${path}`;
    const refer = async (): Promise<Filed> => {
      const complaint = { allegation: 'ถนนทรุด', type: 'general' };
      const { number } = taken<{ number: string }>('filing', await house.anyone.post('/api/v1/complaints', complaint));
      const sorting = { outcome: 'accept', type: 'general', corruptionAlleged: 'no', reasons: 'x' };
      taken('sorting', await desk.post(at({ number }, 'sorting'), sorting));
      const sent = await desk.post(at({ number }, 'referrals'), { agencyCode: ASKED, message: MESSAGE });
      const { referrals } = taken<{ referrals: { id: string }[] }>('referral', sent);
      const [row] = await rows<{ id: string }>('SELECT id FROM case_file WHERE number = $1', [number]);
      return { number, id: row?.id ?? '', referral: referrals[0]?.id ?? '' };
    };
    const recall = async (one: Filed): Promise<void> => {
      taken('recall', await desk.post(at(one, `referrals/${one.referral}/withdrawal`), { reason: 'ส่งผิด' }));
    };
    /** The unit's private key, as the agency's own session opens it. */
    const unitKey = async (): Promise<KeyPair> => {
      const officer = (await get(OfficersService).find('land')) as Officer;
      const bunch = await get(UnitKeys).of(lookerOf(officer, [], '', null));
      return [...bunch.values()][0] as KeyPair;
    };
    const compartments = ({ id }: Filed) => em().find(Compartment, { where: { caseId: id } });
    const tried = <T>(doing: () => T): T | null => {
      try {
        return doing();
      } catch {
        return null;
      }
    };
    /** Whatever of the case's compartments this key opens by any grant of today's database, whoever it is written for. */
    const opensByGrant = async (one: Filed, pair: KeyPair): Promise<readonly KeyPair[]> => {
      const found: KeyPair[] = [];
      for (const compartment of await compartments(one)) {
        for (const { reader, part, sealed } of await em().findBy(KeyGrant, { compartmentId: compartment.id })) {
          const context = grantContext(compartment, reader, part);
          const privateKey = tried(() => openKey(pair, context, Buffer.from(sealed, 'base64')));
          if (privateKey) found.push({ privateKey, publicKey: publicKeyOf(privateKey) });
        }
      }
      return found;
    };
    /** The ids of the case's texts that one of these compartment keys opens. */
    const opensTexts = async (one: Filed, keys: readonly KeyPair[]): Promise<readonly string[]> => {
      const found: string[] = [];
      for (const compartment of await compartments(one)) {
        for (const item of await em().findBy(SealedItem, { compartmentId: compartment.id })) {
          const context = itemContext(compartment, item.id, item.field);
          const opened = keys.some((pair) => {
            const key = tried(() => openKey(pair, context, Buffer.from(item.itemKey, 'base64')));
            return (
              key !== null && tried(() => openEnvelope(key, context, Buffer.from(item.envelope, 'base64'))) !== null
            );
          });
          if (opened) found.push(item.id);
        }
      }
      return found;
    };
    /** Sealed to the referral after the agency was taken off it, and to everything else of the case. */
    const sealedSince = (one: Filed): Promise<readonly string[]> =>
      get(Database).write(async () => {
        const ref = { id: one.id, province: 'NWT' };
        const vault = get(Vault);
        return [
          await vault.seal(ref, 'referral', 'answer', 'เขียนภายหลัง', one.referral),
          await vault.seal(ref, 'work', 'comment', 'เขียนภายหลัง'),
          await vault.seal(ref, 'dialogue', 'word', 'เขียนภายหลัง'),
        ];
      });

    beforeEach(async () => {
      house = await open({ RATE_LIMITS: 'off' });
      desk = await house.officer('desk', ['desk_officer']);
      land = await house.officer('land', ['agency_contact'], ASKED);
    });

    it('with an account reads nothing of a referral that was called back, not even with the keys it kept', async () => {
      const one = await refer();
      const answers = at(one, `referrals/${one.referral}/answers`);
      taken('answer', await land.post(answers, { kind: 'interim', text: 'ลงพื้นที่แล้ว' }));
      const pair = await unitKey();
      const kept = await opensByGrant(one, pair);
      expect(kept).toHaveLength(1);
      expect(await opensTexts(one, kept)).toHaveLength(2);

      await recall(one);
      const since = await sealedSince(one);
      expect(await opensByGrant(one, pair)).toEqual([]);
      expect((await opensTexts(one, kept)).filter((id) => since.includes(id))).toEqual([]);
      for (const path of ['', 'referrals', `referrals/${one.referral}/files/1`]) {
        expect((await land.get(at(one, path))).status).toBe(404);
      }
      expect((await land.post(answers, { kind: 'accepted' })).status).toBe(404);
      const seen = await desk.get(at(one, 'referrals'));
      expect([seen.status, seen.text.includes(MESSAGE), seen.text.includes('ลงพื้นที่แล้ว')]).toEqual([200, true, true]);
      const proof = await desk.get<{ units: { unit: string; untilAt: string | null }[] }>(at(one, 'readers'));
      expect(proof.body.units.find(({ unit }) => unit === `agency:${ASKED}`)?.untilAt).toEqual(expect.any(String));
    });

    it('reads no later referral of the case that is not its own, nor what the case becomes elsewhere', async () => {
      const [one, other] = [await refer(), await refer()];
      const pair = await unitKey();
      const kept = await opensByGrant(one, pair);
      await recall(one);
      const again = { agencyCode: 'NWT-PROVOFF', message: MESSAGE };
      taken('another', await desk.post(at(one, 'referrals'), again));
      expect(await opensByGrant(one, pair)).toEqual([]);
      expect(await opensTexts(one, kept)).toHaveLength(1);
      expect(await opensTexts(other, kept)).toEqual([]);
      taken('handover', await desk.post(at(one, 'handover'), { reason: 'เกี่ยวกับคนในศูนย์' }));
      const since = await sealedSince(one);
      expect((await opensTexts(one, kept)).filter((id) => since.includes(id))).toEqual([]);
      const alt = await house.officer('alt', ['desk_head']);
      await rows(`UPDATE officer SET desk_unit = 'alternative' WHERE username = 'alt'`);
      const seen = await alt.get(at(one, 'referrals'));
      expect([seen.status, seen.text.includes(MESSAGE)]).toEqual([200, true]);
    });

    it('with a code reads nothing after it was called back, by whatever it wrote down', async () => {
      const one = await refer();
      const made = await desk.post(at(one, `referrals/${one.referral}/code`), {});
      const { code } = taken<{ code: string }>('code', made);
      const { kek } = await get(Receipts).derive('referral', code, 'lookup');
      const unwrapped = async (): Promise<readonly KeyPair[]> => {
        const found: KeyPair[] = [];
        for (const compartment of await compartments(one)) {
          const [row] = await rows<{ id: string; until_at: string }>('SELECT id, until_at FROM referral_code');
          for (const { sealed, part } of await em().findBy(KeyGrant, { compartmentId: compartment.id })) {
            const context = grantContext(compartment, `code:${row?.id}|${row?.until_at}`, part);
            const privateKey = tried(() => openEnvelope(kek, context, Buffer.from(sealed, 'base64')));
            if (privateKey) found.push({ privateKey, publicKey: publicKeyOf(privateKey) });
          }
        }
        return found;
      };
      const kept = await unwrapped();
      expect(await opensTexts(one, kept)).toHaveLength(1);
      await recall(one);
      const since = await sealedSince(one);
      expect(await unwrapped()).toEqual([]);
      expect((await opensTexts(one, kept)).filter((id) => since.includes(id))).toEqual([]);
      expect((await house.anyone.post('/api/v1/agency/sessions', { code })).status).toBe(404);
    });

    it('gives a code no longer life by a row that was changed', async () => {
      const one = await refer();
      const made = await desk.post(at(one, `referrals/${one.referral}/code`), {});
      const { code } = taken<{ code: string }>('code', made);
      const later = '2099-01-01T00:00:00.000Z';
      await rows('UPDATE referral_code SET until_at = $1', [later]);
      await rows(`UPDATE key_grant SET until_at = $1 WHERE reader LIKE 'code:%'`, [later]);
      expect((await house.anyone.post('/api/v1/agency/sessions', { code })).status).toBe(500);
      const other = await refer();
      await rows('UPDATE referral_code SET referral_id = $1, case_id = $2', [other.referral, other.id]);
      expect((await house.anyone.post('/api/v1/agency/sessions', { code })).status).not.toBe(204);
    });
  });

  describe('a member', () => {
    it('who left reads nothing that was filed or sealed anew since, and who stays keeps the past', async () => {
      house = await open({ NODE_ENV: 'production' });
      const { desk_officer: staying, desk_head: leaving } = await hireWithUnits(house);
      const ALLEGATION = 'เรื่องที่มีเพียงหน่วยเท่านั้นที่อ่านได้';
      const file = async (): Promise<string> =>
        taken<{ number: string }>('filing', await house.anyone.post('/api/v1/complaints', { allegation: ALLEGATION }))
          .number;
      const reads = async (asker: Asker, number: string): Promise<boolean> => {
        const { status, text } = await asker.get(`/api/v1/cases/${number}`);
        return status === 200 && text.includes(ALLEGATION);
      };
      const before = await file();
      expect(await reads(leaving, before)).toBe(true);
      const held = `SELECT sealed FROM unit_member WHERE unit = 'desk'
        AND officer_id = (SELECT id FROM officer WHERE username = 'desk_head')`;
      expect(await rows(held)).toHaveLength(1);
      const turned = await staying.post<{ epoch: number }>('/api/v1/units/desk/rotation', { without: ['desk_head'] });
      expect([turned.status, turned.body.epoch]).toEqual([201, 2]);
      const after = await file();
      expect([await reads(staying, before), await reads(staying, after)]).toEqual([true, true]);
      expect([await reads(leaving, before), await reads(leaving, after)]).toEqual([false, false]);
      expect(await rows(held)).toEqual([]);
      expect(await rows(`SELECT id FROM key_grant WHERE reader = 'unit:desk' AND reader_epoch < 2`)).toEqual([]);
    });
  });
});
