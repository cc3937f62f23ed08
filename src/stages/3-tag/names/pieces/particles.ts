import { Flag } from '../../../../model/index.js';
import { isKind, Kind, phraseAt } from '../../../../knowledge/index.js';
import { isCapital, sign, type Scene } from '../scene.js';

const HYPHEN = 45;

export const isHyphen = (scene: Scene, token: number): boolean => {
  const c = sign(scene, token);
  return c === HYPHEN || (c >= 0x2010 && c <= 0x2013);
};
/** Whether no blank stands before a token. */
export const isTight = (scene: Scene, token: number): boolean => (scene.tokens.flags[token] & Flag.SpaceBefore) === 0;

/** A hyphen with no blank on either side. */
export const isHyphenated = (scene: Scene, token: number): boolean => isHyphen(scene, token) && isTight(scene, token) && isTight(scene, token + 1);

/** Token of the capitalised word behind one to three particles, −1 when there is none. */
export function afterParticles(scene: Scene, token: number, limit: number): number {
  let at = token;
  for (let steps = 0; steps < 6 && at < limit; steps++) {
    if (isParticle(scene, at, limit) || (isHyphen(scene, at) && isTight(scene, at))) at++;
    else break;
  }
  return at > token && at < limit && isCapital(scene, at) ? at : -1;
}

/** A particle; the assimilated Arabic articles ("ad-Din") only with their hyphen, since "as" and "at" are English. */
function isParticle(scene: Scene, token: number, limit: number): boolean {
  if (!isKind(scene.knowledge, scene.tokens, token, Kind.Particle)) return false;
  return !particleAt(scene, token)?.row.hyphen || (token + 1 < limit && isHyphen(scene, token + 1) && isTight(scene, token + 1));
}

const particleAt = ({ knowledge, text, tokens }: Scene, token: number) => phraseAt(knowledge, text, tokens, token, token + 1, Kind.Particle);

/** Whether a name may begin with the particle at `token` in lower case: "bin Laden", "al-Zawahiri"; "de", "la" before a capital are more often French or Spanish articles. */
export function beginsName(scene: Scene, token: number): boolean {
  const begins = particleAt(scene, token)?.row.begins;
  return begins === 'always' || (begins === 'hyphen' && isHyphen(scene, token + 1) && isTight(scene, token + 1));
}
