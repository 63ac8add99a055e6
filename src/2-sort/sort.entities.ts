import { Classification } from './classification.entity';
import { SortingSheet } from './sorting-sheet.entity';

export const SORT_ENTITIES = [SortingSheet, Classification];
