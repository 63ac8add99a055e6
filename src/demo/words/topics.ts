import type { Topic } from './topic';
import { CORRUPTION } from './topics.corruption';
import { GENERAL } from './topics.general';
import { MISCONDUCT } from './topics.misconduct';
import { PROCUREMENT } from './topics.procurement';
import { SERVICE } from './topics.service';

/** Every situation the demo knows, all invented. */
export const TOPICS: readonly Topic[] = [...GENERAL, ...SERVICE, ...MISCONDUCT, ...CORRUPTION, ...PROCUREMENT];

export function topicOf(code: string): Topic {
  const found = TOPICS.find((topic) => topic.code === code);
  if (!found) throw new Error(`There is no topic "${code}".`);
  return found;
}
