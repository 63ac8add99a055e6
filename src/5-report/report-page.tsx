import { SIGNED_AS } from '../cases/codes';
import { Radios, Select } from '../layout/choices';
import { Definitions } from '../layout/definitions';
import { TextArea } from '../layout/field';
import { ButtonLink, Buttons, ErrorSummary, Form, Submit, errorOf } from '../layout/form';
import { Notice } from '../layout/notice';
import { Prose } from '../layout/text';
import { dateTime, digits } from '../layout/words/format';
import type { FormTrouble, FormValues } from '../platform/http/form';
import { typed } from '../platform/http/form';
import type { Lang } from '../platform/http/language';
import { FiguresTable } from './figures-table';
import type { ReportSheet, WrittenReport } from './report-sheet';
import { REPORT_ORDERS } from './report.rules';
import { reportWords } from './words';

export interface Filled {
  readonly values: FormValues;
  readonly trouble?: FormTrouble;
}

interface ReportProps {
  readonly lang: Lang;
  readonly sheet: ReportSheet;
  readonly filled: Filled;
}

/** Step 5: the newest report first, and what this reader can do now. */
export function ReportPage(props: ReportProps) {
  const { lang, sheet, filled } = props;
  const w = reportWords(lang);
  return (
    <>
      {filled.trouble && filled.trouble.fields.length === 0 ? (
        <Notice tone="care">
          <p>{filled.trouble.message}</p>
        </Notice>
      ) : null}
      {sheet.can === 'report' ? <DraftForm {...props} /> : null}
      {sheet.reports.map((report) => (
        <Written key={report.version} lang={lang} report={report} />
      ))}
      {sheet.reports.length === 0 && sheet.can !== 'report' ? <p>{w.none}</p> : null}
      {sheet.can === 'order' ? <OrderForm {...props} /> : null}
      <Buttons>
        <ButtonLink href={`/cases/${sheet.number}`} label={w.back} look="quiet" />
      </Buttons>
    </>
  );
}

function Written({ lang, report }: { readonly lang: Lang; readonly report: WrittenReport }) {
  const w = reportWords(lang);
  const { order } = report;
  return (
    <section>
      <h2>{w.version(digits(lang, report.version))}</h2>
      <p>{dateTime(lang, report.at)}</p>
      <Definitions
        items={[
          { term: w.summary, value: <Prose text={report.summary} /> },
          { term: w.proposal, value: report.proposal && <Prose text={report.proposal} /> },
          {
            term: w.order,
            value: order
              ? `${w.orders[order.kind]} · ${w.capacities[order.signedAs]} · ${dateTime(lang, order.at)}`
              : w.waiting,
          },
          { term: w.orderText, value: order?.text && <Prose text={order.text} /> },
        ]}
      />
      <FiguresTable lang={lang} figures={report.figures} version={report.version} />
    </section>
  );
}

function DraftForm({ lang, sheet, filled: { values, trouble } }: ReportProps) {
  const w = reportWords(lang);
  return (
    <section>
      <h2>{w.write}</h2>
      <ErrorSummary errors={trouble?.fields} />
      <Form action={`/cases/${sheet.number}/report`}>
        <TextArea
          name="summary"
          label={w.summary}
          hint={w.summaryHint}
          required
          rows={12}
          value={typed(values, 'summary')}
          error={errorOf(trouble?.fields, 'summary')}
        />
        <TextArea
          name="proposal"
          label={w.proposal}
          value={typed(values, 'proposal')}
          error={errorOf(trouble?.fields, 'proposal')}
        />
        {sheet.figures ? <FiguresTable lang={lang} figures={sheet.figures} version={sheet.reports.length + 1} /> : null}
        <p>{w.freeze}</p>
        <Submit label={w.send} />
      </Form>
    </section>
  );
}

function OrderForm({ lang, sheet, filled: { values, trouble } }: ReportProps) {
  const w = reportWords(lang);
  const error = (field: string) => errorOf(trouble?.fields, field);
  return (
    <section>
      <h2>{w.orderTitle}</h2>
      <ErrorSummary errors={trouble?.fields} />
      <Form action={`/cases/${sheet.number}/report/order`}>
        <Radios
          name="order"
          label={w.order}
          required
          value={typed(values, 'order')}
          error={error('order')}
          options={REPORT_ORDERS.map((order) => ({ value: order, label: w.orders[order] }))}
        />
        <TextArea name="text" label={w.orderText} value={typed(values, 'text')} error={error('text')} />
        <Select
          name="capacity"
          label={w.capacity}
          empty={w.capacities.self}
          value={typed(values, 'capacity')}
          error={error('capacity')}
          options={SIGNED_AS.filter((one) => one !== 'self').map((one) => ({ value: one, label: w.capacities[one] }))}
        />
        <Submit label={w.sign} />
      </Form>
    </section>
  );
}
