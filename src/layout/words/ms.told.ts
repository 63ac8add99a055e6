import { malayDate as on } from '../../platform/thai/dates';
import { reporterMs } from './ms.reporter';
import type { ToldWords } from './th.told';

/** To be checked by a native speaker before release. */
export const toldMs: ToldWords = {
  received: (by) =>
    `Kami telah menerima aduan anda. Pegawai akan membacanya dan memberitahu sama ada ia diterima sebelum ${on(by)}.`,
  sorting: () =>
    'Pegawai sedang membaca aduan untuk menentukan siapa yang bertanggungjawab. Jika maklumat tidak cukup, kami akan bertanya melalui peti mesej.',
  waitingReporter: (by) =>
    `Kami ada soalan untuk anda. Sila buka peti mesej dan jawab setakat yang anda tahu sebelum ${on(by)}. Tanpa jawapan, kami teruskan dengan maklumat yang ada.`,
  accepted: () =>
    'Kami telah menerima aduan ini untuk tindakan. Langkah seterusnya ialah menghantarnya kepada pihak yang bertanggungjawab.',
  referred: (since, by) =>
    `Dihantar kepada pihak bertanggungjawab pada ${on(since)}, jawapan diminta sebelum ${on(by)}. Jika lewat, kami akan susuli; anda tidak perlu mengadu lagi.`,
  answered: () => 'Jawapan telah diterima. Kami sedang menyemak sama ada ia sepadan dengan fakta.',
  verifying: (by) => `Fakta sedang disemak, dijangka selesai sebelum ${on(by)}.`,
  verifyingConfidential: (by) =>
    `Fakta sedang disemak, dijangka selesai sebelum ${on(by)}. Penyemak tidak melihat nama anda kecuali dengan izin, dan izin itu akan ditunjukkan di halaman ini.`,
  reporting: () =>
    'Fakta telah disemak dan keputusan sedang dibentangkan kepada pihak atasan. Apabila ada arahan, kami akan memberitahu anda keputusannya.',
  recording: (by) =>
    `Pihak atasan telah membuat pertimbangan. Kami sedang menulis jawapan berserta sebab kepada anda, dijangka sebelum ${on(by)}.`,
  overdue: (by) =>
    `Hal ini mengambil masa lebih lama daripada yang diberitahu. Kami mohon maaf. Pihak atasan telah dimaklumkan, dan kami akan memberitahu perkembangan sebelum ${on(by)}.`,
  extended: (reason, by) => `Lebih banyak masa diperlukan kerana ${reason}. Tarikh baharu ialah ${on(by)}.`,
  closedSolved: (days) =>
    `Hal ini telah diselesaikan; butiran ada dalam peti mesej. Jika belum benar-benar selesai, anda boleh memohon semakan semula dalam ${days} hari.`,
  closedExplained: (days) =>
    `Pejabat telah memberi penjelasan dan hal ini ditutup. Jika tidak bersetuju, anda boleh memohon semakan semula dalam ${days} hari.`,
  closedFounded: () =>
    'Semakan mendapati aduan berasas, dan tindakan undang-undang telah diambil. Sebahagiannya belum boleh didedahkan demi keadilan kepada semua pihak.',
  closedUnfounded: () =>
    'Semakan tidak menemui fakta seperti yang diadukan. Ini tidak bermakna anda bersalah. Jika ada maklumat tambahan, sila hantar kepada kami.',
  closedTooLittle: () =>
    'Maklumat belum cukup untuk diteruskan. Jika anda menghantar tambahan seperti hari, masa, tempat atau saksi, kami akan membuka aduan ini semula.',
  notAccepted: (reason, place, days) =>
    `Kami tidak dapat mengambil tindakan kerana ${reason}. Anda boleh pergi ke ${place}, atau memohon semakan semula dalam ${days} hari.`,
  passed: (body, since) =>
    `Hal ini di bawah kuasa ${body}. Kami telah menghantarnya pada ${on(since)}. Anda masih boleh membaca perkembangan yang kami terima di halaman ini.`,
  kept: () =>
    'Kami menyimpan maklumat anda untuk pemantauan. Sekarang belum ada siasatan; maklumat baharu mungkin membukanya.',
  duplicate: () =>
    'Hal yang sama telah diadukan. Kami mengendalikannya bersama dan akan memberitahu anda keputusannya juga.',
  withdrawn: () =>
    'Kami telah menerima permohonan menarik balik. Sesetengah hal boleh terus disemak mengikut undang-undang. Jika ada yang menekan anda, sila beritahu kami.',
  reopened: (since, step) =>
    `Kami membuka semula aduan ini pada ${on(since)}, bermula dari langkah ${step} (${reporterMs.steps[step - 1]}).`,
  identityOpened: (times, last, reason) =>
    `Maklumat diri anda telah dibuka ${times} kali, terakhir pada ${on(last)}. Sebab: ${reason}`,
  disclosureOrdered: (authority, day) =>
    `Melalui perintah bertarikh ${on(day)}, ${authority} mewajibkan kami di sisi undang-undang untuk mendedahkan siapa anda. Jika anda bimbang tentang keselamatan anda, tulis kepada kami di halaman ini.`,
  disclosureGiven: (authority, day) =>
    `Perkara yang diperintahkan telah diserahkan kepada ${authority} pada ${on(day)}.`,
  originalOrdered: (authority, day) =>
    `Melalui perintah bertarikh ${on(day)}, ${authority} mewajibkan kami di sisi undang-undang untuk menyerahkan fail asal aduan ini. Fail boleh menunjukkan siapa yang membuatnya. Jika anda bimbang tentang keselamatan anda, tulis kepada kami di halaman ini.`,
  unknownCode: () => 'Tiada aduan yang sepadan dengan kod ini. Sila semak angkanya sekali lagi.',
};
