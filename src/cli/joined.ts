import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { constants, Script } from 'node:vm';

// The build joins the modules of the commands into a few files (src/bundle.mjs) and keeps beside each what V8 made of it (src/warm.mjs), so
// that a start neither opens three hundred modules nor compiles them. Only scripts can be begun from kept code, which is why the
// joined files are CommonJS.

/** Ending of the file beside a joined file that holds its compiled code. */
export const KEPT_CODE = '.v8';

export interface Program {
  /** What a joined file exports; it runs when it is first asked for. */
  readonly load: (name: string) => unknown;
  /** The files that ran so far, by their paths. */
  readonly scripts: ReadonlyMap<string, Script>;
}

type Wrapped = (exports: object, require: (name: string) => unknown, file: string) => void;

/**
 * Opens the joined program in `folder`. Kept code that is missing, or was made by another version of Node or under other flags, is
 * no fault: V8 refuses it, and the file is compiled. `warm` false: it is not looked for.
 */
export function openProgram(folder: string, warm = true): Program {
  // Our functions are many and small. Left to itself the compiler copies them into each other, threads deep, for a fifth of the processor
  // time of a run over some megabytes, and the code is no faster for it. The flags count for worker threads, too, and kept code is only
  // taken under those it was made under.
  setFlagsFromString('--max-inlined-bytecode-size-cumulative=300');
  // It also compiles a function for good as soon as it looks busy, and then again and again as more kinds of text come by. One that has to
  // be four times as busy first is compiled once: a run over a megabyte of news takes a fifth less, over three a seventh, and long ones are
  // as fast.
  setFlagsFromString('--interrupt-budget=300000');
  // A start makes some megabytes of objects that stay: where the room for new ones grows at once to what a run needs anyway, they are moved once
  // and not five times.
  setFlagsFromString('--semi-space-growth-factor=8');
  const scripts = new Map<string, Script>();
  const exported = new Map<string, object>();
  const requirePackage = createRequire(join(folder, 'any.cjs'));
  const load = (name: string): unknown => {
    const known = exported.get(name);
    if (known) return known;
    const file = join(folder, name);
    const kept = file + KEPT_CODE;
    // The joined files are ASCII, of which Latin-1 makes a text without looking at each byte.
    const script = new Script(`(function (exports, require, __filename) {${readFileSync(file, 'latin1')}\n})`, {
      filename: file,
      importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER as never,
      ...(warm && existsSync(kept) ? { cachedData: readFileSync(kept) } : {}),
    });
    scripts.set(file, script);
    const exports = {};
    exported.set(name, exports);
    (script.runInThisContext() as Wrapped)(exports, require, file);
    return exports;
  };
  const require = (name: string): unknown => (name.startsWith('./') ? load(name.slice(2)) : requirePackage(name));
  return { load, scripts };
}
