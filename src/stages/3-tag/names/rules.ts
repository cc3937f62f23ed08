import type { Rule } from '../../../model/index.js';
import { CUTS } from './pieces/cuts.js';
import { ENDS } from './pieces/ends.js';
import { INTRODUCTIONS } from './pieces/introductions.js';
import { JOINTS } from './pieces/joints.js';
import { ORGANISATIONS } from './pieces/organisations.js';
import { WITHOUT_CAPITAL } from './pieces/without-capital.js';
import { AGREEMENTS } from './verdicts/agreement.js';
import { CERTAIN } from './verdicts/certain.js';
import { OUTRIGHT } from './verdicts/outright.js';

/** Every list of rules that this room walks, in the order in which an article meets them. */
export const NAME_RULES: readonly (readonly Rule<unknown>[])[] = [
  JOINTS,
  INTRODUCTIONS,
  WITHOUT_CAPITAL,
  CUTS,
  ORGANISATIONS,
  ENDS,
  OUTRIGHT,
  CERTAIN,
  AGREEMENTS,
];
