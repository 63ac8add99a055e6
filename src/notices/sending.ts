import type { OnModuleInit } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import { JobPort } from '../platform/jobs/job-port';
import { errorLine, log } from '../platform/log';
import { Addresses } from '../reporters/addresses';
import { Addressees } from './addressees';
import type { Taken } from './outbox';
import { Outbox } from './outbox';
import type { Posted } from './post';
import { Post } from './post';
import { isToReporter } from './post.rules';

export const SENDING_JOB = 'notices.send';

/** Posts what is due, oldest first. A mail server that is away is asked once a turn, not once a notice. */
@Injectable()
export class Sending implements OnModuleInit {
  private wokenFor: string | null = null;

  constructor(
    private readonly outbox: Outbox,
    private readonly addressees: Addressees,
    private readonly addresses: Addresses,
    private readonly post: Post,
    private readonly jobs: JobPort,
  ) {}

  onModuleInit(): void {
    if (this.post.isOn) this.jobs.repeat(SENDING_JOB, (mayGoOn) => this.run(mayGoOn));
  }

  async run(mayGoOn = () => true): Promise<void> {
    if (!this.post.isOn) return;
    while (mayGoOn()) {
      const one = await this.outbox.take();
      const posted = one && (await this.tryOne(one));
      if (!one || (posted && !posted.sent && posted.away)) break;
    }
    await this.wakeForNext();
  }

  /** One that fails within is logged and tried again like any other; the rest go on. */
  private async tryOne(taken: Taken): Promise<Posted | null> {
    try {
      return await this.deliver(taken);
    } catch (error) {
      log.error({ notice: taken.id, ...errorLine(error) }, 'a notice could not be posted');
      await this.outbox.fail(taken, 'INTERNAL');
      return null;
    }
  }

  /** Null: nothing was to be posted. */
  private async deliver(taken: Taken): Promise<Posted | null> {
    const mail = await this.addressees.of(taken);
    if ('none' in mail) {
      await this.outbox.settle(taken, mail.none);
      return null;
    }
    const posted = await this.post.send(taken.id, mail.to, mail.letter);
    if (posted.sent) await this.outbox.settle(taken, 'sent');
    const state = posted.sent ? 'sent' : await this.outbox.fail(taken, posted.code);
    if (!posted.sent) log.warn({ notice: taken.id, code: posted.code, attempts: taken.attempts, state }, 'not posted');
    if (isToReporter(taken.kind) && state !== 'failed') {
      await this.addresses.noteDelivery(taken.recipient, state === 'sent');
    }
    return posted;
  }

  private async wakeForNext(): Promise<void> {
    const next = await this.outbox.nextAt();
    if (next === null || next === this.wokenFor) return;
    this.wokenFor = next;
    this.jobs.wake({ job: SENDING_JOB, notBefore: next });
  }
}
