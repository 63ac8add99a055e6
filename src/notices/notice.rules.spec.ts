import type { HeardLine, Recipient, Telling, Told } from './notice.rules';
import { STANDS_IN, letterAskedFor, tellingsOf, toldOf } from './notice.rules';
import { noticeSays } from './words';

type Offices = Partial<Record<Recipient, readonly string[]>>;

const told = (telling: Telling, offices: Offices): readonly Told[] =>
  toldOf(telling, (office) => offices[office] ?? []);
const [head, executive] = [{ desk_head: ['head'] }, { executive: ['executive'] }];
const sort: Telling = { who: 'desk_head', kind: 'sort_overdue' };

const fired = (data: HeardLine['data']): HeardLine => ({ kind: 'rungFired', data });
const reminder = (rung: number): Telling => {
  const [telling] = tellingsOf(fired({ rung, who: 'agency', notice: `agency_reminder_${rung}` }));
  if (!telling) throw new Error('the rung tells nobody');
  return telling;
};

describe('whom a notice goes to', () => {
  it('is everybody who holds the office, and then nobody in their stead', () => {
    expect(told(sort, { desk_head: ['one', 'two'], ...executive })).toEqual([
      { recipient: 'one', kind: 'sort_overdue' },
      { recipient: 'two', kind: 'sort_overdue' },
    ]);
  });

  it('no assignee: the desk head, never skipped', () => {
    const news: Telling = { who: 'assignee', kind: 'no_news_officer' };
    expect(told(news, { ...head, ...executive })).toEqual([{ recipient: 'head', kind: 'no_news_officer' }]);
    expect(told(news, executive)).toEqual([{ recipient: 'executive', kind: 'no_news_officer' }]);
  });

  it('no superior: the desk head, never skipped', () => {
    const late: Telling = { who: 'executive', kind: 'sort_overdue_long' };
    expect(told(late, head)).toEqual([{ recipient: 'head', kind: 'sort_overdue_long' }]);
  });

  it('the desk head is missing or walled off: the executive (DOMAIN §4, alternative person)', () => {
    expect(told(sort, executive)).toEqual([{ recipient: 'executive', kind: 'sort_overdue' }]);
  });

  it('an agency without an active contact: the assignee, then the desk head, asked to send the letter by hand', () => {
    const byHand = 'letter_by_hand_2';
    expect(told(reminder(2), { assignee: ['officer'], ...head })).toEqual([{ recipient: 'officer', kind: byHand }]);
    expect(told(reminder(2), head)).toEqual([{ recipient: 'head', kind: byHand }]);
    expect(told(reminder(2), { agency: ['contact'], assignee: ['officer'] })).toEqual([
      { recipient: 'contact', kind: 'agency_reminder_2' },
    ]);
  });

  it('nobody at all: the notice is kept for nobody, and not lost', () => {
    expect(told(sort, {})).toEqual([{ recipient: '', kind: 'sort_overdue' }]);
  });

  it('news for one person alone goes to nobody in her stead', () => {
    const assigned: Telling = { who: 'investigator', kind: 'assigned', inStead: null };
    expect(told(assigned, { ...head, ...executive })).toEqual([]);
  });

  it('every office but the two superiors ends with them, and nobody stands in for herself', () => {
    for (const [office, others] of Object.entries(STANDS_IN)) {
      expect(others).not.toContain(office);
      expect(others).toContain(office === 'desk_head' ? 'executive' : 'desk_head');
      expect(new Set(others).size).toBe(others.length);
    }
  });
});

describe('the ladder’s words', () => {
  it.each([
    ['officer', 'assignee'],
    ['desk_head', 'desk_head'],
    ['head_of_office', 'executive'],
    ['governor_list', 'executive'],
    ['agency', 'agency'],
    ['a word that no code knows', 'desk_head'],
  ])('%s is the %s', (who, office) => {
    expect(tellingsOf(fired({ rung: 1, who, notice: 'n' }))[0]).toMatchObject({ who: office, kind: 'n' });
  });

  it('say which หนังสือติดตาม is to be sent on paper', () => {
    expect([1, 2, 3].map((rung) => letterAskedFor(reminder(rung).inStead ?? ''))).toEqual([1, 2, 3]);
    expect(letterAskedFor('agency_reminder_1')).toBeNull();
    expect(noticeSays('th', 'letter_by_hand_2', 'agency_answer')).toMatch(/ส่งหนังสือติดตาม ครั้งที่ ๒/);
    expect(noticeSays('en', 'letter_by_hand_2', 'agency_answer')).toMatch(/follow-up letter 2 on paper/);
  });
});
