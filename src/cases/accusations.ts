import { Injectable } from '@nestjs/common';
import { Province } from '../agencies/agencies';
import type { CaseFile } from './case-file.entity';
import { Story } from './story';
import type { LineData } from './story-line';

/** Held as an accusation, in doubt as well: what has no type yet, and where corruption is unclear (DOMAIN §2). */
export const accuses = ({ type, corruptionAlleged }: Held, province: Province): boolean =>
  province.isAccusation(type) || corruptionAlleged === 'yes' || corruptionAlleged === 'unclear';

type Held = Pick<CaseFile, 'type' | 'corruptionAlleged'>;

const UNSORTED = 'unsorted';

/** KEYS K6: corruption by type or by what was alleged; where it is unclear it counts. */
export const isCorruption = (type: unknown, corruptionAlleged: unknown): boolean =>
  type === 'corruption' || corruptionAlleged === 'yes' || corruptionAlleged === 'unclear';

/**
 * Whether a case accuses somebody, or ever did. Sorting it into a grievance with one hand must not open what an
 * accusation needs two for (DOMAIN §3), so what it was held to be before still counts.
 */
@Injectable()
export class Accusations {
  constructor(
    private readonly story: Story,
    private readonly province: Province,
  ) {}

  /** @param counting whether the type that the reporter chose herself counts too. */
  async everHeld(file: CaseFile, counting: 'sorted' | 'filed'): Promise<boolean> {
    if (this.accuses(file.type, file.corruptionAlleged)) return true;
    const lines = (await this.story.of(file.id)).filter(({ kind }) => counting === 'filed' || kind !== 'received');
    return lines.some(({ data }) =>
      [data.type, data['type.from']].some((type) => type !== UNSORTED && this.accuses(type, allegedIn(data))),
    );
  }

  /** As `everHeld`, of corruption alone; the type that the reporter chose herself does not count. */
  async everCorruption(file: CaseFile): Promise<boolean> {
    if (isCorruption(file.type, file.corruptionAlleged)) return true;
    const lines = (await this.story.of(file.id)).filter(({ kind }) => kind !== 'received');
    return lines.some(({ data }) => [data.type, data['type.from']].some((type) => isCorruption(type, allegedIn(data))));
  }

  private accuses(type: unknown, corruptionAlleged: unknown): boolean {
    const alleged = corruptionAlleged === 'yes' || corruptionAlleged === 'unclear';
    return alleged || (typeof type === 'string' && this.province.isAccusation(type));
  }
}

const allegedIn = (data: LineData): unknown => data['corruptionAlleged.from'] ?? data.corruptionAlleged;
