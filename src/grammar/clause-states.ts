import type { Clause, Clauses, Phrase } from '../model/index.js';
import type { Stretch } from './ground.js';

/** The clause as it was read when the token came; the token stands in a sentence whose clauses were read. */
export function clauseAt({ from, states }: Clauses, token: number): Clause {
  return states[Math.max(0, stateBehind(from, token) - 1)];
}

/** Whether a verb behind the figure has it as its subject: "and 250 people in the movement own weapons". */
export function isSubject(clauses: Clauses, { first }: Stretch): boolean {
  const subject = subjectAround(clauses, first);
  return subject !== null && first < subject.last;
}

/** The subject of a verb behind `token` that holds the token, be it in what is tied to it: "and [eleven clinics in Samburu] will close". */
export function subjectAround({ from, states }: Clauses, token: number): Phrase | null {
  const at = stateBehind(from, token);
  for (let i = at; i < Math.min(states.length, at + AHEAD); i++) {
    const { subject } = states[i];
    if (subject && subject.first <= token && token < subject.tied) return subject;
  }
  return null;
}

/** The verb behind the stretch of which the subject holds it, be it in what is tied to it: "growth of [2.4 percent] is projected"; −1 when none has. */
export function verbAround({ from, states }: Clauses, { first, last }: Stretch): number {
  const at = stateBehind(from, first);
  for (let i = at; i < Math.min(states.length, at + AHEAD); i++) {
    const { subject, verb } = states[i];
    if (subject && subject.first <= first && first < subject.tied && verb >= last) return verb;
  }
  return -1;
}

/** Token of the last verb that has the phrase at `token` as its subject: of "men who ran a farm were jailed" the second; −1 for none. */
export function verbOfSubject({ from, states }: Clauses, token: number): number {
  const at = stateBehind(from, token);
  let verb = -1;
  for (let i = at; i < Math.min(states.length, at + AHEAD * 2); i++) {
    const { subject } = states[i];
    if (subject && subject.first <= token && token < subject.last && states[i].verb > token) verb = states[i].verb;
  }
  return verb;
}

/** How many readings ahead the verb of a subject is looked for. */
const AHEAD = 10;

/** The verb behind the stretch whose subject holds it, the last one of a clause that goes on: "[nine members], known as Kop, voted"; −1 when none has. */
export function verbAhead({ from, states }: Clauses, { first, last }: Stretch): number {
  const at = stateBehind(from, first);
  let found = -1;
  for (let i = at; i < Math.min(states.length, at + AHEAD); i++) {
    const { subject, verb } = states[i];
    if (subject === null || first < subject.first || first >= subject.last) continue;
    if (verb >= last) found = verb;
  }
  return found;
}

/** The first state that begins behind the token: binary search. */
function stateBehind(from: readonly number[], token: number): number {
  let low = 0;
  let high = from.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (from[middle] > token) high = middle;
    else low = middle + 1;
  }
  return low;
}
