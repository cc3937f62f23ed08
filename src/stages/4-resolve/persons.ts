/** Words of a name that can stand for it: without initials, particles and generational endings. */
export function nameWords(name: string): readonly string[] {
  return name.split(/[\s]+/u).map((word) => word.replace(/[.,]+$/u, '')).filter((word) => word.length > 1 && !/^(?:Jr|Sr|II|III|IV|PhD|MP)$/u.test(word));
}

const plain = (word: string): string => word.toLowerCase().normalize('NFD').replace(/[\u0300-\u036f'’]/gu, '').replace(/^(?:al|el)-/u, '');

/**
 * Whether `short` can stand for the person `full`: its words are the last words of the full name ("al-Zawahiri", "van der Berg"),
 * or the first word alone ("Aung"), or the full name without some of its middle.
 */
export function shortFormOf(short: string, full: string): boolean {
  const few = nameWords(short).map(plain);
  const many = nameWords(full).map(plain);
  if (few.length === 0 || few.length >= many.length) return false;
  if (few.length === 1) return few[0] === many.at(-1) || few[0] === many[0] || few[0] === many.slice(-2).join(' ');
  if (few.every((word, i) => word === many[many.length - few.length + i])) return true;
  return few[0] === many[0] && few.at(-1) === many.at(-1) && few.every((word) => many.includes(word));
}
