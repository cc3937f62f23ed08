import { has, Flag } from '../../../model/index.js';
import { Pos, posOf } from '../../../knowledge/index.js';
import type { Scene } from './scene.js';

/** Tokens looked at on either side of an expression. */
const WINDOW = 24;

/**
 * Whether the words around token `at` tell what was ("said on Tuesday") or what will be ("will vote on Tuesday");
 * 'near' when neither is clear. The nearer word wins.
 */
export function directionOf(scene: Scene, at: number): 'past' | 'future' | 'near' {
  for (let distance = 1; distance <= WINDOW; distance++) {
    for (const token of [at - distance, at + distance]) {
      if (token < scene.first || token >= scene.limit) continue;
      const tense = tenseOf(scene, token);
      if (tense !== null) return tense;
    }
  }
  return 'near';
}

function tenseOf(scene: Scene, token: number): 'past' | 'future' | null {
  const id = scene.tokens.id[token];
  if (id < 0 || !has(scene.tokens, token, Flag.Word)) return null;
  for (const phrase of scene.words.lists[scene.words.listOf[id]]) {
    if (phrase.words.length === 1 && (phrase.role === 'future' || phrase.role === 'past')) return phrase.role;
  }
  const pos = posOf(scene.knowledge, scene.tokens, token);
  return (pos & Pos.Past) !== 0 && (pos & (Pos.Adjective | Pos.Noun)) === 0 ? 'past' : null;
}
