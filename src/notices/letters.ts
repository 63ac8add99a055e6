/** A mail as it goes out: plain text, Thai first. */
export interface Letter {
  readonly subject: string;
  readonly text: string;
}

const SIGNED = ['', '--', 'อีเมลนี้ส่งโดยอัตโนมัติ กรุณาอย่าตอบกลับ', 'Sent automatically. Nobody reads replies.', ''];

/**
 * To a reporter (KEYS K13): that there is something new, and how to look. Whoever reads over her shoulder learns neither
 * what she did nor where: no number, no code, no name of the system, no word for a complaint, no link to follow.
 */
export const REPORTER_LETTER: Letter = {
  subject: 'มีข้อความใหม่ถึงท่าน / Something new for you',
  text: [
    'มีข้อความใหม่ถึงท่าน',
    'กรุณาพิมพ์ที่อยู่เว็บที่เคยใช้ด้วยตัวท่านเอง เปิดหน้าติดตาม แล้วใส่รหัสที่จดไว้',
    'เราไม่เคยขอรหัสทางอีเมลหรือโทรศัพท์ และไม่ส่งลิงก์',
    'หากไม่ต้องการรับอีเมลนี้อีก ลบที่อยู่อีเมลของท่านได้ที่หน้าเดียวกัน',
    '',
    'There is something new for you to read.',
    'Open the web page you used before by yourself, go to the page for following up, and enter the code you wrote down.',
    'We never ask for the code by e-mail or telephone, and we send no links.',
    'No more of these mails: delete your address on the same page.',
    ...SIGNED,
  ].join('\n'),
};

interface ForOfficer {
  /** Of the case; null: it is about a proceeding that has none. */
  readonly number: { readonly th: string; readonly en: string } | null;
  readonly says: { readonly th: string; readonly en: string };
}

/** To an officer: number and kind of event, no content (DOMAIN §5); the number stands inside, not on a locked screen. */
export const officersLetter = ({ number, says }: ForOfficer): Letter => ({
  subject: 'มีการแจ้งเตือนใหม่ / A new notice',
  text: [
    number ? `${number.th} · ${says.th}` : says.th,
    'เข้าสู่ระบบแล้วเปิดหน้า "การแจ้งเตือน"',
    '',
    number ? `${number.en} · ${says.en}` : says.en,
    'Sign in and open the page "Notices".',
    ...SIGNED,
  ].join('\n'),
});
