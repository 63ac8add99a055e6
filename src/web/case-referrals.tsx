import { Due } from '../layout/clock';
import { useWords } from '../layout/language';
import { Table } from '../layout/table';
import { Prose } from '../layout/text';
import { date, digits } from '../layout/words/format';
import type { CaseSheet, SheetReferral } from './case-sheet';
import type { Place } from './place';
import { webWords } from './words';

interface ReferralsProps {
  readonly place: Place;
  readonly sheet: CaseSheet;
}

/** To whom the case was sent and how each stands; an agency reads here what was sent to it. */
export function CaseReferrals({ place, sheet }: ReferralsProps) {
  const { staff } = useWords();
  const { lang } = place;
  const w = webWords(lang).file;
  return (
    <section>
      <h2>{w.referrals}</h2>
      <Table
        id="referrals"
        title={w.referrals}
        hideTitle
        narrow="cards"
        empty={w.noReferral}
        columns={[
          { head: w.to },
          { head: w.purpose },
          { head: w.sent },
          { head: w.letter },
          { head: staff.due.by },
          { head: w.answer },
        ]}
        rows={sheet.referrals.map((one) => ({
          cells: [
            <Recipient place={place} referral={one} />,
            w.purposes[one.purpose],
            date(lang, one.sentAt, 'short'),
            letterOf(place, one),
            <ReferralDue place={place} referral={one} />,
            stateOf(place, one, staff.referrals[one.state]),
          ],
        }))}
      />
      {sheet.referrals.map(({ id, pack }) =>
        pack === null ? null : (
          <section key={id}>
            <h3>{w.pack}</h3>
            <Prose text={pack} />
          </section>
        ),
      )}
    </section>
  );
}

interface ReferralProps {
  readonly place: Place;
  readonly referral: SheetReferral;
}

function Recipient({ place, referral }: ReferralProps) {
  const { referrals } = useWords().staff;
  const name =
    referral.recipientKind === 'self' ? referrals.self : (referral.unlistedName ?? place.agency(referral.agencyCode));
  return (
    <>
      {name}
      {referral.lead ? <small> ({webWords(place.lang).file.lead})</small> : null}
    </>
  );
}

/** Only an open referral has a due date to be watched. */
function ReferralDue({ place, referral: { dueAt, state } }: ReferralProps) {
  return state === 'sent' || state === 'accepted' ? <Due due={dueAt} now={place.now} /> : null;
}

const letterOf = ({ lang }: Place, { letterNo, letterDate }: SheetReferral): string =>
  [letterNo && digits(lang, letterNo), letterDate && date(lang, letterDate, 'short')].filter(Boolean).join(' · ');

function stateOf(place: Place, { toAgencyCode, closedAt }: SheetReferral, state: string): string {
  const parts = [
    state,
    toAgencyCode && `→ ${place.agency(toAgencyCode)}`,
    closedAt && date(place.lang, closedAt, 'short'),
  ];
  return parts.filter(Boolean).join(' · ');
}
