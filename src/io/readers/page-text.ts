import type { PageNode } from './linkedom.js';

const ELEMENT = 1;
const TEXT = 3;
/** Elements that begin a paragraph of their own. */
const BLOCKS = new Set(
  (
    'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CENTER DD DETAILS DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR HTML ' +
    'LI MAIN NAV OL P PRE SECTION SUMMARY TABLE TBODY TFOOT THEAD TR UL'
  ).split(' '),
);
const CELLS = new Set(['TD', 'TH']);
const UNSEEN = new Set('BUTTON CANVAS HEAD IFRAME INPUT NOSCRIPT OBJECT SCRIPT SELECT STYLE SVG TEMPLATE TEXTAREA TITLE VIDEO AUDIO'.split(' '));

/**
 * The words of a part of a page as it would be read aloud: paragraphs, list items and headings with an empty line between, rows of a table
 * and forced breaks on lines of their own, blanks as a browser shows them.
 */
export function pageText(root: PageNode): string {
  const pieces: string[] = [];
  // An own stack: pages nest deeper than calls may.
  const stack: (PageNode | string)[] = [root];
  while (stack.length > 0) {
    const node = stack.pop() as PageNode | string;
    if (typeof node === 'string') pieces.push(node);
    else if (node.nodeType === TEXT) pieces.push((node.textContent ?? '').replace(/[\s\u200b]+/g, ' '));
    else if (node.nodeType === ELEMENT) open(node, stack);
  }
  return pieces
    .join('')
    .split(PARAGRAPH)
    .map((paragraph) =>
      paragraph
        .split(LINE)
        .map((line) => line.replace(/ +/g, ' ').trim())
        .filter((line) => line !== '')
        .join('\n'),
    )
    .filter((paragraph) => paragraph !== '')
    .join('\n\n');
}

/** How many elements a part of a page has, and how many stand within each other at its deepest place. */
export function extentOf(root: PageNode): { readonly elements: number; readonly depth: number } {
  let [elements, deepest] = [0, 0];
  const stack: (readonly [PageNode, number])[] = [[root, 0]];
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    const [node, depth] = top;
    elements++;
    deepest = Math.max(deepest, depth);
    for (const child of Array.from(node.childNodes)) if (child.nodeType === ELEMENT) stack.push([child, depth + 1]);
  }
  return { elements, depth: deepest };
}

// Signs that no page holds once its blanks are folded.
const PARAGRAPH = '\f';
const LINE = '\n';

function open(node: PageNode, stack: (PageNode | string)[]): void {
  const name = node.nodeName.toUpperCase();
  if (UNSEEN.has(name)) return;
  if (name === 'BR') {
    stack.push(LINE);
    return;
  }
  const around = name === 'TR' ? LINE : BLOCKS.has(name) ? PARAGRAPH : CELLS.has(name) ? ' ' : '';
  if (around !== '') stack.push(around);
  // The list is made anew each time it is asked for.
  const children = Array.from(node.childNodes);
  for (let i = children.length - 1; i >= 0; i--) stack.push(children[i]);
  if (around !== '') stack.push(around);
}
