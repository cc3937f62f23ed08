const IRREGULAR: Readonly<Record<string, string>> = {
  men: 'man',
  women: 'woman',
  children: 'child',
  feet: 'foot',
  teeth: 'tooth',
  mice: 'mouse',
  geese: 'goose',
  lives: 'life',
  wives: 'wife',
  knives: 'knife',
  wolves: 'wolf',
  thieves: 'thief',
  halves: 'half',
  leaves: 'leaf',
  shelves: 'shelf',
  crises: 'crisis',
  bases: 'base',
  analyses: 'analysis',
  criteria: 'criterion',
  phenomena: 'phenomenon',
  matrices: 'matrix',
  indices: 'index',
  alumni: 'alumnus',
  series: 'series',
  species: 'species',
  news: 'news',
  means: 'means',
  headquarters: 'headquarters',
  buses: 'bus',
  gases: 'gas',
  viruses: 'virus',
  heroes: 'hero',
  potatoes: 'potato',
  tomatoes: 'tomato',
  vetoes: 'veto',
  torpedoes: 'torpedo',
  people: 'person',
};

/** Singular of an English plural, by rule and a list of exceptions. */
export function singular(word: string): string {
  const known = IRREGULAR[word];
  if (known) return known;
  if (/(wi|li|kni)ves$/.test(word)) return `${word.slice(0, -3)}fe`;
  if (/men$/.test(word) && word.length > 4) return `${word.slice(0, -2)}an`;
  if (/[^aeiou]ies$/.test(word)) return `${word.slice(0, -3)}y`;
  if (/(ss|x|zz|ch|sh)es$/.test(word)) return word.slice(0, -2);
  return /[^su]s$/.test(word) ? word.slice(0, -1) : word;
}
