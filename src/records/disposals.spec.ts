import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { eachHome } from '../../test/harness/databases';
import { Desk } from '../../test/harness/desk';
import type { Looker, OwnAccount } from '../access/looker';
import type { Role } from '../access/roles';
import { Wall } from '../access/wall';
import { Approvals } from '../cases/approvals';
import type { CaseFile } from '../cases/case-file.entity';
import { CaseNotFound, NeedsSecondPerson } from '../cases/errors';
import { ConfirmationNeeded } from '../access/access.errors';
import { Cases } from '../cases/cases';
import { sql } from '../platform/database/sql';
import { Forbidden } from '../platform/errors';
import { SealedFiles } from '../vault/sealed-files';
import { Vault } from '../vault/vault';
import { CertificateList } from './certificates';
import { Clearing } from './clearing';
import { NotToBeDisposed } from './disposal.errors';
import { Disposals } from './disposals';
import { AlreadyHeld, Holds, NotHeld } from './holds';
import { RecordsModule } from './records.module';
import { RECORDS_ENTITIES } from './records.entities';
import { RetentionList } from './retention';

const CLOSED = '2026-11-21T03:00:00.000Z';
const LATER = '2036-11-23T03:00:00.000Z';

eachHome((_home, place) => {
  let desk: Desk;
  const person = (...roles: readonly Role[]): Looker => ({
    ...desk.person(...roles),
    account: { isFresh: true } as OwnAccount,
  });
  const rows = (text: string, ...values: readonly string[]) => sql(desk.database.reader, text, values);
  const decide = (looker: Looker, { number }: CaseFile, grant = true) =>
    desk.get(Approvals).decide(looker, number, { grant, kind: 'disposal' });
  const propose = (looker: Looker, { number }: CaseFile) => desk.get(Disposals).propose(looker, number);
  const find = (looker: Looker, { number }: CaseFile) => desk.get(Cases).find(looker, number);

  /** Closed ten years ago. */
  async function old(): Promise<CaseFile> {
    desk.rooms.clock.set(CLOSED);
    const file = await desk.bring(await desk.openCase({ type: 'corruption' }), 'end');
    desk.rooms.clock.set(LATER);
    return file;
  }
  /** Files on the shelf. */
  const shelf = (): readonly string[] => {
    const folder = join(desk.rooms.settings.dataDir, 'evidence');
    return existsSync(folder)
      ? readdirSync(folder, { recursive: true, withFileTypes: true })
          .filter((one) => one.isFile())
          .map(({ name }) => name)
      : [];
  };

  beforeAll(async () => {
    desk = await Desk.open(await place(), [RecordsModule], RECORDS_ENTITIES);
  });
  afterAll(() => desk.close());

  describe('a legal hold', () => {
    it('is placed and lifted once each, and told', async () => {
      const file = await old();
      const head = person('desk_head');
      const holds = desk.get(Holds);
      await expect(holds.lift(head, file.number, 'court', 'why')).rejects.toThrow(NotHeld);
      await holds.place(head, file.number, 'court', 'a claim may come');
      await expect(holds.place(head, file.number, 'court', 'again')).rejects.toThrow(AlreadyHeld);
      await holds.place(head, file.number, 'audit', 'also');
      expect(await holds.standing(file.id)).toEqual(['court', 'audit']);
      await holds.lift(head, file.number, 'court', 'no claim came');
      await holds.place(head, file.number, 'court', 'one came after all');
      expect((await holds.of(file.id)).map(({ kind, liftedAt }) => [kind, liftedAt !== null])).toEqual([
        ['court', true],
        ['audit', false],
        ['court', false],
      ]);
      const told = (await desk.storyOf(file)).slice(-4).map(({ kind, data }) => [kind, data]);
      expect(told).toEqual([
        ['holdPlaced', { hold: 'court' }],
        ['holdPlaced', { hold: 'audit' }],
        ['holdLifted', { hold: 'court' }],
        ['holdPlaced', { hold: 'court' }],
      ]);
      const texts = await desk.get(Vault).read(
        head,
        file,
        (await holds.of(file.id)).map(({ reasonItem }) => reasonItem),
      );
      expect([...texts.values()].sort()).toEqual(['a claim may come', 'also', 'one came after all']);
    });

    it('keeps a case from disposal, when it is proposed and when it is granted', async () => {
      const [head, other] = [person('desk_head'), person('desk_head')];
      const file = await old();
      await desk.get(Holds).place(head, file.number, 'inquiry', 'asked for');
      await expect(propose(head, file)).rejects.toThrow(NotToBeDisposed);
      const listed = await desk.get(RetentionList).past(head, 1);
      expect(listed.cases.find(({ number }) => number === file.number)).toMatchObject({ isHeld: true, years: 2 });
      await desk.get(Holds).lift(head, file.number, 'inquiry', 'over');
      await propose(head, file);
      await desk.get(Holds).place(head, file.number, 'inquiry', 'again');
      await expect(decide(other, file)).rejects.toThrow(NotToBeDisposed);
      expect((await find(head, file)).disposedAt).toBeNull();
      expect((await desk.get(Approvals).waiting(file.id)).length).toBe(1);
    });

    it('of a merged case keeps the main case too', async () => {
      const head = person('desk_head');
      const [file, merged] = [await old(), await old()];
      await desk.database.write((em) =>
        sql(em, `UPDATE case_file SET status = 'merged', merged_into = $1 WHERE id = $2`, [file.id, merged.id]),
      );
      await desk.get(Holds).place(head, merged.number, 'court', 'why');
      await expect(propose(head, file)).rejects.toThrow(NotToBeDisposed);
      await expect(propose(head, merged)).rejects.toThrow(NotToBeDisposed);
    });
  });

  describe('disposal', () => {
    it('takes a case past its time only, and asks again at the grant', async () => {
      const [head, other] = [person('desk_head'), person('desk_head')];
      const file = await old();
      desk.rooms.clock.set('2028-11-21T16:59:59.999Z');
      await expect(propose(head, file)).rejects.toThrow(NotToBeDisposed);
      await expect(propose(head, await desk.openCase())).rejects.toThrow(NotToBeDisposed);
      desk.rooms.clock.set(LATER);
      await propose(head, file);
      await desk.bring(file, 'reopen');
      await expect(decide(other, file)).rejects.toThrow(NotToBeDisposed);
      await decide(other, file, false);
      expect((await desk.storyOf(file)).at(-1)).toMatchObject({ kind: 'approvalRefused' });
    });

    it('waits for what is not decided', async () => {
      const head = person('desk_head');
      const file = await old();
      await desk.database.write(() => desk.get(Approvals).ask(file, person('desk_officer'), { kind: 'reopening' }));
      await expect(propose(head, file)).rejects.toThrow(NotToBeDisposed);
    });

    it('needs a second person, who may grant and has just shown who she is', async () => {
      const officer = person('desk_officer');
      const head = person('desk_head');
      const file = await old();
      await propose(head, file);
      await expect(decide(head, file)).rejects.toThrow(NeedsSecondPerson);
      await expect(decide(officer, file)).rejects.toThrow(Forbidden);
      await expect(decide({ ...person('desk_head'), account: { isFresh: false } as OwnAccount }, file)).rejects.toThrow(
        ConfirmationNeeded,
      );
      expect((await find(head, file)).disposedAt).toBeNull();
      await decide(person('executive'), file);
      const other = await old();
      await propose(officer, other);
      await expect(decide(person('executive'), other)).rejects.toThrow(Forbidden);
      await decide(head, other);
    });

    it('destroys keys, texts and papers, with those of merged cases, and leaves the certificate', async () => {
      const [head, other] = [person('desk_head'), person('desk_head')];
      const [file, merged] = [await old(), await old()];
      await desk.database.write((em) =>
        sql(em, `UPDATE case_file SET status = 'merged', merged_into = $1 WHERE id = $2`, [file.id, merged.id]),
      );
      const kept = await old();
      const item = await desk.database.write(() => desk.get(Vault).seal(file, 'work', 'comment', 'a secret'));
      const stored = await desk.database.write(() =>
        desk.get(SealedFiles).seal(merged, 'dialogue', 'original', Buffer.from('a secret file')),
      );
      expect((await desk.get(Vault).read(head, file, [item])).get(item)).toBe('a secret');
      const facts = async () => rows('SELECT * FROM fact_case ORDER BY case_id');
      const [before, audited] = [await facts(), await rows('SELECT no, mac FROM audit_row ORDER BY no')];
      await propose(head, file);
      await decide(other, file);

      for (const one of [file, merged]) {
        await expect(find(head, one)).rejects.toThrow(CaseNotFound);
        for (const table of ['compartment', 'approval', 'exhibit', 'legal_hold', 'sorting_sheet']) {
          expect([table, await rows(`SELECT * FROM ${table} WHERE case_id = $1`, one.id)]).toEqual([table, []]);
        }
        const [line, ...more] = await desk.storyOf(one);
        expect([line?.kind, more]).toEqual(['disposed', []]);
        expect(await desk.get(CertificateList).of(head, one.number)).toEqual({
          ...{ number: one.number, disposedAt: LATER, class: 'ended', years: 2, basis: 'U' },
        });
      }
      await expect(desk.get(Vault).read(head, file, [item])).rejects.toThrow();
      expect(await rows('SELECT id FROM sealed_item WHERE id = $1', item)).toEqual([]);
      expect(
        await rows(`SELECT g.id FROM key_grant g LEFT JOIN compartment c ON c.id = g.compartment_id
        WHERE c.id IS NULL`),
      ).toEqual([]);
      expect((await find(head, kept)).number).toBe(kept.number);
      expect((await desk.storyOf(kept)).length).toBeGreaterThan(1);
      expect(await facts()).toEqual(before);
      expect((await rows('SELECT no, mac FROM audit_row ORDER BY no')).slice(0, audited.length)).toEqual(audited);
      const { certificates, total } = await desk.get(CertificateList).list(head, 1);
      expect(certificates.length).toBe(total);

      // As if the machine had been switched off between the commit and the removal.
      expect(shelf()).toContain(stored);
      await desk.get(Clearing).run();
      expect(shelf()).not.toContain(stored);
      await desk.get(Clearing).run();
      expect(await rows('SELECT id FROM disposal WHERE cleared_at IS NULL')).toEqual([]);
      expect(await rows('SELECT id FROM disposal_file')).toEqual([]);
      const cleared = await rows(`SELECT no FROM audit_row WHERE act = 'records.cleared'`);
      expect(cleared.length).toBe(1);
    });

    it('leaves the wall standing, and nothing said of why', async () => {
      const [head, other, walled] = [person('desk_head'), person('desk_head'), person('desk_head')];
      const file = await old();
      const wall = desk.get(Wall);
      await desk.database.write(() => wall.raise(file, [{ officer: walled.officerId }], 'named'));
      await propose(head, file);
      await decide(other, file);
      const hidden = await wall.hiddenFrom({ id: walled.officerId, province: 'NWT', agencyCode: null });
      expect(hidden).toEqual([file.id]);
      const certificates = desk.get(CertificateList);
      expect(await certificates.of({ ...walled, hidden }, file.number)).toBeNull();
      const listed = (await certificates.list({ ...walled, hidden }, 1)).certificates;
      expect(listed.map(({ number }) => number)).not.toContain(file.number);
      expect(await certificates.of(desk.person('agency_contact'), file.number)).toBeNull();
      expect(await rows('SELECT cause FROM wall_row WHERE case_id = $1', file.id)).toEqual([{ cause: 'disposed' }]);
    });

    it('lets go no line of a case that was not disposed of', async () => {
      const file = await old();
      const drop = (text: string) => desk.database.write((em) => sql(em, text, [file.id]));
      await expect(drop('DELETE FROM case_event WHERE case_id = $1')).rejects.toThrow('append-only');
      await propose(person('desk_head'), file);
      await decide(person('desk_head'), file);
      await expect(drop('DELETE FROM case_event WHERE case_id = $1')).rejects.toThrow('append-only');
    });
  });
});
