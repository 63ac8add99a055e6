import type { PublicWords } from './th.public';

const many = (n: number, one: string): string => (n === 1 ? `1 ${one}` : `${n} ${one}s`);

export const publicEn: PublicWords = {
  home: {
    title: 'In difficulty, or seen something wrong? Tell us',
    lead: (desk) =>
      `${desk} takes complaints, requests for help and tip-offs about public offices in the province. You need not say who you are: we take your report all the same.`,
    file: 'Only one question has to be answered: what happened. Short or long.',
    track: 'With the 20-digit secret code you got when reporting, see where your report is.',
    claim: 'You have a 16-digit code from an officer? Open it here first.',
    channels: 'In person, by telephone, letter, complaint box and other ways.',
    dangerTitle: 'Is anyone in danger now?',
    danger: 'Call 191 (police) or 1669 (medical emergency) first, then report here.',
    promises: 'What you get from us',
    noAccount: 'No account, no telephone number and no e-mail needed.',
    anonymity: 'That you do not give your name is never by itself a reason to refuse your report.',
    receipt: 'You get a secret code at once. It shows which step your report is at and by when the next is expected.',
    answer: (span) => `An officer is due to answer you in the mailbox within ${span}.`,
    late: 'If it takes longer than we said, we tell you, and by when to expect news.',
    name: 'If you give your name in confidence, it is kept apart from the report; no officer alone can open it.',
    know: 'Before you report',
    notPolice:
      'Reporting here is not a police report and stops no limitation period. If you want a criminal case, report to a police station as well.',
    careful: 'Afraid that someone finds out it was you? Read this first:',
    road: 'Your report goes through six steps',
  },
  channels: {
    title: 'Ways to report',
    lead: 'Choose the way that is easy and safe for you. All go through the same six steps.',
    hours: (hours) => `Office days, ${hours}`,
    code: 'If you report in another way than this website, the officer gives you a case number and a 16-digit code. Open the code here and you get your own secret code.',
    open: 'Open a 16-digit code',
    address: 'Contact',
    noAddress: 'The province announces address and number.',
    how: {
      walk_in: 'Speak to an officer at the centre. You may ask for a place where nobody else hears. No name needed.',
      website: 'On this website at any time. You get the secret code at once.',
      telephone:
        'The officer writes down what you say and reads it back. The call stays in your telephone’s history and on its bill.',
      social:
        'Write to the centre. The app’s provider sees your account. If nobody may know it was you, use this website.',
      box: 'Write it and drop it in, at any time, without a name. Without a way to reach you we cannot send you a code.',
      information_centre: 'Tell the official information centre; it passes your report on to us.',
      letter: 'To the centre, without a name if you like. Without a way to reach you we cannot send you a code.',
      referred: 'The office you told first passes your report on to us.',
      hotline:
        'The hotlines of the government and of the Damrongdhama centres pass on to us what concerns this province.',
      mobile_unit: 'Tell the officers when the mobile unit comes to your area.',
      email:
        'Write to the centre. The mail provider sees your address. If nobody may know it was you, use this website.',
    },
  },
  safety: {
    title: 'Reporting safely',
    lead: 'What this system protects, and what you have to mind yourself.',
    trialTitle: 'This is a trial',
    trial:
      'The server itself still holds the key. Whoever runs it, or takes the machine away, can read what is in it. Please enter no real case and no real name. What stands under “What the system protects” is fully true only after the trial.',
    kept: 'What the system protects',
    keptItems: [
      'Stored texts and names are encrypted. Whoever steals a disk, a database, a backup or a log cannot read them.',
      'An administrator cannot read them, and no officer alone can open your name.',
      'The officers who take and verify your report do read what you tell: they need it to work. An agency that gets the report sees what the centre sends it.',
      'This website calls no one else’s service and works without JavaScript.',
    ],
    notKept: 'What the system cannot protect',
    notKeptItems: [
      {
        title: 'A server that is taken over',
        text: 'Whoever controls or alters the running server can read what is sent or opened from then on.',
      },
      {
        title: 'Devices and networks of your office',
        text: 'Do not use your office’s computer, telephone or Wi-Fi. The office may learn that you opened this website, and may see what you type.',
      },
      {
        title: 'Your connection',
        text: 'Your internet provider learns that you opened this website, though not what you type. If it should not, use Tor Browser; this website works at its safest setting.',
      },
      {
        title: 'The history on your device',
        text: '“Leave this page now” takes you to another page but does not delete the history. Use a private window, or clear the history afterwards.',
      },
      {
        title: 'Your style, and what only you know',
        text: 'People who know you may recognise your words, or a fact that only one or two people know. Tell what is needed, and leave out what points to you.',
      },
      {
        title: 'Courts and the law',
        text: 'A court, or whoever the law empowers, may order the centre to disclose what it has. We can say what the system does; we cannot promise you an outcome in law.',
      },
      {
        title: 'A secret code that is lost or seen',
        text: 'Whoever has the code can read your report. We cannot issue the same code again. Write it down where nobody else looks, and keep no picture of it on a shared telephone.',
      },
    ],
    harm: 'Threatened or punished for it?',
    harmNow: 'In danger right now: call 191.',
    harmTell:
      'Report again, name the case number you have and tick that you fear reprisal, or tell us in whatever way is safe for you.',
  },
  span: {
    h: (n) => many(n, 'hour'),
    wh: (n) => many(n, 'office hour'),
    w: (n) => many(n, 'working day'),
    c: (n) => many(n, 'day'),
    m: (n) => many(n, 'month'),
    y: (n) => many(n, 'year'),
  },
};
