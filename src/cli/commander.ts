import { Command as Program, CommanderError, Option as Flag } from 'commander';
import { findProject } from './find-project.js';
import { GAZETTEERS_OPTION, UsageError, type Command, type CommandLine, type Options, type Terminal } from './command.js';

const EXIT_CODES = 'Exit codes: 0 done, 1 done with problems, 2 could not run.';

/**
 * Reads the command line and runs the command it names. Gives the exit code; wrong arguments are told on stderr with what to
 * do, and give 2. Only the command that is called is loaded.
 */
export async function obey(words: readonly string[], commands: readonly CommandLine[], version: string, terminal: Terminal): Promise<number> {
  let code = 0;
  const program = quiet(new Program('sitrep'), 'sitrep --help', terminal)
    .description('Reads articles and tells who, with whom, where and how many, each answer with its evidence.')
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'show this help')
    .helpCommand('help [command]', 'show the help of a command')
    .addHelpText('after', `\nBegin with: sitrep run (over the articles that come with it), or: sitrep explain "your text"\n${EXIT_CODES}`);
  const called = words.find((word) => commands.some(({ name }) => name === word));
  for (const { name, reads, load } of commands) {
    const command = quiet(program.command(name), `sitrep ${name} --help`, terminal).summary(reads).helpOption('-h, --help', 'show this help');
    if (name === called)
      fill(
        command,
        await load(),
        (result) => {
          code = result;
        },
        terminal,
      );
  }
  try {
    await program.parseAsync(words, { from: 'user' });
    return code;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? 0 : 2;
  }
}

function fill(program: Program, command: Command, done: (code: number) => void, terminal: Terminal): void {
  program.description(command.reads);
  if (command.argument) program.argument(command.argument.name, command.argument.reads);
  else program.allowExcessArguments(true);
  for (const { flags, reads, usually, hidden } of command.options)
    program.addOption(new Flag(flags, usually ? `${reads} (usually ${usually})` : reads).hideHelp(hidden === true));
  const width = Math.max(...command.examples.map(([line]) => line.length));
  const examples = command.examples.map(([line, does]) => `  ${line.padEnd(width)}  ${does}`).join('\n');
  program.addHelpText('after', `\nExamples:\n${examples}\n\n${EXIT_CODES}`);
  program.action(async () => {
    const { paths, ...settings } = await settingsFor(program, command, terminal);
    if (!command.argument && program.args.length > 0)
      throw new UsageError(`sitrep ${program.name()} takes no words behind it (${program.args[0]}); ${command.instead ?? 'leave them out'}.`);
    const words = program.args.length === 0 && Array.isArray(paths) ? paths : program.args;
    done(await command.run(words, { ...settings, ...(program.opts() as Options) }, terminal));
  });
}

/** What sitrep.json of this folder, or of the nearest above it, says of the options that the command has and that were not given. */
async function settingsFor(program: Program, { options, takesProject }: Command, { say }: Terminal): Promise<Options> {
  const folder = findProject();
  if (folder === null) return {};
  const settings = await (await import('../io/project.js')).readProject(folder);
  if (takesProject === true && folder !== '.' && program.opts()['quiet'] !== true) say(`Settings of ${folder}/sitrep.json`);
  if (takesProject !== true)
    return options.some(({ flags }) => flags === GAZETTEERS_OPTION.flags) && settings['gazetteers'] ? { gazetteers: settings['gazetteers'] } : {};
  const given = program.opts() as Options;
  const { formats, ...others } = settings;
  const named = formats === undefined || given['formats'] !== undefined ? others : { ...others, format: formats };
  if (given['workers'] === undefined) return named as Options;
  const { jobs, ...rest } = named as Options;
  return rest;
}

/** Errors go to stderr with the way to the help, and never end the process from inside. */
function quiet(program: Program, help: string, { out, say }: Terminal): Program {
  return program
    .exitOverride()
    .showSuggestionAfterError(true)
    .configureOutput({
      writeOut: (text) => void out(text),
      writeErr: (text) => say(text.replace(/\n$/, '')),
      outputError: (text) => say(`${text.trim().replace(/^error: /, 'sitrep: ')}\nSee ${help} for what can be written.`),
    });
}
