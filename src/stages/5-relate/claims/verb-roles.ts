import { Kind, isKind, phraseAt } from '../../../knowledge/index.js';
import type { Scene } from './scene.js';

/** What a verb tells of its subject beyond that it is one, as the list `verb-roles` says. */
export type VerbRole = 'performs' | 'gives' | 'brings' | 'amounts' | 'counts' | 'finds' | 'strikes';

/** Whether the token is a form of a verb with this role; false for −1 and inside a name. */
export function hasRole(scene: Scene, token: number, role: VerbRole): boolean {
  if (token < 0 || scene.mentionAt[token] >= 0 || !isKind(scene.knowledge, scene.tokens, token, Kind.VerbRole)) return false;
  return phraseAt(scene.knowledge, scene.text, scene.tokens, token, token + 1, Kind.VerbRole)?.row.role.includes(role) ?? false;
}
