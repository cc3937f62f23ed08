/** An option as `--help` shows it; its value arrives under the camel-cased long name. */
export interface Option {
  /** `--out <folder>`, `--quiet`; a value list ends in `...`. */
  readonly flags: string;
  readonly reads: string;
  readonly usually?: string;
  /** Understood, but left out of the help: an older or a longer spelling. */
  readonly hidden?: true;
}

/** Where a command writes: data to `out`, words to `say`. */
export interface Terminal {
  /** Resolves when the reader has room again. */
  readonly out: (data: string) => Promise<void>;
  /** One line for the person. */
  readonly say: (line: string) => void;
  /** Whether stdout shows colours. */
  readonly colour: boolean;
  /** Whether a person watches stderr. */
  readonly watched: boolean;
}

export type Options = Readonly<Record<string, string | boolean | readonly string[] | undefined>>;

/** A command: everything `--help` tells, and what it does. */
export interface Command {
  readonly reads: string;
  /** `[paths...]`; null when it takes none. */
  readonly argument: { readonly name: string; readonly reads: string } | null;
  /** What to do instead of naming something behind a command that takes nothing. */
  readonly instead?: string;
  readonly options: readonly Option[];
  readonly examples: readonly (readonly [command: string, does: string])[];
  /** Takes all settings of sitrep.json; other commands take its gazetteers. */
  readonly takesProject?: true;
  /** Exit code: 0 done, 1 done with problems, 2 could not run. */
  readonly run: (words: readonly string[], options: Options, terminal: Terminal) => Promise<number>;
}

/** A line of the command list: the command itself is loaded only when it is called. */
export interface CommandLine {
  readonly name: string;
  readonly reads: string;
  readonly load: () => Promise<Command>;
}

/** Arguments that cannot be used: the message says which and what to write instead. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** The option every command that needs gazetteers has. */
export const GAZETTEERS_OPTION: Option = {
  flags: '--gazetteers <folder>',
  reads: 'folder with your groups.csv, people.csv, places.csv, aliases.csv, words/: its rows are added to those of sitrep, or stand in their place',
  usually: 'those of sitrep',
};

/** The option of commands that use the cache. */
export const CACHE_OPTION: Option = { flags: '--cache <folder>', reads: 'folder of the cache', usually: 'sitrep in the user’s folder for caches' };

/** A text option, null when it was not given. */
export const textOf = (options: Options, name: string): string | null => {
  const value = options[name];
  return typeof value === 'string' ? value : null;
};
