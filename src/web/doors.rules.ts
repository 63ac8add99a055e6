import type { Looker } from '../access/looker';
import type { Act } from '../access/matrix';
import { may } from '../access/matrix';
import type { MovingAct, Status } from '../cases/moves.rules';
import { isClosed, mayMove } from '../cases/moves.rules';
import { mayBeRuled } from '../proceedings/ruling.rules';

/** Pages and forms that lead on from a case file, by the last word of their address. */
export const DOORS = [
  'sorting',
  'referrals',
  'verification',
  'report',
  'record',
  'classification',
  'merger',
  'withdrawal',
  'reopening',
  'rulings',
  'deadlines',
  'evidence',
  'words',
  'comments',
  'assignment',
  'taking-up',
  'identity',
  'conflicts',
  'records',
] as const;
export type DoorName = (typeof DOORS)[number];

interface Standing {
  readonly status: Status;
  readonly imported: boolean;
  readonly reopenedCount: number;
  readonly takenUpAt: string | null;
  readonly identityItem: string | null;
}

type When = (file: Standing) => boolean;

const canMove =
  (...acts: readonly MovingAct[]): When =>
  ({ status }) =>
    acts.some((act) => mayMove(status, act));
const isOpen: When = ({ status }) => !isClosed(status);
const always: When = () => true;
const isReported: When = ({ status }) => ['reported', 'ordered', 'recorded'].includes(status);
const isLeftToTakeUp: When = (file) => file.imported && file.takenUpAt === null && isOpen(file);

/** Who may go through a door, and when; one of the pairs is enough. */
const OPENS: Readonly<Record<DoorName, readonly (readonly [Act, When])[]>> = {
  sorting: [['case.sort', canMove('sort')]],
  referrals: [
    ['case.refer', canMove('refer', 'verify')],
    ['case.sendBack', canMove('sendBack')],
    ['referral.answer', canMove('verify')],
  ],
  verification: [
    ['case.verify.order', canMove('verify')],
    ['case.verify', canMove('find')],
  ],
  report: [
    ['case.report', canMove('report')],
    ['case.order', canMove('order')],
    ['case.report', isReported],
    ['case.order', isReported],
  ],
  record: [
    ['case.record.propose', canMove('record')],
    ['case.record.grant', canMove('record')],
  ],
  classification: [['case.classify', ({ status }) => status !== 'received']],
  merger: [['case.merge', canMove('merge')]],
  withdrawal: [['case.withdraw', canMove('withdraw')]],
  reopening: [['case.reopen', canMove('reopen')]],
  rulings: [['case.rule', mayBeRuled]],
  deadlines: [['case.read', always]],
  evidence: [['case.exhibit', always]],
  words: [['case.word', always]],
  comments: [['case.comment', always]],
  assignment: [['case.assign', isOpen]],
  'taking-up': [['case.sort', isLeftToTakeUp]],
  conflicts: [['case.sort', always]],
  records: [
    ['records.hold', always],
    ['records.dispose.propose', ({ status }) => isClosed(status)],
  ],
  identity: [['identity.ask', ({ identityItem }) => identityItem !== null]],
};

/** What this looker may do with this case now: by the matrix and by the table of moves. */
export const doorsFor = (looker: Looker, file: Standing): readonly DoorName[] =>
  DOORS.filter((door) => OPENS[door].some(([act, when]) => may(looker, act) !== null && when(file)));

/** The step whose page is behind each door. */
export const STEP_DOORS: readonly (DoorName | null)[] = [
  null,
  'sorting',
  'referrals',
  'verification',
  'report',
  'record',
];

/** The steps whose pages this looker may read, open or over. */
export const stepPagesFor = (looker: Looker): readonly (DoorName | null)[] =>
  STEP_DOORS.map((door) => (door !== null && OPENS[door].some(([act]) => may(looker, act) !== null) ? door : null));
