import type { CaseFile } from '../cases/case-file.entity';
import { Field, TextArea } from '../layout/field';
import { Form, Submit } from '../layout/form';
import { Notice } from '../layout/notice';
import type { Lang } from '../platform/http/language';
import type { Filled } from './filled';
import { Trouble, filling } from './sorting-form';
import { sortWords } from './words';

interface PageProps {
  readonly lang: Lang;
  readonly file: CaseFile;
  readonly filled: Filled;
}

export function MergerPage({ lang, file, filled }: PageProps) {
  const { merger: w, back } = sortWords(lang);
  const fill = filling(filled, {});
  return (
    <>
      <Notice tone="care">
        <p>{w.about}</p>
        {file.status === 'referred' ? <p>{w.withdraws}</p> : null}
      </Notice>
      <Form action={`/cases/${file.number}/merger`}>
        <Trouble filled={filled} />
        <Field {...fill.one('mainNumber')} label={w.main} hint={w.mainHint} look="narrow" required />
        <TextArea {...fill.one('reason')} label={w.reason} rows={3} />
        <Submit label={w.save} look="grave" />
      </Form>
      <p>
        <a href={`/cases/${file.number}`}>{back}</a>
      </p>
    </>
  );
}
