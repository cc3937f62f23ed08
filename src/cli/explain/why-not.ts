import { Kind, needsOf } from '../../knowledge/index.js';
import { firstValue, lastValue } from '../../text/index.js';
import {
  entityText,
  levelOf,
  longestPhrase,
  Needs,
  phraseAt,
  phraseShape,
  scan,
  SenseFlag,
  shownLine,
  USES,
  type Knowledge,
  type Related,
  type Span,
} from '../../index.js';
import { type Refusal, refusedNumbers } from '../../stages/3-tag/numbers/figures.js';
import type { Paint } from '../terminal/paint.js';

/** Occurrences that are explained; a phrase that stands in every line is the same everywhere. */
const MOST_PLACES = 10;
const MOST_SENSES = 6;

/** Says for each place where `phrase` stands in the article what became of it, as far as can be seen from outside the stages. */
export function whyNot(phrase: string, article: Related, knowledge: Knowledge, paint: Paint): readonly string[] {
  const wanted = phrase.trim();
  const places = occurrences(wanted, article.text);
  if (wanted === '' || places.length === 0) {
    return [`“${shownLine(phrase)}” does not stand in the text; write the phrase as it stands there, blanks and hyphens included.`];
  }
  const refused = refusedNumbers(article, knowledge);
  const inGeneral = [...gazetteerLines(wanted, article, knowledge), ...wordLines(wanted, knowledge)];
  return [
    ...places
      .slice(0, MOST_PLACES)
      .flatMap((place) => [paint.strong(context(article.text, place)), ...placeLines(article, place, refused).map((line) => `   ${line}`)]),
    ...(places.length > MOST_PLACES ? [`… and ${places.length - MOST_PLACES} more places`] : []),
    '',
    paint.strong('What the gazetteers know of it'),
    ...inGeneral.map((line) => `   ${line}`),
  ];
}

/** Places of the phrase, letter for letter; where there is none, whatever the case. */
function occurrences(phrase: string, text: string): readonly Span[] {
  const find = (hay: string, needle: string): Span[] => {
    const found: Span[] = [];
    for (let at = hay.indexOf(needle); at >= 0 && needle !== ''; at = hay.indexOf(needle, at + needle.length))
      found.push({ start: at, end: at + needle.length });
    return found;
  };
  const exact = find(text, phrase);
  if (exact.length > 0) return exact;
  const low = text.toLowerCase();
  // Lower-casing a few letters (İ) changes the length, and places would shift.
  return low.length === text.length ? find(low, phrase.toLowerCase()) : [];
}

function context(text: string, { start, end }: Span): string {
  const before = `${start > 30 ? '…' : ''}${text.slice(Math.max(0, start - 30), start)}`;
  const after = `${text.slice(end, end + 30)}${end + 30 < text.length ? '…' : ''}`;
  return shownLine(`${before}⟦${text.slice(start, end)}⟧${after}`);
}

const meets = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** What became of one place: the first answer that settles it stands first. */
function placeLines(article: Related, place: Span, refused: readonly Refusal[]): readonly string[] {
  const lines: string[] = [];
  for (const { kind, because, ...span } of article.regions) {
    if (kind === 'furniture' && meets(span, place)) lines.push(`it stands in page furniture, where nothing is looked for: ${shownLine(because)}`);
  }
  if (article.masks.some((mask) => meets(mask, place))) lines.push('it lies in an address, handle or link, where nothing is looked for');
  for (const mention of article.mentions) {
    if (!meets(mention, place)) continue;
    const same = mention.start === place.start && mention.end === place.end;
    const part = mention.start <= place.start && mention.end >= place.end;
    const how = same
      ? 'it is a name'
      : part
        ? `it is part of the longer name “${shownLine(mention.text)}”`
        : `the name “${shownLine(mention.text)}” covers a part of it`;
    lines.push(`${how}: ${mention.type} ${shownLine(mention.name)} (${mention.entity_id}), because ${shownLine(mention.because)}`);
  }
  for (const name of article.names) {
    if (meets(name, place) && !article.mentions.some((mention) => meets(mention, name))) {
      lines.push(
        `“${shownLine(article.text.slice(name.start, name.end))}” was a candidate (${shownLine(name.because)}), but the article bears out nothing it could mean`,
      );
    }
  }
  for (const date of article.dates)
    if (meets(date, place)) lines.push(`it is in the date “${shownLine(date.text)}” (${date.timex}), because ${shownLine(date.because)}`);
  for (const claim of article.claims)
    if (meets(claim, place)) lines.push(`it is in the number “${shownLine(claim.text)}”, because ${shownLine(claim.because)}`);
  for (const number of refused)
    if (meets(number, place))
      lines.push(`the number “${shownLine(article.text.slice(number.start, number.end))}” is no claim: ${number.reads} (rule ${number.rule})`);
  if (lines.length === 0 && !article.sentences.some((sentence) => meets(sentence, place))) lines.push('it stands in no sentence');
  return lines.length > 0 ? lines : ['no rule and no gazetteer name made it a name, date or number'];
}

/** Every reading the gazetteers have of the phrase, with what it asks for. */
function gazetteerLines(phrase: string, article: Related, knowledge: Knowledge): readonly string[] {
  const tokens = scan(phrase, knowledge.vocabulary);
  const { names, entities } = knowledge;
  let senses: number[] = [];
  if (tokens.count > 0) {
    const hit = longestPhrase(names.trie, phrase, tokens, 0, tokens.count, () => true);
    if (hit.node !== 0 && hit.last === tokens.count)
      senses = [...names.trie.values.subarray(firstValue(names.trie, hit.node), lastValue(names.trie, hit.node))];
  }
  if (senses.length === 0) {
    return [
      'no row has this name; if it is one, add a line to aliases.csv (of an entity that is there) or to groups.csv, people.csv, places.csv (a new one)',
    ];
  }
  const shape = phraseShape(phrase);
  const present = new Set(article.entities.map((entity) => entity.entity_id));
  const lines = senses.slice(0, MOST_SENSES).map((sense) => {
    const { id, name, row } = entityText(entities, names.entity[sense]);
    const asks: string[] = [];
    if ((names.uppers[sense] & ~shape.uppers) !== 0) asks.push('it must be written in capitals');
    else if ((names.capitals[sense] & ~shape.capitals) !== 0) asks.push('it must be written with its capitals');
    for (const asked of needsOf(names, sense)) asks.push(need(asked, knowledge, present));
    if ((names.flags[sense] & SenseFlag.Address) !== 0) asks.push('it counts only as addresses write it: behind a comma behind a town');
    if ((names.flags[sense] & SenseFlag.World) !== 0) asks.push('a town of the world gazetteer counts only with evidence of a place beside it');
    if ((names.flags[sense] & SenseFlag.Word) !== 0) asks.push('it is an English word too');
    if ((names.flags[sense] & SenseFlag.Personal) !== 0) asks.push('it is a given name or surname too');
    return `${USES[names.use[sense]]} of ${shownLine(name)} (${id}, ${row})${asks.length === 0 ? ', without conditions' : `: ${asks.join('; ')}`}`;
  });
  return senses.length > MOST_SENSES ? [...lines, `… and ${senses.length - MOST_SENSES} more readings`] : lines;
}

function need(code: number, knowledge: Knowledge, present: ReadonlySet<string>): string {
  if (code === Needs.Self) return 'it counts only where the article also uses another name of it that has no condition';
  if (code === Needs.Place) return 'it counts only with evidence of a place beside it';
  const { id, name } = entityText(knowledge.entities, code);
  return `it counts only in an article that names ${shownLine(name)} (${id}), which this one ${present.has(id) ? 'does' : 'does not'}`;
}

/** What the word lists say that speaks against a name. */
function wordLines(phrase: string, knowledge: Knowledge): readonly string[] {
  const tokens = scan(phrase, knowledge.vocabulary);
  if (tokens.count === 0) return [];
  const lines: string[] = [];
  const listed = phraseAt(knowledge, phrase, tokens, 0, tokens.count, Kind.NotName);
  if (listed && listed.last === tokens.count) lines.push(`words/not-names.csv lists it as no name (${listed.row.category})`);
  const reference = phraseAt(knowledge, phrase, tokens, 0, tokens.count, Kind.Reference);
  if (reference && reference.last === tokens.count) lines.push('words/references.csv lists it as a common noun that only refers');
  const level = tokens.count === 1 ? levelOf(knowledge, tokens, 0) : 0;
  if (level > 0) lines.push(`it is an ordinary English word (the commonest are level 10, the rarest 70; this one ${level})`);
  if (!/\p{Lu}/u.test(phrase)) lines.push('it is written without a capital, and hardly any name is');
  return lines;
}
