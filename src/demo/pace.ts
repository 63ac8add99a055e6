/** Working days, least and most, until an officer or an agency comes to it. */
export type Step =
  | 'assign'
  | 'acknowledge'
  | 'sort'
  | 'grant'
  | 'refer'
  | 'accept'
  | 'answer'
  | 'orderVerification'
  | 'visit'
  | 'find'
  | 'report'
  | 'order'
  | 'tell'
  | 'propose';

type Waits = Readonly<Record<Step, readonly [number, number]>>;

export type Pace = 'brisk' | 'usual' | 'slow';

export const PACES: Readonly<Record<Pace, Waits>> = {
  brisk: {
    assign: [0, 0],
    acknowledge: [0, 0],
    sort: [0, 0],
    grant: [1, 1],
    refer: [0, 0],
    accept: [1, 1],
    answer: [4, 4],
    orderVerification: [1, 1],
    visit: [1, 1],
    find: [1, 1],
    report: [1, 1],
    order: [1, 1],
    tell: [1, 1],
    propose: [0, 0],
  },
  usual: {
    assign: [0, 0],
    acknowledge: [0, 0],
    sort: [0, 1],
    grant: [0, 1],
    refer: [0, 0],
    accept: [1, 3],
    answer: [3, 6],
    orderVerification: [0, 2],
    visit: [1, 3],
    find: [0, 1],
    report: [1, 4],
    order: [1, 4],
    tell: [0, 1],
    propose: [0, 1],
  },
  slow: {
    assign: [0, 1],
    acknowledge: [0, 3],
    sort: [0, 4],
    grant: [0, 3],
    refer: [0, 3],
    accept: [2, 6],
    answer: [6, 16],
    orderVerification: [1, 4],
    visit: [2, 7],
    find: [1, 6],
    report: [2, 7],
    order: [2, 7],
    tell: [0, 6],
    propose: [0, 4],
  },
};
