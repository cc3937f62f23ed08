import { setFlagsFromString } from 'node:v8';

let spared = false;

/**
 * From now on garbage is collected when the heap has grown by half of what lives in it, and not by several times: a long run needs
 * two thirds of the memory, for a few hundredths of its time.
 */
export function spareMemory(): void {
  if (!spared) setFlagsFromString('--heap-growing-percent=50');
  spared = true;
}
