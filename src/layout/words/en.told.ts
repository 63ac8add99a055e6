import { englishDate as on } from '../../platform/thai/dates';
import { reporterEn } from './en.reporter';
import type { ToldWords } from './th.told';

export const toldEn: ToldWords = {
  received: (by) =>
    `We have received your report. An officer will read it and tell you whether we take it up by ${on(by)}.`,
  sorting: () =>
    'An officer is reading your report to see whose duty it is. If something is missing, we will ask you in the mailbox.',
  waitingReporter: (by) =>
    `We have a question for you. Please open the mailbox and answer what you know by ${on(by)}. Without an answer we go on with what we have.`,
  accepted: () => 'We have taken up your report. Next it goes to those responsible.',
  referred: (since, by) =>
    `Sent to those responsible on ${on(since)}, answer asked by ${on(by)}. If it is late, we follow it up; you need not report again.`,
  answered: () => 'An answer has come. We are checking whether it agrees with the facts.',
  verifying: (by) => `The facts are being checked, expected to be done by ${on(by)}.`,
  verifyingConfidential: (by) =>
    `The facts are being checked, expected to be done by ${on(by)}. Those who check do not see your name unless it is permitted, and this page would show you that.`,
  reporting: () =>
    'The facts have been checked and the result is before the executive. Once there is an order, we will tell you the result.',
  recording: (by) =>
    `The executive has decided. We are writing the answer to you with its reasons, expected by ${on(by)}.`,
  overdue: (by) =>
    `This is taking longer than we said. We apologise. The superior has been told, and you will hear from us again by ${on(by)}.`,
  extended: (reason, by) => `More time is needed: ${reason}. The new date is ${on(by)}.`,
  closedSolved: (days) =>
    `The matter has been put right; the details are in the mailbox. If it has not really been solved, you may ask for review within ${days} days.`,
  closedExplained: (days) =>
    `The office has explained its reasons and the matter is settled. If you disagree, you may ask for review within ${days} days.`,
  closedFounded: () =>
    'The check found grounds, and the law has been followed. Some of it cannot be disclosed yet, in fairness to all sides.',
  closedUnfounded: () =>
    'The check did not find the facts as reported. That does not mean that you did wrong. If you learn more, send it to us.',
  closedTooLittle: () =>
    'There is not enough to go on. If you send more, such as a day, time, place or witness, we will open the case again.',
  notAccepted: (reason, place, days) =>
    `We cannot take this up: ${reason}. You can turn to ${place}, or ask for review within ${days} days.`,
  passed: (body, since) =>
    `This is within the power of ${body}. We sent it there on ${on(since)}. You can still read here what we are told of its progress.`,
  kept: () => 'We keep your information to stay watchful. No inquiry is open now; new information may open one.',
  duplicate: () =>
    'The same matter has been reported before. We handle both together and will tell you the result all the same.',
  withdrawn: () =>
    'We have received your wish to withdraw. The law lets some matters be checked further. If anyone is pressing you, please tell us.',
  reopened: (since, step) =>
    `We opened this case again on ${on(since)}; it starts from step ${step} (${reporterEn.steps[step - 1]}).`,
  identityOpened: (times, last, reason) =>
    `Your identity has been opened ${times === 1 ? 'once' : `${times} times`}, last on ${on(last)}. Reason: ${reason}`,
  disclosureOrdered: (authority, day) =>
    `By an order of ${on(day)}, ${authority} requires us by law to disclose who you are. If you fear for your safety, write to us on this page.`,
  disclosureGiven: (authority, day) => `What was ordered was given to ${authority} on ${on(day)}.`,
  originalOrdered: (authority, day) =>
    `By an order of ${on(day)}, ${authority} requires us by law to hand over an original file of this report. A file may tell who made it. If you fear for your safety, write to us on this page.`,
  unknownCode: () => 'No report matches this code. Please check the digits once more.',
};
