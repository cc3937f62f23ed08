// The bundled articles over and over, with names and figures of their own in each: no copies, and names and pairs keep growing.

const syllables = ['ba', 'ko', 'ri', 'tu', 'lem', 'sha', 'vo', 'din', 'gar', 'mei', 'po', 'zan', 'hul', 'ne', 'fi', 'jor'];

/** A name for a number: five syllables tell a million apart. */
export function nameOf(number) {
  let name = '';
  for (let i = 0, rest = number * 7919; i < 5; i++, rest >>>= 4) name += syllables[rest & 15];
  return name[0].toUpperCase() + name.slice(1);
}

/** The text as the n-th article: every third word with a capital inside a sentence is a name of its own, and so are figures that are no years. */
export function varied(text, n) {
  let met = 0;
  return text
    .replace(/(?<=[a-z,] )[A-Z][a-z]{3,}/g, (word) => (met++ % 3 === 0 ? nameOf(n * 16 + (met % 16)) : word))
    .replace(/\d+/g, (digits) => (/^(19|20)\d\d$/.test(digits) ? digits : figure(digits, n * 7 + met++ * 3)));
}

/** Another figure of as many digits, which begins with no nought where the first did not. */
const figure = (digits, n) =>
  [...digits].map((digit, i) => (i === 0 && digit !== '0' ? 1 + ((Number(digit) + n) % 9) : (Number(digit) + n + i) % 10)).join('');
