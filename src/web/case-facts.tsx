import { Definitions } from '../layout/definitions';
import { useWords } from '../layout/language';
import { date, dateTime, digits } from '../layout/words/format';
import type { CaseSheet, SheetDetails } from './case-sheet';
import type { Place } from './place';
import { webWords } from './words';

interface FactsProps {
  readonly place: Place;
  readonly sheet: CaseSheet;
}

/** The register's columns of one case, in words. */
export function CaseFacts({ place, sheet }: FactsProps) {
  const { staff } = useWords();
  const { lang } = place;
  const w = webWords(lang).file;
  const { details } = sheet;
  return (
    <section>
      <h2>{w.facts}</h2>
      <Definitions
        items={[
          { term: staff.terms.number, value: `${place.number(sheet.number)} (${sheet.number})` },
          { term: staff.terms.status, value: staff.statuses[sheet.status] },
          { term: staff.terms.received, value: dateTime(lang, sheet.receivedAt) },
          { term: w.type, value: place.type(sheet.type) },
          { term: w.agency, value: sheet.agencyCode && place.agency(sheet.agencyCode) },
          { term: w.district, value: place.district(sheet.district) },
          { term: w.channel, value: place.channel(sheet.channel) },
        ]}
      />
      {details ? <Details place={place} details={details} /> : null}
    </section>
  );
}

function Details({ place, details }: { readonly place: Place; readonly details: SheetDetails }) {
  const { identity, staff, caseFile } = useWords();
  const { lang } = place;
  const w = webWords(lang).file;
  return (
    <Definitions
      items={[
        { term: w.entered, value: enteredIn(place, details) },
        { term: w.registerNo, value: digits(lang, details.registerNo) },
        { term: staff.terms.registryNumber, value: details.registryNo && digits(lang, details.registryNo) },
        { term: staff.terms.ticket, value: details.queueTicket && digits(lang, details.queueTicket) },
        { term: w.identity, value: identity[details.identityKind] },
        { term: w.reporterKind, value: details.reporterKind && caseFile.reporterKinds[details.reporterKind] },
        { term: w.accused, value: details.accusedKind && caseFile.accusedKinds[details.accusedKind] },
        { term: w.alleged, value: details.corruptionAlleged && caseFile.corruptionAlleged[details.corruptionAlleged] },
        { term: w.riskArea, value: details.riskArea && caseFile.riskAreas[details.riskArea] },
        { term: w.occurredOn, value: details.occurredOn && date(lang, details.occurredOn) },
        { term: staff.terms.secrecy, value: caseFile.secrecy[details.secrecy] },
        { term: w.severity, value: details.severity && w.severities[details.severity] },
        { term: w.assignee, value: details.assignee?.name },
        { term: w.investigator, value: details.investigator?.name },
        { term: w.finding, value: details.finding && staff.findings[details.finding] },
        { term: w.outcome, value: details.outcome && staff.outcomes[details.outcome] },
        { term: w.oldDue, value: details.oldDueOn && date(lang, details.oldDueOn) },
      ]}
    />
  );
}

const enteredIn = ({ lang }: Place, { enteredAt, enteredBy }: SheetDetails): string =>
  [dateTime(lang, enteredAt), enteredBy?.name].filter(Boolean).join(' · ');
