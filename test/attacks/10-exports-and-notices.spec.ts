import { Routes } from '../../src/access/routes';
import { Notices } from '../../src/notices/notices';
import type { House } from '../harness/app';
import { eachHouse } from '../harness/app';
import { Canaries } from './canaries';
import type { Lived } from './life';
import { Life } from './life';
import type { People } from './people';
import { PEOPLE, hireAll } from './people';
import { foundIn } from './shapes';

/** Attack 10: every address that answers to a question, exports and notices among them, asked by everybody about every case. */
eachHouse((_home, open) => {
  const canaries = new Canaries();
  let house: House;
  let people: People;
  let lived: Lived;
  beforeAll(async () => {
    house = await open({ RATE_LIMITS: 'off' });
    people = await hireAll(house);
    lived = await new Life(house, people, canaries.plant).live();
    await house.server.app.get(Notices).read();
  });
  afterAll(() => house?.close());

  it.each(PEOPLE)('shows %s nobody’s name, address, telephone or way to reach her', async (role) => {
    const paths = house.server.app
      .get(Routes)
      .list()
      .filter(({ method }) => method === 'GET')
      .flatMap(({ path }) =>
        (path.includes(':number') ? lived.numbers : ['']).map((number) =>
          path.replace(':number', number).replace(':no', '1').replace(/:\w+/g, 'x'),
        ),
      );
    const answers: string[] = [];
    for (const path of paths) answers.push((await people[role].get(path)).text);
    const shown = canaries.fieldsOf(foundIn(Buffer.from(answers.join('\n')), canaries.words));
    expect(shown.filter((field) => field.startsWith('contact.') || field === 'desk.contact')).toEqual([]);
    if (role === 'desk_officer') expect(shown).toContain('complaint.allegation');
    const notices = (await people[role].get('/notices')).text;
    expect(foundIn(Buffer.from(notices), canaries.words)).toEqual([]);
  });
});
