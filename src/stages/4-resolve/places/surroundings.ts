import { Flag, has, type NameMention, type Tagged } from '../../../model/index.js';
import { Kind, type Knowledge, type LexiconRow, phraseAt } from '../../../knowledge/index.js';

/** What stands around a place name and says which place it is; numbers are indexes into `document.names`, −1 = none. */
export interface Surroundings {
  /** Kind of place that a word beside it asks for: "Kunar province", "the town of Gao", "the provinces of Nyanza and Western". */
  readonly head: string | null;
  /** The word that said so. */
  readonly headWord: string;
  /** The place it is said to lie in: "Paris, Texas", "Gao (Mali)", "Kenya's Nyanza province", "a village in Fife". */
  readonly container: number;
  /** Whether nothing but a comma, a bracket or "in" stands before the container. */
  readonly tight: boolean;
  /** Whether a comma, a bracket or the end of the sentence closes the container. */
  readonly closed: boolean;
  /** Whether a preposition of place stands before it and no noun that it describes behind: "in Rakhine", not "in Rakhine villages". */
  readonly located: boolean;
  /** A name that is said to lie in this one. */
  readonly content: number;
  /** First and last name of the list it is an item of ("Ohio, New York and Maine"); itself when of none. */
  readonly listFirst: number;
  readonly listLast: number;
}

/** Furthest word of a name that a container may stand behind it: "Mabvuku, a suburb located east of Harare". */
const REACH = 9;

/** The surroundings of every place name, in the order of `document.names`; null for names of other types. */
export function surroundings(document: Tagged, knowledge: Knowledge): readonly (Surroundings | null)[] {
  const { names } = document;
  const lists = listsOf(document);
  const containers = names.map((name, i) => (name.type === 'place' ? containerOf(document, i) : null));
  const contents = new Int32Array(names.length).fill(-1);
  containers.forEach((found, i) => {
    if (found !== null && found.at > i) contents[found.at] = i;
  });
  return names.map((name, i) => {
    if (name.type !== 'place') return null;
    const [listFirst, listLast] = lists[i];
    // A head in the plural goes with every item of the list before it.
    const head =
      headBefore(document, knowledge, names[listFirst]) ??
      headBehind(document, knowledge, name, false) ??
      headBehind(document, knowledge, names[listLast], true);
    return {
      head: head?.kind ?? null,
      headWord: head?.phrase ?? '',
      container: containers[i]?.at ?? -1,
      tight: containers[i]?.tight ?? false,
      closed: isClosed(document, containers[i]?.at ?? -1),
      located: isLocated(document, name),
      content: contents[i],
      listFirst,
      listLast,
    };
  });
}

const wordAt = ({ text, tokens }: Tagged, token: number): string => text.slice(tokens.start[token], tokens.end[token]).toLowerCase();

/** Whether no word goes on behind a name. */
function isClosed({ names, sentences, tokens }: Tagged, at: number): boolean {
  if (at < 0) return false;
  const { last, sentence } = names[at];
  return last >= sentences[sentence].last || has(tokens, last, Flag.Punctuation);
}

const isLocated = (document: Tagged, { first, last, sentence }: NameMention): boolean =>
  LOCATIVES.has(first > 0 ? wordAt(document, first - 1) : '') &&
  (last >= document.sentences[sentence].last || !has(document.tokens, last, Flag.Word) || ENDS.has(wordAt(document, last)));
const LOCATIVES: ReadonlySet<string> = new Set(['in', 'into', 'across', 'throughout', 'from', 'near', 'outside', 'inside', 'around']);
const ENDS: ReadonlySet<string> = new Set(
  'and or have has had is are was were will on in at by after since where who which that to as but while when for during with from'.split(' '),
);

/** A common noun that goes with a name, and the kind of place it asks for. */
type Head = LexiconRow<'placeHead'>;

/** The noun at `token`, null when none stands there or its places are of no kind that rows tell apart ("bridge"). */
function headAt({ text, tokens }: Tagged, knowledge: Knowledge, token: number): Head | null {
  const head = phraseAt(knowledge, text, tokens, token, token + 1, Kind.PlaceHead)?.row;
  return head !== undefined && head.kind !== '' ? head : null;
}

/** "the town of Gao", "the provinces of Nyanza, …", "nine counties, including Turkana, …"; null when none. */
function headBefore(document: Tagged, knowledge: Knowledge, name: NameMention): Head | null {
  const { first } = document.sentences[name.sentence];
  const at = name.first - 2;
  if (at < first) return null;
  if (wordAt(document, name.first - 1) === 'of') return headAt(document, knowledge, at);
  // "nine counties, including Turkana and Wajir", "two provinces: Herat and Farah"
  let token = name.first - 1;
  while (token > first && name.first - token <= BEFORE_LIST && OPENERS.has(wordAt(document, token))) token--;
  const head = token === name.first - 1 ? null : headAt(document, knowledge, token);
  return head?.plural ? head : null;
}

/** What may stand between a plural and the list that says what it is made of. */
const OPENERS: ReadonlySet<string> = new Set([',', ':', '(', 'including', 'namely', 'such', 'as', 'like', 'among', 'them']);
const BEFORE_LIST = 4;

/** "Kunar province", "the New York governor", in the plural "Gao and Kidal regions"; null when none. */
function headBehind(document: Tagged, knowledge: Knowledge, name: NameMention, plural: boolean): Head | null {
  if (name.last >= document.sentences[name.sentence].last) return null;
  const head = headAt(document, knowledge, name.last);
  return head?.plural === plural ? head : null;
}

/** First and last name of the list that each name is an item of. */
function listsOf(document: Tagged): readonly (readonly [number, number])[] {
  const { names } = document;
  const lists: (readonly [number, number])[] = [];
  for (let i = 0; i < names.length; ) {
    let last = i;
    while (last + 1 < names.length && areListed(document, names[last], names[last + 1])) last++;
    for (let item = i; item <= last; item++) lists.push([i, last]);
    i = last + 1;
  }
  return lists;
}

function areListed(document: Tagged, one: NameMention, next: NameMention): boolean {
  if (one.type !== 'place' || next.type !== 'place' || one.sentence !== next.sentence || next.first - one.last > 3 || next.first === one.last)
    return false;
  for (let token = one.last; token < next.first; token++) {
    const word = wordAt(document, token);
    if (word !== ',' && word !== 'and' && word !== 'or' && word !== 'the' && word !== '&' && word !== '/') return false;
  }
  return true;
}

interface Container {
  readonly at: number;
  readonly tight: boolean;
}

/** The place named behind or before a name that it can be said to lie in; whether it does is asked of the gazetteer. */
function containerOf(document: Tagged, index: number): Container | null {
  const { names, tokens } = document;
  const name = names[index];
  const next = names[index + 1];
  if (next?.type === 'place' && next.sentence === name.sentence && next.first > name.last && next.first - name.last <= REACH) {
    let linked = false;
    let broken = false;
    for (let token = name.last; token < next.first && !broken; token++) {
      const word = wordAt(document, token);
      if (word === ',' || word === '(' || word === 'in' || word === 'of') linked = true;
      else if (BREAKS.has(word)) broken = true;
    }
    if (linked && !broken) return { at: index + 1, tight: next.first - name.last <= 2 };
  }
  const before = names[index - 1];
  if (before?.type !== 'place' || before.sentence !== name.sentence || name.first - before.last > 5) return null;
  const belongs = before.last < name.first && has(tokens, before.last, Flag.Possessive);
  const demonym = before.senses[0]?.use === 'demonym';
  if (!belongs && !demonym) return null;
  for (let token = before.last + (belongs ? 1 : 0); token < name.first; token++) {
    const word = wordAt(document, token);
    if (BREAKS.has(word) || word === ',') return null;
  }
  return { at: index - 1, tight: false };
}

/** Words between two names that part them: what follows is not where the first one lies. */
const BREAKS: ReadonlySet<string> = new Set(['and', 'or', 'from', 'to', 'with', 'while', 'but', ';', ':', '—', '–']);
