import type { Province } from '../agencies/agencies';
import { ButtonLink, Buttons } from '../layout/form';
import { PUBLIC_PATHS } from '../layout/nav';
import { Notice } from '../layout/notice';
import { Page, renderPage } from '../layout/page';
import { words } from '../layout/words/words';
import type { Lang } from '../platform/http/language';

const SAID: Readonly<Record<Lang, string>> = {
  th: 'ระบบนี้กำลังเตรียมเปิดรับเรื่อง ยังส่งเรื่องทางเว็บไซต์ไม่ได้ กรุณาใช้ช่องทางอื่นของศูนย์รับเรื่องไปก่อน ทุกช่องทางรับเรื่องเหมือนกัน',
  en: 'This system is being prepared and takes no reports yet. Please use another way to reach the office: all of them count alike.',
  ms: 'Sistem ini sedang disediakan dan belum menerima aduan. Sila guna saluran lain pejabat ini: semuanya sama.',
};

interface Props {
  readonly lang: Lang;
  readonly province: Province;
  readonly trialMode: boolean;
}

/** Instead of the form, until the units hold their keys (KEYS K9). */
export function notYetOpenPage({ lang, province, trialMode }: Props): string {
  const w = words(lang);
  const name = lang === 'th' ? province.profile.nameTh : province.profile.nameEn;
  return renderPage(
    <Page lang={lang} title={w.nav.file} path={PUBLIC_PATHS.file} area="public" trialMode={trialMode} province={name}>
      <Notice tone="care">
        <p>{SAID[lang]}</p>
      </Notice>
      <p>{w.app.danger}</p>
      <Buttons>
        <ButtonLink href={PUBLIC_PATHS.channels} label={w.nav.channels} />
      </Buttons>
    </Page>,
  );
}
