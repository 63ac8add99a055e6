import { Random } from './random';

const draws = (random: Random): readonly number[] => Array.from({ length: 50 }, () => random.whole(1, 6));

it('draws the same for the same name and otherwise for another', () => {
  expect(draws(new Random('demo/1'))).toEqual(draws(new Random('demo/1')));
  expect(draws(new Random('demo/1'))).not.toEqual(draws(new Random('demo/2')));
});

it('gives each part draws of its own', () => {
  const random = new Random('demo');
  const before = draws(random.fork('case'));
  draws(random);
  expect(draws(random.fork('case'))).toEqual(before);
});

it('draws evenly, and by weight', () => {
  const random = new Random('even');
  const faces = Array.from({ length: 6_000 }, () => random.whole(1, 6));
  for (const face of [1, 2, 3, 4, 5, 6]) {
    const n = faces.filter((one) => one === face).length;
    expect(n).toBeGreaterThan(850);
    expect(n).toBeLessThan(1_150);
  }
  const rare = Array.from({ length: 1_000 }, () => random.weighted([['rare', 1], ['usual', 9]])); // prettier-ignore
  expect(rare.filter((one) => one === 'rare').length).toBeLessThan(140);
});
