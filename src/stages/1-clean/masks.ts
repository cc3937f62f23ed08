import type { Span } from '../../model/index.js';

// Addresses, handles, hashtags and links begin at a sign that ordinary prose hardly holds, so each is found from its sign outwards.
const BODY = /[\p{L}\p{N}._%+\-/?#&=:~,;@[\]!$'*()]/u;
const HANDLE = /[\p{L}\p{N}_]/u;
/** Without any of these there is nothing to find. */
const SIGNS = ['@', '#', '://', 'www.', 'WWW.', 'Www.', '[at]', '[AT]', '[At]'];

/** Spans of e-mail addresses, handles, hashtags and web addresses, sorted, not overlapping. Cost is linear. */
export function findMasks(text: string): readonly Span[] {
  if (!SIGNS.some((sign) => text.includes(sign))) return [];
  const found: Span[] = [];
  const add = (start: number, end: number): void => {
    const previous = found.at(-1);
    if (previous && start < previous.end) found[found.length - 1] = { start: Math.min(previous.start, start), end: Math.max(previous.end, end) };
    else if (end > start) found.push({ start, end });
  };
  for (let at = 0; at < text.length; at++) {
    const c = text.charCodeAt(at);
    if (c === 64) {
      // name@host, @handle
      const start = back(text, at, found.at(-1)?.end ?? 0);
      const end = forward(text, at + 1, start < at ? BODY : HANDLE);
      if (end > at + 1) add(start, end);
    } else if (c === 91 && /^\[(?:at|@)\]/i.test(text.slice(at, at + 4))) {
      add(back(text, at, found.at(-1)?.end ?? 0), forward(text, at + 4, HANDLE));
    } else if (c === 58 && text.charCodeAt(at + 1) === 47 && text.charCodeAt(at + 2) === 47) {
      let start = at;
      while (start > 0 && /[a-z]/i.test(text[start - 1]) && at - start < 12) start--;
      add(start, forward(text, at, BODY));
    } else if ((c === 119 || c === 87) && /^www\.\S/i.test(text.slice(at, at + 5))) {
      add(at, forward(text, at, BODY));
    } else if (c === 35 && (at === 0 || !HANDLE.test(text[at - 1])) && HANDLE.test(text[at + 1] ?? '') && !/\d/.test(text[at + 1])) {
      add(at, forward(text, at + 1, HANDLE));
    }
  }
  return found;
}

/** How long an address may be: a hostile line of signs costs no more than this a sign. */
const LONGEST = 2048;

function back(text: string, at: number, floor: number): number {
  let start = at;
  while (start > floor && at - start < 64 && /[\p{L}\p{N}._%+-]/u.test(text[start - 1])) start--;
  return start;
}

function forward(text: string, from: number, allowed: RegExp): number {
  let end = from;
  while (end < text.length && end - from < LONGEST && allowed.test(text[end])) end++;
  while (end > from && /[.,;:!?)\]'*]/.test(text[end - 1])) end--;
  return end;
}
