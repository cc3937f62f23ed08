import { AND, BE, clauseAt, isComma, isIn, OF, type Stretch, wordsOf } from '../../../../grammar/index.js';
import type { Claim, Figure } from '../../../../model/index.js';
import type { Scene } from '../scene.js';

// Another count of what was counted before: by somebody else, at another time, or put right.

/** A figure and the claim made of it. */
export interface Told {
  readonly figure: Figure;
  readonly claim: Claim;
}

/** The claim that a later one tells otherwise. */
export interface Rival {
  readonly other: Claim;
  /** How what the other counts is counted here too: "put it at 63 percent", "an earlier figure of 12"; null where the words name it. */
  readonly via: 'coreference' | 'ellipsis' | null;
  readonly because: string;
}

/** How the words set a number beside another. */
type Frame = 'corrected' | 'told' | 'former' | 'tally' | 'pronoun' | 'only' | 'plain';

/**
 * The claim of which this one is another count: of the same thing, event and place, with another number, and either by another speaker close
 * by ("residents said 11 had died. Police confirmed seven deaths") or told as a count again ("put the toll at", "an earlier figure of"). `told`:
 * the claims before it in the article, the nearest last.
 */
export function rivalOf(scene: Scene, figure: Figure, claim: Claim, told: readonly Told[], sentence: Stretch): Rival | null {
  if (!COUNTS.has(claim.kind) || claim.part_of !== null || claim.polarity !== 'affirmed' || isFurther(scene, figure)) return null;
  const frame = frameOf(scene, figure, sentence);
  const toll = frame === 'former' && claim.event === 'killed';
  for (let i = told.length - 1; i >= Math.max(0, told.length - MOST); i--) {
    const before = told[i];
    const apart = claim.sentence - before.claim.sentence;
    if (apart > (toll ? FAR_BACK : NEAR_BACK)) return null;
    if (!isOfOneThing(claim, before.claim, frame)) continue;
    const found = isTold(frame, claim, before.claim, apart);
    if (!found) continue;
    const other = told.find((one) => one.claim.claim_id === before.claim.alternative_of)?.claim ?? before.claim;
    const via = frame === 'pronoun' ? 'coreference' : frame === 'tally' || frame === 'only' || frame === 'plain' ? null : 'ellipsis';
    return { other, via, because: `told otherwise, ${frame}` };
  }
  return null;
}

const COUNTS: ReadonlySet<string> = new Set(['count', 'percent', 'money', 'measure']);
/** So many claims back a rival is looked for; of a toll so many sentences, of others. */
const MOST = 24;
const FAR_BACK = 40;
const NEAR_BACK = 2;

/** Whether the words make the later claim another count of the earlier. */
function isTold(frame: Frame, claim: Claim, before: Claim, apart: number): boolean {
  const others = claim.said_by !== null && claim.said_by_id !== null ? claim.said_by_id !== before.said_by_id : claim.said_by !== before.said_by;
  switch (frame) {
    case 'corrected':
    case 'told':
      return apart === 0;
    case 'former':
      return true;
    case 'tally':
      return claim.change === null && others;
    case 'pronoun':
      return claim.change === null && others && apart <= 1 && (claim.unit === before.unit || claim.unit === null);
    case 'only':
      return claim.said_by !== null && others && apart <= 1;
    case 'plain':
      return (
        claim.change === null &&
        claim.event !== null &&
        claim.said_by !== null &&
        before.said_by !== null &&
        others &&
        apart <= 1 &&
        isOfLikeSize(claim, before)
      );
  }
}

/** Whether one number is no more than four times the other: what is far apart is mostly counted otherwise. */
function isOfLikeSize(claim: Claim, before: Claim): boolean {
  const [a, b] = [claim.value ?? claim.min, before.value ?? before.min];
  return a !== null && b !== null && a <= b * 4 && b <= a * 4;
}

/** Whether two claims count one sort of thing in one place, with two numbers. */
function isOfOneThing(claim: Claim, before: Claim, frame: Frame): boolean {
  if (claim.kind !== before.kind || before.part_of !== null || before.polarity !== 'affirmed' || before.salience !== 'claim') return false;
  if (claim.value === before.value && claim.min === before.min && claim.max === before.max) return false;
  if (claim.currency !== before.currency || (claim.kind === 'measure' && claim.unit !== before.unit)) return false;
  if (before.change_from !== null && before.change_from === before.value) return false;
  const loose = frame === 'corrected' || frame === 'told' || frame === 'former' || frame === 'pronoun';
  if (claim.event !== before.event && !(claim.event === null && (loose || frame === 'only'))) return false;
  if (claim.event !== null && claim.actor_id !== null && before.actor_id !== null && claim.actor_id !== before.actor_id) return false;
  if (claim.target !== null && before.target !== null && claim.target !== before.target) return false;
  if (!loose && !isOneNoun(claim, before)) return false;
  if (claim.place_ids.length > 0 && !claim.place_ids.some((id) => before.place_ids.includes(id))) return false;
  return loose || claim.when_from === null || before.when_from === null || claim.when_from === before.when_from;
}

/** Whether the nouns counted are one, or both only tell what befell people: "11 people", "seven deaths", "20 bodies". */
function isOneNoun(claim: Claim, before: Claim): boolean {
  if (claim.counted_entity_id !== null && before.counted_entity_id !== null && claim.counted_entity_id !== before.counted_entity_id) return false;
  const [a, b] = [headOf(claim.counted), headOf(before.counted)];
  if (a === null || b === null) return false;
  return a === b || (claim.event !== null && ANYONE.has(a) && ANYONE.has(b));
}

const headOf = (counted: string | null): string | null => counted?.toLowerCase().split(/\s+/).at(-1) ?? null;

/** Words for people of no sort, and for what befell them. */
const ANYONE: ReadonlySet<string> = new Set(
  'people persons person dead deaths death victims victim bodies body fatalities fatality casualties lives wounded injured injuries missing arrests detainees killings cases infections patients'.split(
    ' ',
  ),
);

/** "Another 40", "a further 200", "90 more", "12 others": those come on top of the ones before, are no part of them and no other count. */
export const isFurther = (scene: Scene, figure: Figure): boolean =>
  isIn(scene, figure.first, FURTHER) ||
  isIn(scene, figure.first - 1, FURTHER) ||
  (isIn(scene, figure.numberLast, MORE) && !isIn(scene, figure.numberLast + 1, THAN));
const FURTHER = wordsOf('another other further additional second extra');
const MORE = wordsOf('more other others further');
const THAN = wordsOf('than');

/** "put the toll at nine", "an earlier statement spoke of five": whether the words tell a bare number as another count of what was counted. */
export function isToldAgain(scene: Scene, figure: Figure, sentence: Stretch): boolean {
  const frame = frameOf(scene, figure, sentence);
  return frame === 'former' || frame === 'told' || (frame === 'tally' && !isIn(scene, figure.first - 1, OF));
}
const TOLD = wordsOf('told');

function frameOf(scene: Scene, figure: Figure, sentence: Stretch): Frame {
  const { first } = figure;
  const the = isIn(scene, first - 1, THE) ? first - 2 : first - 1;
  // "4.6% rather than the 3.3% announced", "$60 million, revised from $45 million"
  const unlike = (isIn(scene, the, THAN) && isIn(scene, the - 1, RATHER)) || (isIn(scene, the, OF) && isIn(scene, the - 1, INSTEAD));
  if (unlike && [0, 1, 2].some((i) => isIn(scene, figure.last + i, REPORTED))) return 'corrected';
  if (isIn(scene, the, FROM_WORD) && isIn(scene, the - 1, REVISED)) return 'corrected';
  // "first we were told seventy, then a hundred and nine"
  if (isIn(scene, first - 1, TOLD)) return 'told';
  const { subject, verb } = clauseAt(scene.document.clauses, first);
  const start = Math.max(sentence.first, verb > first ? sentence.first : verb, first - FAR);
  let [tally, pronoun, former] = [subject !== null && subject.last <= first && isIn(scene, subject.head, TALLY), false, false];
  for (let token = start; token < first; token++) {
    if (isComma(scene, token) || isIn(scene, token, AND)) [tally, pronoun, former] = [false, false, false];
    tally ||= isIn(scene, token, TALLY);
    pronoun ||= token > verb && isIn(scene, token, IT) && isIn(scene, verb, PUTTING);
    former ||= isIn(scene, token, FORMER) && (isIn(scene, token + 1, COUNTED) || isIn(scene, token + 2, COUNTED));
  }
  // "An earlier statement spoke of five"
  if (subject !== null && subject.last <= first && isIn(scene, subject.head, COUNTED))
    for (let token = Math.max(sentence.first, subject.head - 3); token < subject.head; token++) former ||= isIn(scene, token, FORMER);
  if (former) return 'former';
  if (pronoun) return 'pronoun';
  // "put the toll at", "the real figure is closer to"; not "a number of 12 villages"
  // nor "bringing the total to 45"
  if (
    tally &&
    !isIn(scene, verb, BRINGING) &&
    (verb < 0 || verb < first) &&
    (isIn(scene, first - 1, AT_TO) || isIn(scene, first - 1, BE) || isIn(scene, verb, BE) || isGiven(scene, figure, verb))
  )
    return 'tally';
  if (isIn(scene, first - 1, ONLY) || (isIn(scene, first, ONLY) && first < figure.numberFirst)) return 'only';
  return 'plain';
}

/** "gave a toll of 19" */
const isGiven = (scene: Scene, { first, countedVia }: Figure, verb: number): boolean =>
  isIn(scene, first - 1, OF) && isIn(scene, first - 2, TALLY) && isIn(scene, verb, GIVING) && countedVia !== 'phrase';
const GIVING = wordsOf('give gives gave published issued reported cited quoted');
const FAR = 14;
const THE = wordsOf('the');
const RATHER = wordsOf('rather');
const INSTEAD = wordsOf('instead');
const REPORTED = wordsOf('announced reported stated given claimed estimated forecast projected published previously earlier first initially');
const FROM_WORD = wordsOf('from');
const REVISED = wordsOf('revised corrected amended adjusted');
const TALLY = wordsOf('figure figures number numbers toll count tally total estimate estimates');
/** Words for a count, and for what gives one. */
const COUNTED = wordsOf('figure figures number toll count tally total estimate estimates statement report reports tallies');
const FORMER = wordsOf('earlier previous previously initial initially first original preliminary provisional true real actual');
const IT = wordsOf('it them that');
const PUTTING = wordsOf('put puts estimate estimates estimated believe believes believed reckon reckons reckoned place places placed');
const AT_TO = wordsOf('at to nearer over above around about');
const BRINGING = wordsOf('bring brings bringing brought take takes taking took push pushes pushing pushed');
const ONLY = wordsOf('only just merely');
