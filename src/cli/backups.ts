import type { BackupSheets } from '../records/backup-keys';
import type { BackupReport } from '../records/backup';
import type { RestoreReport } from '../records/restore';

/** Two papers, seen this once. */
export function sheetsText({ province, epoch, madeAt, fingerprint, shares, server }: BackupSheets): string {
  const sheets = shares.map((share, at) =>
    [
      `===== ใบกู้ข้อมูลสำรอง ${at + 1}/2 · Backup recovery sheet ${at + 1} of 2 =====`,
      `จังหวัด · Province   ${province}`,
      `ชุดกุญแจ · Key       ${epoch} (${madeAt.slice(0, 10)})`,
      `ลายนิ้วมือ · Print    ${fingerprint}`,
      '',
      `    ${share}`,
      `    ${server[at]}`,
      '',
      'เก็บในตู้นิรภัยคนละตู้กับอีกแผ่น แผ่นเดียวเปิดอะไรไม่ได้ ไม่มีแผ่นใดแผ่นหนึ่งจะกู้คืนไม่ได้',
      'Keep it in another safe than the other sheet. One alone opens nothing; without either, no restore.',
      'บรรทัดที่ขึ้นต้นด้วย S คือส่วนหนึ่งของความลับของเครื่องแม่ข่าย ซึ่งไม่อยู่ในแฟ้มสำรอง พิมพ์ด้วยเมื่อเครื่องเดิมเสีย',
      'The line with the S is this sheet’s part of the server secret, which is in no backup: type it too when the machine is lost.',
      '',
    ].join('\n'),
  );
  return sheets.join('\n\f\n') + '\n';
}

export const backupText = (report: BackupReport): readonly string[] => [
  `backup of ${report.madeAt}`,
  `key ${report.epoch}`,
  `rows ${report.rows}`,
  `files ${report.files}`,
  `missing ${report.missing}`,
  ...report.heads.map(({ no, mac }) => `head ${no}:${mac}`),
];

/** What came after the snapshot is not there, and only people remember it. */
export const restoreText = (report: RestoreReport): readonly string[] => [
  `restored ${report.province} as of ${report.madeAt}`,
  `rows ${report.rows}`,
  `files ${report.files}`,
  `missing ${report.missing}`,
  `cases ${report.cases}`,
  ...report.heads.map(({ no, mac }) => `head ${no}:${mac}`),
  'audit unbroken',
  '',
  `โปรดยืนยันด้วยตนเอง: สิ่งที่เกิดหลัง ${report.madeAt} ไม่อยู่ในระบบ ทุกคนต้องเข้าสู่ระบบใหม่`,
  `Confirm by hand: nothing after ${report.madeAt} is here, and everybody must sign in again.`,
  `  officers ${report.officers}: ใครเข้าใหม่ ใครพ้นหน้าที่ · who came, who left, who changed a passphrase`,
  `  units ${report.units}: การเปลี่ยนกุญแจหน่วย สิทธิเปิดเรื่อง · keys made anew, members, grants given or taken back`,
  `  claim codes ${report.claimCodes}: รหัสรับเรื่องที่ออกหรือใช้แล้ว · handed out or used since`,
  `  agency codes ${report.agencyCodes}: รหัสหน่วยงานที่เรียกคืนหรือออกใหม่แล้ว กลับมาใช้ได้อีก · called back or replaced since, and alive again`,
];
