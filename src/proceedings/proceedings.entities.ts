import { LegalLimit } from './legal-limit.entity';
import { LimitExtension } from './limit-extension.entity';
import { LimitRung } from './limit-rung.entity';
import { Proceeding } from './proceeding.entity';
import { Ruling } from './ruling.entity';

export const PROCEEDINGS_ENTITIES = [Ruling, Proceeding, LegalLimit, LimitExtension, LimitRung];
