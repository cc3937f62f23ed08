import { Flag, has, type Tagged } from '../../../model/index.js';
import { Kind, phraseAt, type Knowledge } from '../../../knowledge/index.js';

/**
 * Whether the place name `index` stands for those who govern there: it is the subject of a verb that only people do
 * ("Kabul said", "Washington has denied", "Moscow and Beijing rejected").
 */
export function isMetonym(document: Tagged, knowledge: Knowledge, index: number): boolean {
  const { names, sentences } = document;
  const { first, last } = sentences[names[index].sentence];
  if (names[index].first > first && PREPOSITIONS.has(wordAt(document, names[index].first - 1))) return false;
  // The verb of a list stands behind its last item.
  let at = index;
  for (let item = 0; item < LONGEST_LIST; item++) {
    const next = names[at + 1];
    if (next?.type !== 'place' || next.first >= last || !JOINTS.has(wordAt(document, names[at].last)) || next.first !== names[at].last + 1) break;
    at++;
  }
  return actsAt(document, knowledge, names[at].last, last);
}

const LONGEST_LIST = 4;
const JOINTS: ReadonlySet<string> = new Set(['and', 'or', ',']);
/** What stands behind one of these is where something happens, or whose somebody is. */
const PREPOSITIONS: ReadonlySet<string> = new Set(
  'in at from near of to on into for by with across around outside inside via off through toward towards between over under within'.split(' '),
);
/** Words that may stand between the subject and its verb: behind an auxiliary the verb is a base or a participle, behind the others as it was. */
const AUXILIARIES: ReadonlySet<string> = new Set('has have had will would may might could should did does'.split(' '));
const ADVERBS: ReadonlySet<string> = new Set('not never also again later then still long'.split(' '));

/** Whether a finite verb of saying or doing begins at `token`, helpers passed over. */
function actsAt(document: Tagged, knowledge: Knowledge, token: number, limit: number): boolean {
  const { text, tokens } = document;
  let helped = false;
  let at = token;
  for (; at < limit && at < token + 4 && has(tokens, at, Flag.Word); at++) {
    const word = wordAt(document, at);
    const auxiliary = AUXILIARIES.has(word);
    if (!auxiliary && !ADVERBS.has(word) && !(word.endsWith('ly') && word.length > 4)) break;
    helped ||= auxiliary;
  }
  if (at >= limit || has(tokens, at, Flag.Capital)) return false;
  const said = phraseAt(knowledge, text, tokens, at, limit, Kind.Reporting);
  if (said) return helped ? said.row.form === 'base' || said.row.form === 'participle' || said.row.form === 'past' : FINITE.has(said.row.form);
  const done = phraseAt(knowledge, text, tokens, at, limit, Kind.Event);
  // "Oregon burned": without an object the place is the ground, not the doer.
  if (!done?.row.voice.includes('object') || done.last >= limit || has(tokens, done.last, Flag.Punctuation)) return false;
  const forms = done.row.form.split(' ');
  return forms.includes('past') || (helped && (forms.includes('verb') || forms.includes('participle')));
}
const FINITE: ReadonlySet<string> = new Set(['past', 'third']);

const wordAt = ({ text, tokens }: Tagged, token: number): string => text.slice(tokens.start[token], tokens.end[token]).toLowerCase();
