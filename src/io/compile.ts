import { loadKnowledge } from './gazetteers/gazetteers.js';

// Run by `npm run build`: leaves the compiled gazetteers beside the program, so that a start only has to open them.
await loadKnowledge(undefined, (line) => process.stderr.write(`${line}\n`));
