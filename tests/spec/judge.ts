import { type Mark, writeMarks } from '../../src/evaluate/index.js';
import type { Claim, Related, Span } from '../../src/model/index.js';
import type { SpecCase, SpecLayer } from './cases.js';

/** A found thing and the label it would bear; `fits` tells whether a mark asks for it. */
interface Found extends Span {
  readonly label: string;
  readonly fits: (mark: Mark) => boolean;
}

/** `null` when everything marked is found and nothing else; otherwise the two marked sentences, for each layer that fails. */
export function judge(specCase: SpecCase, article: Related): string | null {
  const complaints: string[] = [];
  for (const layer of specCase.layers) {
    const marks = specCase.marks.filter((mark) => mark.layer === layer);
    const found = FINDERS[layer](article, marks);
    const left = [...found];
    const unmet = marks.filter((mark) => {
      const at = left.findIndex((one) => one.fits(mark));
      if (at >= 0) left.splice(at, 1);
      return at < 0;
    });
    if (unmet.length + left.length === 0) continue;
    complaints.push(`  wanted  ${oneLine(writeMarks(specCase.text, marks))}\n  found   ${oneLine(writeMarks(specCase.text, found))}`);
  }
  return complaints.length === 0 ? null : complaints.join('\n');
}

const oneLine = (text: string): string => text.replaceAll('\n', '¶');
const sameSpan = (a: Span, b: Span): boolean => a.start === b.start && a.end === b.end;

const FINDERS: Readonly<Record<SpecLayer, (article: Related, marks: readonly Mark[]) => Found[]>> = {
  mention: ({ mentions }) =>
    mentions.map(({ start, end, type, entity_id, use }) => ({
      start,
      end,
      label: use === 'name' ? entity_id : `${entity_id} ${use}`,
      // `person` asks for any person, `person:~` for any that no gazetteer lists, an id for that entity; a use only when it is written.
      fits: (mark) => {
        const [word, wantedUse] = mark.label.split(' ');
        const entity = word === type || word === entity_id || (word === `${type}:~` && entity_id.startsWith(word));
        return sameSpan(mark, { start, end }) && entity && (wantedUse === undefined || wantedUse === use);
      },
    })),
  date: ({ dates }) =>
    dates.map(({ start, end, type, timex }) => {
      const label = `${type.toLowerCase()} ${timex}`;
      return { start, end, label, fits: (mark) => sameSpan(mark, { start, end }) && mark.label === label };
    }),
  figure: ({ claims }, marks) =>
    claims.map((claim) => {
      const touched = marks.find((mark) => mark.start < claim.end && claim.start < mark.end);
      return {
        start: claim.start,
        end: claim.end,
        label: figureLabel(claim, touched?.label ?? ''),
        fits: (mark) => mark.start < claim.end && claim.start < mark.end && fitsFigure(claim, mark.label),
      };
    }),
  sentence: ({ sentences }) => sentences.map(({ start, end }) => ({ start, end, label: 'sentence', fits: (mark) => sameSpan(mark, { start, end }) })),
  region: ({ regions, text }) =>
    regions
      .filter(({ kind }) => kind !== 'body')
      .map(({ start, end, kind }) => {
        const span = trimmed(text, { start, end });
        return { ...span, label: kind, fits: (mark) => mark.label === kind && sameSpan(trimmed(text, mark), span) };
      }),
};

function trimmed(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end);
  return { start: start + words.length - words.trimStart().length, end: end - words.length + words.trimEnd().length };
}

/** `count ~400`, `money 5000000 USD`, `count 12..15; event=killed`: kind, figure, unit or currency when told, slots when told. */
export function fitsFigure(claim: Claim, label: string): boolean {
  const [head, ...slots] = label.split(';').map((part) => part.trim());
  const [kind, figure, ...rest] = head.split(' ');
  const unit = rest.join(' ');
  if (claim.kind !== kind || figureOf(claim) !== figure) return false;
  if (unit !== '' && unit !== claim.unit && unit !== claim.currency) return false;
  return slots.every((slot) => {
    const [name, value] = slot.split('=');
    return slotOf(claim, name).toLowerCase() === (value === '-' ? '' : value).toLowerCase();
  });
}

export function figureLabel(claim: Claim, wanted: string): string {
  const [head, ...slots] = wanted.split(';').map((part) => part.trim());
  const unit = head.split(' ').length > 2 ? ` ${claim.currency ?? claim.unit ?? '-'}` : '';
  return [
    `${claim.kind} ${figureOf(claim)}${unit}`,
    ...slots.map((slot) => `${slot.split('=')[0]}=${slotOf(claim, slot.split('=')[0]) || '-'}`),
  ].join('; ');
}

const number = (value: number | null): string => (value === null ? '' : String(Number(value.toPrecision(4))));

function figureOf({ operator, value, min, max, vague }: Claim): string {
  if (operator === 'vague') return (vague ?? 'vague').toLowerCase().replaceAll(' ', '_');
  if (operator === 'range') return `${number(min)}..${number(max)}`;
  const exact = value !== null && Number.isInteger(value) ? String(value) : number(value);
  return `${operator === '=' ? '' : operator}${exact || number(min ?? max)}`;
}

/** A slot as text, `places` and `origins` as ids joined by blanks; empty when the claim does not fill it. */
function slotOf(claim: Claim, name: string): string {
  if (name === 'places') return claim.place_ids.join(' ');
  if (name === 'origins') return claim.origin_ids.join(' ');
  if (!(name in claim)) throw new Error(`a claim has no slot “${name}”`);
  const value = claim[name as keyof Claim];
  return value === null ? '' : String(value);
}
