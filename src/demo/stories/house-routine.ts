import { addDays, bangkokDay, instantAt } from '../../platform/thai/dates';
import type { DemoHouse } from '../house';
import type { Script } from '../schedule';

/** Three times a day clocks climb their ladders and people are told; rungs fire at the opening of office. */
const TIMES = ['08:30', '13:00', '17:00'];

export async function* houseRoutine({ sweep, notices }: DemoHouse, from: string, end: string): Script {
  for (let day = from; day < bangkokDay(end); day = addDays(day, 1)) {
    for (const time of TIMES) {
      yield instantAt(day, time);
      await sweep.run();
      await notices.read();
    }
  }
}
