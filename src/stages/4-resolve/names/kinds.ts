/**
 * Kinds of entities that a noun of `references.csv` can stand for, by the kind in its row; a row kind that is not here stands
 * for itself, one with an empty list only for an entity whose name holds the noun. '' is an entity whose kind nobody told.
 */
const STANDS_FOR: Readonly<Record<string, readonly string[]>> = {
  namesake: [],
  armed_group: ['armed_group', 'militia', 'movement', 'gang', 'criminal_organisation'],
  criminal_organisation: ['criminal_organisation', 'gang'],
  organisation: ['organisation', 'ngo', 'think_tank', 'international_organisation', 'agency', 'alliance', 'trade_union', 'religious_body', ''],
  international_organisation: ['international_organisation', 'alliance'],
  agency: ['agency', 'international_organisation'],
  company: ['company', ''],
  bank: ['central_bank'],
  army: ['military'],
  navy: [],
  air_force: [],
  coast_guard: [],
  region: ['province'],
  capital: [],
};

/** Bodies of which a country has one: the noun alone means that of the article, and no rebel army or shadow government. */
const INSTITUTIONS: ReadonlySet<string> = new Set(['army', 'military', 'government', 'police', 'legislature']);

export const kindsFor = (rowKinds: readonly string[]): ReadonlySet<string> => new Set(rowKinds.flatMap((kind) => STANDS_FOR[kind] ?? [kind]));

export const isInstitution = (rowKinds: readonly string[]): boolean => rowKinds.some((kind) => INSTITUTIONS.has(kind));
