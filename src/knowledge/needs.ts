import { type NameTable, SenseFlag } from './knowledge.js';

const NONE = new Int32Array(0);

/** Whether conditions hang on a reading of a name. */
export const hasNeeds = ({ flags }: NameTable, sense: number): boolean => (flags[sense] & SenseFlag.Needy) !== 0;

/** Conditions of a reading: numbers of entities, or codes of `Needs`. They are alternatives of each other. */
export function needsOf(names: NameTable, sense: number): Int32Array {
  if (!hasNeeds(names, sense)) return NONE;
  const { needy, needsFirst, needs } = names;
  let low = 0;
  for (let high = needy.length - 1; low < high; ) {
    const middle = (low + high) >> 1;
    if (needy[middle] < sense) low = middle + 1;
    else high = middle;
  }
  return needs.subarray(needsFirst[low], needsFirst[low + 1]);
}
