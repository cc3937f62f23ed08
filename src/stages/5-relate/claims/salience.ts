import { BE, isComma, isIn, isQuote, isWord, OF, signAt, type Stretch, wordsOf, isOfClass } from '../../../grammar/index.js';
import { Kind, phraseAt } from '../../../knowledge/index.js';
import { Flag, has, type Claim, type Figure } from '../../../model/index.js';
import type { Scene } from './scene.js';
import { isContrasted } from './standing/denials.js';

/** Whether a figure says something of the world, counts the parts of the text itself, or is a figure of speech that nobody could check. */
export function salienceOf(scene: Scene, figure: Figure, figures: readonly Figure[], sentence: Stretch): Claim['salience'] {
  // "a million reasons": too many to be listed.
  if (figure.salience === 'enumeration' && (figure.vague !== null || (figure.value ?? 0) >= MANY)) return 'rhetorical';
  if (figure.salience !== 'claim') return figure.salience;
  const speech =
    isContrasted(scene, figure) ||
    isNeeded(scene, figure, sentence) ||
    followsFromNeed(scene, figure, sentence) ||
    isAnyones(scene, figure, sentence) ||
    isTautology(scene, figure, figures) ||
    isSaying(scene, figure, sentence) ||
    isHyperbole(scene, figure, sentence);
  return speech ? 'rhetorical' : isOfText(scene, figure) ? 'enumeration' : 'claim';
}

/** "worth a thousand words", "one in a million": a set phrase that takes in the figure or its number. */
function isSaying(scene: Scene, { first, numberLast }: Figure, sentence: Stretch): boolean {
  for (let token = Math.max(sentence.first, first - 3); token <= first; token++) {
    if (!isWord(scene, token) && !has(scene.tokens, token, Flag.Number)) continue;
    const hit = phraseAt(scene.knowledge, scene.text, scene.tokens, token, sentence.last, Kind.Saying);
    if (hit && hit.last >= numberLast) return true;
  }
  return false;
}

/** "even if a thousand bombs fall", "heard it a hundred times.": a round number that stands for very many. */
function isHyperbole(scene: Scene, figure: Figure, sentence: Stretch): boolean {
  if (!isIn(scene, figure.numberFirst, A) || !isIn(scene, figure.numberFirst + 1, ROUND) || figure.numberLast - figure.numberFirst > 2) return false;
  if (isIn(scene, figure.numberLast, TIMES)) {
    const next = signAt(scene, figure.numberLast + 1);
    return figure.numberLast + 1 >= sentence.last || (next !== '' && '.,;!?”"—'.includes(next));
  }
  for (let token = Math.max(sentence.first + 1, figure.first - 4); token < figure.first; token++)
    if (isIn(scene, token, IF) && isIn(scene, token - 1, EVEN)) return true;
  return false;
}
const A = wordsOf('a');
const ROUND = wordsOf('hundred thousand million billion');
const TIMES = wordsOf('times');
const EVEN = wordsOf('even');

/** "the first of four articles", "a three-part series", "four main points": a number that counts the parts of a text or of what is said. */
function isOfText(scene: Scene, figure: Figure): boolean {
  if (figure.kind !== 'count') return false;
  const head = figure.last - 1;
  if (isOfClass(scene, head, 'instalment')) {
    const of = isIn(scene, figure.first - 1, THE) ? figure.first - 2 : figure.first - 1;
    if (isIn(scene, of, OF) && isIn(scene, of - 1, PLACES_IN_ROW)) return true;
    if (isIn(scene, figure.last, SERIES) || (isIn(scene, head, SERIES) && isOfClass(scene, head - 1, 'instalment'))) return true;
  }
  return (
    figure.countedVia === 'phrase' && head > figure.numberLast && isOfClass(scene, figure.numberLast, 'weighing') && isOfClass(scene, head, 'point')
  );
}
const PLACES_IN_ROW = wordsOf('first second third fourth fifth sixth last latest final');
const SERIES = wordsOf('series');
const THE = wordsOf('the');

const MANY = 100;

/** "It takes a thousand to fill it again", "it would take six men to steal it": what it takes, in no past. */
function isNeeded(scene: Scene, figure: Figure, sentence: Stretch): boolean {
  const takes = isIn(scene, figure.first - 1, MORE) ? figure.first - 2 : figure.first - 1;
  if (figure.kind !== 'count' || !isIn(scene, takes, TAKES)) return false;
  const subject = isIn(scene, takes - 1, WOULD) ? takes - 2 : takes - 1;
  if (!isIn(scene, subject, IT)) return false;
  for (let token = figure.numberLast; token < Math.min(sentence.last, figure.last + 5); token++) if (isIn(scene, token, TO)) return true;
  return false;
}
const MORE = wordsOf('another only just');

/** "If it takes a dozen funerals to settle this, we will have paid [one life] per kilometre": what would follow from a figure of speech. */
function followsFromNeed(scene: Scene, figure: Figure, sentence: Stretch): boolean {
  const { first } = sentence;
  const opens = isIn(scene, first, IF) && isIn(scene, first + 1, IT) && isIn(scene, first + 2, TAKES);
  if (!opens || figure.kind === 'duration') return false;
  for (let token = first + 3; token < figure.first; token++) if (signAt(scene, token) === ',') return true;
  return false;
}
const TAKES = wordsOf('takes take');
const WOULD = wordsOf('would will');
const IT = wordsOf('it');
const TO = wordsOf('to');

/** “If you are a 16-year-old from Sudan and no solicitor within 60 miles …”, “you can’t take two-thirds of what you don’t know”: said to nobody in particular. */
function isAnyones(scene: Scene, figure: Figure, sentence: Stretch): boolean {
  let you = false;
  for (let token = figure.first - 1; token >= sentence.first && token > figure.first - LONGEST_CLAUSE; token--) {
    // what is said in so many words; "if you earn less than $400" of a notice sets a limit
    if (isQuote(scene, token)) return you && signAt(scene, token) !== '”';
    if (isIn(scene, token, YOU)) you ||= isIn(scene, token - 1, IF) || (isIn(scene, token + 1, CAN) && figure.first - token < 8);
    if (signAt(scene, token) === ';' || (isComma(scene, token) && !you)) return false;
  }
  return false;
}
/** Tokens of "you are a 16-year-old from Sudan and no solicitor within". */
const LONGEST_CLAUSE = 20;
const YOU = wordsOf('you');
const IF = wordsOf('if when unless');
const CAN = wordsOf('can cant cannot can’t couldnt');

/** "112 trees are 112 trees" */
const isTautology = (scene: Scene, figure: Figure, figures: readonly Figure[]): boolean =>
  figures.some(
    (other) =>
      other !== figure &&
      other.value !== null &&
      other.value === figure.value &&
      other.kind === figure.kind &&
      Math.abs(other.first - figure.first) < 8 &&
      isEquation(scene, Math.min(other.last, figure.last), Math.max(other.first, figure.first)),
  );

const isEquation = (scene: Scene, first: number, last: number): boolean => last - first === 1 && isWord(scene, first) && isIn(scene, first, BE);
