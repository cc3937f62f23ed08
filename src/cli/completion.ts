import { UsageError, type Command, type CommandLine } from './command.js';

const SHELLS = ['bash', 'zsh', 'fish'] as const;

/** A command as a shell needs to know it. */
interface Entry {
  readonly name: string;
  readonly reads: string;
  readonly flags: readonly { readonly long: string; readonly short: string | null; readonly reads: string }[];
}

export const completion = (commands: readonly CommandLine[]): Command => ({
  reads: `Writes what a shell needs to complete commands, options and files of sitrep on the Tab key: ${SHELLS.join(', ')}.`,
  argument: { name: '<shell...>', reads: SHELLS.join(', ') },
  options: [],
  examples: [
    ['sitrep completion bash >> ~/.bashrc', 'from the next bash on'],
    ['sitrep completion zsh > ~/.zfunc/_sitrep', 'zsh, when that folder is in fpath'],
    ['sitrep completion fish > ~/.config/fish/completions/sitrep.fish', 'fish'],
  ],
  async run([shell, ...more], _options, { out }) {
    const known = SHELLS.find((name) => name === shell);
    if (known === undefined || more.length > 0) throw new UsageError(`sitrep completion writes for one shell: name ${SHELLS.join(' or ')}.`);
    const entries = await Promise.all(
      commands.map(async ({ name, reads, load }): Promise<Entry> => ({ name, reads, flags: [...(await load()).options.flatMap(flagOf), HELP] })),
    );
    await out({ bash, zsh, fish }[known](entries));
    return 0;
  },
});

const HELP = { long: '--help', short: '-h', reads: 'show this help' };

function flagOf({ flags, reads, hidden }: Command['options'][number]): Entry['flags'] {
  const long = /--[\w-]+/.exec(flags)?.[0];
  return hidden || long === undefined ? [] : [{ long, short: /^-\w\b/.exec(flags)?.[0] ?? null, reads }];
}

function bash(entries: readonly Entry[]): string {
  const cases = entries.map(({ name, flags }) => `    ${name}) words="${flags.map(({ long }) => long).join(' ')}" ;;`);
  return `# sitrep: completion for bash
_sitrep() {
  local word="\${COMP_WORDS[COMP_CWORD]}" words=""
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "${entries.map(({ name }) => name).join(' ')} --help --version" -- "$word"))
    return
  fi
  case "\${COMP_WORDS[1]}" in
${cases.join('\n')}
  esac
  case "$word" in
    -*) COMPREPLY=($(compgen -W "$words" -- "$word")) ;;
    *) COMPREPLY=($(compgen -f -- "$word")) ;;
  esac
}
complete -o filenames -F _sitrep sitrep
`;
}

/** Words in single quotes of a shell; a quote inside becomes a typographic one. */
const quoted = (words: string): string => `'${words.replaceAll("'", '’')}'`;

function zsh(entries: readonly Entry[]): string {
  const safe = (words: string): string => words.replace(/[[\]:\\]/g, ' ');
  const commands = entries.map(({ name, reads }) => `    ${quoted(`${name}:${safe(reads)}`)}`);
  const cases = entries.map(({ name, flags }) => {
    const specs = flags.map(({ long, reads }) => quoted(`${long}[${safe(reads)}]`));
    return `    ${name}) _arguments ${specs.join(' ')} '*:file:_files' ;;`;
  });
  return `#compdef sitrep
# sitrep: completion for zsh
_sitrep() {
  local -a commands
  commands=(
${commands.join('\n')}
  )
  if (( CURRENT == 2 )); then
    _describe 'command' commands
    return
  fi
  local command="$words[2]"
  shift words
  (( CURRENT-- ))
  case "$command" in
${cases.join('\n')}
  esac
}
compdef _sitrep sitrep
`;
}

function fish(entries: readonly Entry[]): string {
  const lines = entries.flatMap(({ name, reads, flags }) => [
    `complete -c sitrep -n __fish_use_subcommand -a ${name} -d ${quoted(reads)}`,
    ...flags.map(
      ({ long, short, reads: words }) =>
        `complete -c sitrep -n '__fish_seen_subcommand_from ${name}'${short === null ? '' : ` -s ${short.slice(1)}`} -l ${long.slice(2)} -d ${quoted(words)}`,
    ),
  ]);
  return `# sitrep: completion for fish\n${lines.join('\n')}\n`;
}
