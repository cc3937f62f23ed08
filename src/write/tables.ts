import type { Association, Claim, DateRecord, DocumentRecord, Entity, Findings, IdentityRow, LedgerRow, Mention, Problem } from '../model/index.js';
import { table, type Table } from './columns.js';

// Every public table, a column a line. CSV, JSON, datapackage.json and the data dictionary are all made from this page.

const TYPES = ['group', 'person', 'place'] as const;
const LOCATED = ['itself', 'parent'] as const;
const WINDOWS = ['sentence', 'paragraph', 'document'] as const;
const KINDS = ['count', 'money', 'percent', 'fraction', 'duration', 'age', 'measure', 'distance', 'area', 'rate', 'ordinal_rank', 'score'] as const;
const MODALITIES = ['asserted', 'reported', 'possible', 'hypothetical', 'planned', 'denied'] as const;
const USES = ['name', 'acronym', 'short', 'alias', 'demonym', 'former', 'reference'] as const;
const OPERATORS = ['=', '~', '>', '>=', '<', '<=', 'range', 'vague'] as const;
const ANCHORS = ['explicit', 'published', 'previous', 'event', 'none'] as const;
const NPMI =
  'Normalised pointwise mutual information, ln(n(ab) · N / (n(a) · n(b))) / −ln(n(ab) / N): −1 never together, 0 as by chance, ' +
  '1 only together; empty when both stand in every window.';
const LLR =
  'Dunning log-likelihood ratio G² = 2 · Σ observed · ln(observed / expected) over the four cells a yes/no, b yes/no: 0 independent, ' +
  'larger = stronger evidence, no unit; npmi above 0 says it is evidence for, below 0 against.';
const Q_VALUE =
  'Benjamini–Hochberg q-value of llr (χ², one degree of freedom) among the pairs of the same window type: the share of false finds ' +
  'to expect when every pair with a q as small is taken.';
const DOCUMENT = ['documents', 'document_id'] as const;
const ENTITY = ['entities', 'entity_id'] as const;

const documents = table<DocumentRecord>()(
  {
    name: 'documents',
    title: 'Articles',
    key: ['document_id'],
    description: 'One row an article that could be read, sorted by document_id.',
  },
  [
    { name: 'document_id', type: 'string', required: true, description: 'Path below the input folder without its ending, or id of an NDJSON line.' },
    { name: 'title', type: 'string', description: 'Headline: from articles.csv or the NDJSON line, else the one found on the page.' },
    {
      name: 'published',
      type: 'date',
      description: 'Day of publication, from articles.csv or the NDJSON line, else from the document or its dateline; never guessed.',
    },
    { name: 'url', type: 'string', description: 'Web address the article came from.' },
    { name: 'path', type: 'string', description: 'File the article was read from, relative to the input folder, with forward slashes.' },
    { name: 'sha256', type: 'string', description: 'SHA-256 of the bytes read (of the line, for NDJSON), lower-case hexadecimal.' },
    { name: 'language', type: 'string', description: 'ISO 639-1 code, "und" for a language sitrep does not know; empty when the text is too short.' },
    { name: 'characters', type: 'integer', required: true, minimum: 0, description: 'Length of the decoded text in UTF-16 code units.' },
    { name: 'sentences', type: 'integer', required: true, minimum: 0, description: 'Sentences found, page furniture left out.' },
    { name: 'mentions', type: 'integer', required: true, minimum: 0, description: 'Rows of mentions.csv with this document_id.' },
    { name: 'claims', type: 'integer', required: true, minimum: 0, description: 'Rows of claims.csv with this document_id.' },
    { name: 'problems', type: 'integer', required: true, minimum: 0, description: 'Rows of problems.csv with this document_id.' },
    { name: 'author', type: 'string', description: 'Who wrote it, as articles.csv or the document itself tells.' },
    { name: 'publisher', type: 'string', description: 'Paper, agency or site, as articles.csv or the document itself tells.' },
    {
      name: 'published_from',
      type: 'string',
      enum: ['metadata', 'document', 'dateline', 'option'],
      description: 'Who tells the day of publication: articles.csv, the facts of the document, a line of its text, or the option --published.',
    },
    {
      name: 'text_path',
      type: 'string',
      description:
        'File of this folder with the text in which start and end count, for documents whose text is taken out of HTML, PDF, DOCX or mail; ' +
        'empty where the decoded file (the cell, the field) is that text.',
    },
    { name: 'page_starts', type: 'ids', description: 'Where in the text each page of a PDF begins: the first number is page 1, the next page 2.' },
    {
      name: 'duplicate_of',
      type: 'string',
      refers: DOCUMENT,
      description:
        'The article of which this is a copy, word for word or nearly: the earliest published, of equals the smallest id. Statistics count both once; empty for all others.',
    },
  ],
);

const mentions = table<Mention>()(
  {
    name: 'mentions',
    title: 'Names in the text',
    key: ['mention_id'],
    description: 'One row a name of a group, person or place, sorted by document_id and start. Names never overlap.',
  },
  [
    { name: 'mention_id', type: 'string', required: true, description: 'Stable id, made from document and span.' },
    { name: 'document_id', type: 'string', required: true, refers: DOCUMENT, description: 'Article that holds the name.' },
    { name: 'sentence', type: 'integer', required: true, minimum: 0, description: 'Sentence of the article, counted from 0.' },
    { name: 'start', type: 'integer', required: true, minimum: 0, description: 'First UTF-16 code unit of the name in the decoded text.' },
    { name: 'end', type: 'integer', required: true, minimum: 0, description: 'Code unit behind the name: text.slice(start, end) gives it.' },
    { name: 'text', type: 'string', required: true, description: 'The name as written, without article, title or possessive ending.' },
    { name: 'type', type: 'string', required: true, enum: TYPES, description: 'What the name stands for.' },
    { name: 'use', type: 'string', required: true, enum: USES, description: 'How it stands for it.' },
    { name: 'entity_id', type: 'string', required: true, refers: ENTITY, description: 'The entity it means.' },
    { name: 'name', type: 'string', required: true, description: 'Usual name of that entity.' },
    { name: 'because', type: 'string', required: true, description: 'Rule or gazetteer row that found it.' },
  ],
);

const entities = table<Entity>()(
  {
    name: 'entities',
    title: 'Groups, people and places',
    key: ['entity_id'],
    description: 'One row an entity over all articles, those in most articles first.',
  },
  [
    { name: 'entity_id', type: 'string', required: true, description: 'Type, colon, stable name; "~" behind the colon: in no gazetteer.' },
    { name: 'type', type: 'string', required: true, enum: TYPES, description: 'Group, person or place.' },
    { name: 'name', type: 'string', required: true, description: 'Usual name; for an entity of no gazetteer the one most mentions carry.' },
    { name: 'kind', type: 'string', description: 'Finer type: armed_group, ministry, country, province; for people their role.' },
    { name: 'listed', type: 'boolean', required: true, description: 'Whether a gazetteer row names it.' },
    { name: 'country', type: 'string', description: 'ISO 3166-1 alpha-2 code; empty when unknown or several.' },
    { name: 'latitude', type: 'number', minimum: -90, maximum: 90, description: 'Degrees north of the equator (WGS 84).' },
    { name: 'longitude', type: 'number', minimum: -180, maximum: 180, description: 'Degrees east of Greenwich (WGS 84).' },
    { name: 'external_ids', type: 'ids', description: 'Ids in other registers: geonames:…, iso:…, ofac:….' },
    { name: 'surface_forms', type: 'names', description: 'Every spelling met, the most frequent first.' },
    { name: 'documents', type: 'integer', required: true, minimum: 1, description: 'Articles that mention it.' },
    { name: 'mentions', type: 'integer', required: true, minimum: 1, description: 'Mentions in all articles.' },
    { name: 'first_seen', type: 'date', description: 'Date of the earliest dated article that mentions it.' },
    { name: 'last_seen', type: 'date', description: 'Date of the latest dated article that mentions it.' },
    {
      name: 'located',
      type: 'string',
      enum: LOCATED,
      description: 'Whose position latitude and longitude are: its own (itself), or of the parent it is said to lie in.',
    },
    { name: 'parent_id', type: 'string', description: 'Unit or country a place lies in, larger group of a group, group of a person.' },
    { name: 'parent', type: 'string', description: 'Its usual name.' },
  ],
);

const identities = table<IdentityRow>()(
  {
    name: 'identities',
    title: 'Who is who over all articles',
    key: ['entity_id'],
    description:
      'One row a person or group of no gazetteer that several articles name, or whose name another bears too; those in most articles first. ' +
      'Two of one name are one entity where what the articles tell suffices, and two where it does not; two spellings are one where it is strong.',
  },
  [
    {
      name: 'entity_id',
      type: 'string',
      required: true,
      refers: ENTITY,
      description: 'Id over all articles; what tells it from others of its name stands behind a second "~".',
    },
    { name: 'type', type: 'string', required: true, enum: TYPES, description: 'Group or person.' },
    { name: 'name', type: 'string', required: true, description: 'Name in the first of its articles.' },
    {
      name: 'outcome',
      type: 'string',
      required: true,
      enum: ['joined', 'apart'],
      description: 'joined: several articles mean this one; apart: one article means it, and others of its name are others.',
    },
    { name: 'found_as', type: 'ids', required: true, description: 'Ids that it has within single articles, as `sitrep tag` gives them.' },
    { name: 'documents', type: 'integer', required: true, minimum: 1, description: 'Articles that mention it.' },
    { name: 'document_ids', type: 'names', required: true, description: 'Those articles.' },
    { name: 'because', type: 'string', required: true, description: 'What spoke for joining; for one kept apart, all that is told of it.' },
    { name: 'apart_from', type: 'ids', description: 'Entities of the same name that are somebody else, at most 64.' },
  ],
);

const cooccurrences = table<Association>()(
  {
    name: 'cooccurrences',
    title: 'Who appears with whom',
    key: ['a_id', 'b_id', 'window'],
    description:
      'One row two entities and window type that ever meet; sentence before paragraph before document, then by llr, highest first. ' +
      'n(a), n(b), n(ab): windows of the type that name a, b, both; N: all windows of the type in all articles, page furniture left out.',
  },
  [
    { name: 'a_id', type: 'string', required: true, refers: ENTITY, description: 'One entity; a_id comes before b_id by code units.' },
    { name: 'a_name', type: 'string', required: true, description: 'Its usual name.' },
    { name: 'a_type', type: 'string', required: true, enum: TYPES, description: 'Its type.' },
    { name: 'b_id', type: 'string', required: true, refers: ENTITY, description: 'The other entity.' },
    { name: 'b_name', type: 'string', required: true, description: 'Its usual name.' },
    { name: 'b_type', type: 'string', required: true, enum: TYPES, description: 'Its type.' },
    { name: 'window', type: 'string', required: true, enum: WINDOWS, description: 'How near: in one sentence, paragraph or article.' },
    { name: 'count', type: 'integer', required: true, minimum: 1, description: 'n(ab): windows that name both.' },
    { name: 'documents', type: 'integer', required: true, minimum: 1, description: 'Articles with such a window.' },
    { name: 'expected', type: 'number', required: true, minimum: 0, description: 'Windows that would name both by chance: n(a) · n(b) / N.' },
    { name: 'npmi', type: 'number', minimum: -1, maximum: 1, description: NPMI },
    { name: 'llr', type: 'number', required: true, minimum: 0, description: LLR },
    { name: 'q_value', type: 'number', required: true, minimum: 0, maximum: 1, description: Q_VALUE },
    { name: 'example_document_id', type: 'string', required: true, refers: DOCUMENT, description: 'Article of the example.' },
    { name: 'example_start', type: 'integer', required: true, minimum: 0, description: 'Where the example starts in that article.' },
    { name: 'example_end', type: 'integer', required: true, minimum: 0, description: 'Where it ends.' },
    {
      name: 'example_text',
      type: 'string',
      required: true,
      description: 'Shortest stretch of sentences that names both; of three and more the first and the last.',
    },
  ],
);

const claims = table<Claim>()(
  {
    name: 'claims',
    title: 'Numbers somebody claims',
    key: ['claim_id'],
    description: 'One row a number that says how much or how many of something, sorted by document_id and start.',
  },
  [
    { name: 'claim_id', type: 'string', required: true, description: 'Stable id, made from document and span.' },
    { name: 'document_id', type: 'string', required: true, refers: DOCUMENT, description: 'Article that makes the claim.' },
    { name: 'sentence', type: 'integer', required: true, minimum: 0, description: 'Sentence of the article, counted from 0.' },
    { name: 'start', type: 'integer', required: true, minimum: 0, description: 'First UTF-16 code unit of the figure in the decoded text.' },
    { name: 'end', type: 'integer', required: true, minimum: 0, description: 'Code unit behind the figure.' },
    { name: 'text', type: 'string', required: true, description: 'The figure as written.' },
    { name: 'kind', type: 'string', required: true, enum: KINDS, description: 'What sort of number it is.' },
    { name: 'value', type: 'number', description: 'The number as written; empty for ranges and vague words.' },
    { name: 'min', type: 'number', description: 'Lower bound where one can be derived ("more than 300": 300).' },
    { name: 'max', type: 'number', description: 'Upper bound where one can be derived.' },
    { name: 'operator', type: 'string', required: true, enum: OPERATORS, description: 'How the number binds: exactly, about, more than, ….' },
    { name: 'lean', type: 'string', enum: ['below', 'above'], description: 'On which side of it the truth lies: "nearly" below.' },
    { name: 'vague', type: 'string', description: 'The vague word: "dozens", "tens of millions".' },
    { name: 'unit', type: 'string', description: 'Singular English word or symbol: person, year, km, %.' },
    { name: 'currency', type: 'string', description: 'ISO 4217 code.' },
    { name: 'currency_certain', type: 'boolean', description: 'Whether the text leaves no doubt about the currency ("US$" true, "$" false).' },
    { name: 'rate', type: 'string', description: 'ISO 8601 period the number is counted over: "a week" P1W.' },
    { name: 'counted', type: 'string', description: 'The thing counted, as written, without the number.' },
    { name: 'counted_entity_id', type: 'string', refers: ENTITY, description: 'The entity the thing counted names.' },
    { name: 'counted_via', type: 'string', enum: ['phrase', 'ellipsis', 'coreference'], description: 'How the thing counted is known.' },
    { name: 'part_of', type: 'string', description: 'The whole of which this counts a part, in words or as a claim_id.' },
    { name: 'condition', type: 'string', description: 'Words under which the number holds: "if relatives are included".' },
    { name: 'alternative_of', type: 'string', refers: ['claims', 'claim_id'], description: 'Claim that this one widens or replaces.' },
    { name: 'event', type: 'string', description: 'What happened to the thing counted: killed, wounded, displaced, arrested, paid, ….' },
    { name: 'actor_id', type: 'string', refers: ENTITY, description: 'Entity that did it.' },
    { name: 'actor', type: 'string', description: 'Who did it, or whose number it is: the subject of the clause where no event is told.' },
    { name: 'target_id', type: 'string', refers: ENTITY, description: 'Entity it was done to.' },
    { name: 'target', type: 'string', description: 'Whom it was done to, as written.' },
    { name: 'place_ids', type: 'ids', description: 'Entities of the places where it happened.' },
    { name: 'places', type: 'names', description: 'Names of those places.' },
    { name: 'origin_ids', type: 'ids', description: 'Places the counted came from.' },
    { name: 'change', type: 'string', enum: ['up', 'down', 'same'], description: 'Direction when the number tells a change.' },
    { name: 'change_from', type: 'number', description: 'Number before the change.' },
    { name: 'change_to', type: 'number', description: 'Number after the change.' },
    { name: 'change_by', type: 'number', description: 'Size of the change, in the unit of the claim.' },
    { name: 'when_from', type: 'date', description: 'First moment the number speaks of.' },
    { name: 'when_to', type: 'date', description: 'First moment behind that time (half-open).' },
    { name: 'when_text', type: 'string', description: 'Words of the text that tell when.' },
    { name: 'said_by_id', type: 'string', refers: ENTITY, description: 'Entity that says so.' },
    { name: 'said_by', type: 'string', description: 'Report, official or study that says so, as written.' },
    { name: 'said_on', type: 'date', description: 'When it was said.' },
    { name: 'said_via', type: 'string', enum: ['explicit', 'anaphora', 'discourse'], description: 'How the speaker is known.' },
    { name: 'hedge', type: 'string', description: 'Word that weakens the truth, not the size: "reportedly".' },
    {
      name: 'polarity',
      type: 'string',
      required: true,
      enum: ['affirmed', 'denied', 'none'],
      description: 'Whether the text affirms it, denies it, or says none.',
    },
    { name: 'modality', type: 'string', required: true, enum: MODALITIES, description: 'How the text holds it.' },
    {
      name: 'salience',
      type: 'string',
      required: true,
      enum: ['claim', 'enumeration', 'rhetorical'],
      description: 'News, the head of a list, or a manner of speaking.',
    },
    { name: 'because', type: 'string', required: true, description: 'Rule that found it.' },
    { name: 'sentence_text', type: 'string', required: true, description: 'The sentence as written.' },
  ],
);

const ledger = table<LedgerRow>()(
  {
    name: 'ledger',
    title: 'Comparable claims side by side',
    key: ['claim_id'],
    description:
      'One row a claim that names a thing and a number, in groups of claims that can be compared: the same thing, entity, event and measure, a place in ' +
      'common, and for an event one time. Groups with the most voices first; inside a group in the order in which the claims were made.',
  },
  [
    { name: 'group_id', type: 'string', required: true, description: 'Claims with the same group_id can be compared.' },
    { name: 'position', type: 'integer', required: true, minimum: 1, description: 'Place in the group, counted from 1, earliest first.' },
    {
      name: 'relation',
      type: 'string',
      required: true,
      enum: ['first', 'echoes', 'agrees', 'widens', 'updates', 'contradicts'],
      description:
        'How it stands to the claims before it: the same source or sentence again, a figure that fits, one that allows more, a newer one, or one that cannot ' +
        'hold as well.',
    },
    { name: 'relation_to', type: 'string', refers: ['claims', 'claim_id'], description: 'The earlier claim that relation looks back to.' },
    {
      name: 'thing',
      type: 'string',
      description: 'The thing counted, in the singular, without names: "foreign fighter"; "person" for people of any sort.',
    },
    { name: 'entity_id', type: 'string', refers: ENTITY, description: 'Entity that the thing counted names.' },
    { name: 'entity', type: 'string', description: 'Its usual name.' },
    { name: 'event', type: 'string', description: 'What happened to the thing counted.' },
    { name: 'place_ids', type: 'ids', description: 'Entities of the places.' },
    { name: 'places', type: 'names', description: 'Names of those places.' },
    { name: 'value', type: 'number', description: 'The number as written; empty for ranges and vague words.' },
    { name: 'min', type: 'number', description: 'Lower bound where one can be derived.' },
    { name: 'max', type: 'number', description: 'Upper bound where one can be derived.' },
    { name: 'operator', type: 'string', required: true, enum: OPERATORS, description: 'How the number binds: exactly, about, more than, ….' },
    { name: 'unit', type: 'string', description: 'Singular English word or symbol.' },
    { name: 'currency', type: 'string', description: 'ISO 4217 code.' },
    { name: 'rate', type: 'string', description: 'ISO 8601 period the number is counted over.' },
    { name: 'change', type: 'string', enum: ['up', 'down', 'same'], description: 'Direction when the number tells a change.' },
    { name: 'text', type: 'string', required: true, description: 'The figure as written.' },
    { name: 'condition', type: 'string', description: 'Words under which the number holds.' },
    { name: 'modality', type: 'string', required: true, enum: MODALITIES, description: 'How the text holds it.' },
    { name: 'said_by_id', type: 'string', refers: ENTITY, description: 'Entity that says so.' },
    { name: 'said_by', type: 'string', description: 'Who says so, as written; empty: the article itself.' },
    { name: 'said_on', type: 'date', description: 'When it was said: date of the source, else of the article.' },
    { name: 'when_from', type: 'date', description: 'First moment the number speaks of.' },
    { name: 'when_to', type: 'date', description: 'First moment behind that time.' },
    {
      name: 'verdict',
      type: 'string',
      required: true,
      enum: ['single', 'agree', 'widen', 'update', 'contradict'],
      description: 'What the group comes to: the strongest relation in it; single: one source, echoed or not.',
    },
    { name: 'claims', type: 'integer', required: true, minimum: 1, description: 'Claims of the group.' },
    { name: 'independent', type: 'integer', required: true, minimum: 1, description: 'Claims of the group that echo no other.' },
    { name: 'span_min', type: 'number', description: 'Lowest bound that a claim of the group names.' },
    { name: 'span_max', type: 'number', description: 'Highest bound that a claim of the group names.' },
    { name: 'first_said', type: 'date', description: 'When the first claim of the group was made.' },
    { name: 'first_said_by', type: 'string', description: 'By whom.' },
    { name: 'last_said', type: 'date', description: 'When the last claim of the group was made.' },
    { name: 'last_said_by', type: 'string', description: 'By whom.' },
    { name: 'claim_id', type: 'string', required: true, refers: ['claims', 'claim_id'], description: 'The claim, with all that is known of it.' },
    { name: 'document_id', type: 'string', required: true, refers: DOCUMENT, description: 'Article that makes the claim.' },
    { name: 'start', type: 'integer', required: true, minimum: 0, description: 'Where the figure starts in that article.' },
    { name: 'end', type: 'integer', required: true, minimum: 0, description: 'Where it ends.' },
    { name: 'because', type: 'string', required: true, description: 'Why relation is what it is.' },
    { name: 'sentence_text', type: 'string', required: true, description: 'The sentence as written.' },
  ],
);

const dates = table<DateRecord>()(
  {
    name: 'dates',
    title: 'Dates and times',
    key: ['document_id', 'start', 'end'],
    description: 'One row a time expression, sorted by document_id and start.',
  },
  [
    { name: 'document_id', type: 'string', required: true, refers: DOCUMENT, description: 'Article that holds the expression.' },
    { name: 'sentence', type: 'integer', required: true, minimum: 0, description: 'Sentence of the article, counted from 0.' },
    { name: 'start', type: 'integer', required: true, minimum: 0, description: 'First UTF-16 code unit of the expression in the decoded text.' },
    { name: 'end', type: 'integer', required: true, minimum: 0, description: 'Code unit behind the expression.' },
    { name: 'text', type: 'string', required: true, description: 'The expression as written.' },
    { name: 'type', type: 'string', required: true, enum: ['DATE', 'TIME', 'DURATION', 'SET'], description: 'TIMEX3 type.' },
    { name: 'timex', type: 'string', required: true, description: 'TIMEX3 value: 2023-06, P2D, PAST_REF, XXXX-WXX-5.' },
    { name: 'from', type: 'date', description: 'First moment of the interval, where it can be known.' },
    { name: 'to', type: 'date', description: 'First moment behind the interval.' },
    { name: 'mod', type: 'string', description: 'TIMEX3 modifier: START, MID, END, APPROX, BEFORE, AFTER, ….' },
    { name: 'anchor', type: 'string', required: true, enum: ANCHORS, description: 'What a relative expression was counted from.' },
    { name: 'because', type: 'string', required: true, description: 'Rule that found it.' },
  ],
);

const problems = table<Problem>()(
  {
    name: 'problems',
    title: 'What went wrong',
    key: [],
    description: 'One row a thing that went wrong, sorted by path and line: what is wrong and what to do.',
  },
  [
    { name: 'document_id', type: 'string', refers: DOCUMENT, description: 'Article it concerns; empty when no article could be read.' },
    { name: 'path', type: 'string', description: 'File it concerns, relative to the input folder.' },
    { name: 'line', type: 'integer', minimum: 1, description: 'Line of that file, counted from 1.' },
    { name: 'code', type: 'string', required: true, description: 'Stable short name of the sort of problem, such as empty-file.' },
    { name: 'message', type: 'string', required: true, description: 'One sentence: what is wrong and what to do.' },
  ],
);

/** Every public table under its name, in the order in which they are written and documented. */
export const TABLES: { readonly [Name in keyof Findings]: Table<Findings[Name][number]> } = {
  documents,
  mentions,
  entities,
  identities,
  cooccurrences,
  claims,
  ledger,
  dates,
  problems,
};
