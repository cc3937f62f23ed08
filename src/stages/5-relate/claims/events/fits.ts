import { BY, isIn, phraseAtToken, wordsOf, isOfClass } from '../../../../grammar/index.js';
import { Kind, isKind } from '../../../../knowledge/index.js';
import type { Figure } from '../../../../model/index.js';
import { type Happening, OF_MONEY } from './words.js';
import type { Scene } from '../scene.js';

/** Sums are paid or seized, only people are lost in battle, and nobody dies of a percentage of return. */
export function fits(scene: Scene, figure: Figure, { event, shape, only, first, last, phrase }: Happening): boolean {
  if (only !== null && !isOnly(scene, figure, only)) return false;
  // "rice that sold for 40 francs": a price.
  if (figure.kind === 'money')
    return (
      OF_MONEY.has(event) && (event !== 'sold' || (shape === 'active' && !isIn(scene, last, FOR))) && (event !== 'released' || shape === 'active')
    );
  // "won 4.7% of the vote", "got 4.7%": a share of votes is neither cast nor paid
  if (figure.kind === 'percent' && ((event === 'voted' && shape === 'noun') || (event === 'paid' && shape === 'received'))) return false;
  // "eight huts paid for by the guild"
  if (event === 'paid')
    return (
      // "pledged 1,000 officers", "received 2,000 fighters": nobody is paid
      (HANDING.test(phrase) || !(figure.unit === 'person' && (shape === 'received' || GIVING.test(phrase)))) &&
      shape !== 'noun' &&
      figure.unit !== 'time' &&
      !(shape === 'passive' && isIn(scene, last, FOR)) &&
      (shape !== 'received' || !phrase.includes('rais'))
    );
  if (event === 'fined') return false;
  // "a 5.6-magnitude quake hit the town": a measure attacks nobody.
  if (figure.kind === 'measure' && event === 'attacked') return false;
  // "lost 12 men", but "lost 2,000 customers"
  if (event === 'killed' && LOSS.test(phrase))
    return figure.unit === 'person' && figure.kind === 'count' && !isOfClass(scene, figure.last - 1, 'leaver');
  // "shares closed 4 percent higher"
  if (figure.kind === 'percent' && figure.change !== null) return shape === 'noun';
  // "emissions hit 37 billion tonnes", "cases hit 1,200": a level that was reached
  if (HITTING.test(phrase) && shape === 'active' && (figure.kind !== 'count' || figure.counted === null || figure.counted.start < figure.start))
    return false;
  // "the coach dropped five players", "eleven houses were buried": shells are dropped, people buried.
  const person = figure.unit !== null && PEOPLE.has(figure.unit);
  if (figure.kind === 'count' && figure.unit !== null && (person ? DROPPING : BURYING).test(phrase)) return event !== (person ? 'fired' : 'killed');
  // "dropped 17% to 27 million tonnes, a quarter of the level of 2007"
  if (DROPPING.test(phrase) && figure.kind !== 'count') return false;
  // "the index dropped 478 points to 42,171": nothing is dropped on anybody.
  if (
    figure.unit === 'point' ||
    (isKind(scene.knowledge, scene.tokens, first, Kind.Change) &&
      figure.change !== null &&
      figure.kind === 'count' &&
      figure.counted === null &&
      figure.unit === null)
  )
    return shape === 'noun';
  return figure.kind === 'count' || event !== 'returned';
}
const FOR = wordsOf('for at');

/** Whether a figure counts what alone makes a word tell its event; a share or a bare number may be one of money. */
function isOnly(scene: Scene, figure: Figure, only: NonNullable<Happening['only']>): boolean {
  // "monitors give 800": a bare number is money only beside a sum.
  if (only === 'money')
    return figure.kind === 'count'
      ? figure.unit === null && figure.counted === null && isBesideSum(scene, figure)
      : figure.countedVia !== 'coreference';
  if (only === 'goods') return figure.kind === 'money' || figure.kind === 'measure' || (figure.kind === 'count' && figure.unit !== 'person');
  if (figure.kind !== 'count') return false;
  return only === 'people' ? figure.unit !== null && PEOPLE.has(figure.unit) : isIn(scene, figure.last - 1, LIVES);
}
function isBesideSum(scene: Scene, figure: Figure): boolean {
  const { figures } = scene.document;
  const at = scene.figureAt[figure.first];
  for (let i = Math.max(0, at - BESIDE); i <= at + BESIDE && i < figures.length; i++)
    if (figures[i].kind === 'money' && Math.abs(figures[i].sentence - figure.sentence) <= BESIDE) return true;
  return false;
}
/** How many figures and sentences off a sum still tells that a bare number is money. */
const BESIDE = 3;
const LIVES = wordsOf('lives life');
const PEOPLE: ReadonlySet<string> = new Set(['person', 'family', 'household']);

/** What is handed over is paid when it is money and delivered when it is goods; people are captured, places and things seized; who is hit is wounded. */
export function named(scene: Scene, figure: Figure, happening: Happening): Happening {
  const { event, shape } = happening;
  // "sending 570,000 students home"
  if (event === 'deployed' && isIn(scene, figure.last, HOMEWARD)) return { ...happening, event: 'returned' };
  // "shipped 40 barrels of oil, worth $3,000": goods, whatever they are worth
  if (figure.kind === 'money' && event === 'delivered' && isIn(scene, figure.first - 1, WORTH)) return happening;
  if (figure.kind === 'money') return event === 'delivered' || event === 'released' ? { ...happening, event: 'paid' } : happening;
  const person = figure.kind === 'count' && figure.unit === 'person';
  // "sent 15 million litres of fuel"
  if (event === 'deployed' && figure.kind === 'measure') return { ...happening, event: 'delivered' };
  // "a patrol vessel picked up four survivors", "handed over three hostages"
  if (person && event === 'arrested' && PICKING.test(happening.phrase) && isOfClass(scene, figure.last - 1, 'castaway'))
    return { ...happening, event: 'rescued' };
  if (person && HANDING.test(happening.phrase) && shape !== 'received') return { ...happening, event: 'released' };
  // "would send Kyiv 120 vehicles": somebody is to have them.
  if (event === 'deployed' && !person && shape === 'active' && phraseAtToken(scene, happening.last, figure.first)?.last === figure.first)
    return { ...happening, event: 'delivered' };
  // "a strike by 4,000 doctors"
  if (person && shape === 'noun' && STOPPAGE.test(happening.phrase) && isIn(scene, figure.first - 1, BY))
    return { ...happening, event: 'protested', shape: 'subject' };
  const goods = (figure.kind === 'count' && figure.unit !== null && !person) || figure.kind === 'measure';
  if (goods && shape === 'received' && NETTING.test(happening.phrase)) return { ...happening, event: 'seized', shape: 'active' };
  if (goods && event === 'paid' && shape !== 'passive') return { ...happening, event: 'delivered' };
  // "trampled 16 gardens"
  if (goods && event === 'wounded' && shape !== 'noun' && TRAMPLING.test(happening.phrase)) return { ...happening, event: 'damaged' };
  if (goods && event === 'arrested' && (shape === 'active' || shape === 'passive')) return { ...happening, event: 'seized' };
  return person && event === 'attacked' && shape === 'passive' && STRIKING.test(happening.phrase) ? { ...happening, event: 'wounded' } : happening;
}
const TRAMPLING = /^(?:trampl|crush)/;
const PICKING = /^pick/;
const HANDING = /^hand(?:s|ed|ing)? over$/;
/** "the raid netted 3 tonnes" */
const NETTING = /^net/;
const HOMEWARD = wordsOf('home back');
const GIVING = /^(?:pledg|promis|offer|donat|contribut|commit)/;
const STOPPAGE = /^(?:strikes?|walkouts?)$/;
const WORTH = wordsOf('worth');
const HITTING = /^hit/;
const DROPPING = /^drop/;
const BURYING = /^bur(?:y|ied)/;
/** "three were hit by fragments" */
const STRIKING = /^(?:hit|struck)$/;
const LOSS = /^(?:los|take the lives)/;
