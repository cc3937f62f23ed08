import * as v from 'valibot';
import type { Setting } from './project.js';

/** What is wrong with the values of settings, in words that say what to write; null when nothing is. */
export function faultOf(values: unknown, settings: readonly Setting[]): string | null {
  const shape = v.object(
    { $schema: v.optional(v.string()), ...Object.fromEntries(settings.map((setting) => [setting.name, v.optional(shapeOf(setting))])) },
    'write one object: { … }.',
  );
  const result = v.safeParse(shape, values);
  if (result.success) return null;
  const [{ message, path }] = result.issues;
  const name = path?.[0]?.key;
  return name === undefined ? message : `"${String(name)}" ${message}`;
}

function shapeOf({ holds, known = [] }: Setting): v.GenericSchema {
  const path = v.pipe(v.string('is a path; write it in quotes.'), v.nonEmpty('is empty; write a path, or leave the setting out.'));
  const names = v.picklist(known, `takes ${known.join(', ')}; write one of them, or several in [ ].`);
  if (holds === 'text') return v.string('is a text; write it in quotes.');
  if (holds === 'flag') return v.boolean('is true or false, without quotes.');
  if (holds === 'count')
    return v.pipe(
      v.number('is a number from 1 to 64, without quotes.'),
      v.integer('is a whole number.'),
      v.minValue(1, 'is a number from 1 to 64.'),
      v.maxValue(64, 'is a number from 1 to 64.'),
    );
  if (holds === 'names') return v.union([names, v.array(names)], `takes ${known.join(', ')}; write one of them, or several in [ ].`);
  if (holds === 'paths') return v.union([path, v.array(path)], 'is a path in quotes, or several in [ ].');
  return holds === 'path' ? path : v.union([path, v.literal(false)], 'is a path in quotes, or false.');
}
