import { parseHTML } from 'linkedom';

/** As much of a node of a page as is needed to read it. */
export interface PageNode {
  readonly nodeType: number;
  /** Upper case for HTML elements. */
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly childNodes: ArrayLike<PageNode>;
}

export interface PageElement extends PageNode {
  readonly getAttribute: (name: string) => string | null;
  readonly querySelectorAll: (selector: string) => ArrayLike<PageElement>;
}

/** A page as a tree. */
export interface Page extends PageElement {
  readonly body: PageElement | null;
}

/** Reads a page; whatever is wrong with its tags is put right as browsers do, more or less. */
export function pageOf(html: string): Page {
  // Without a root the page would be taken for a fragment and have no body.
  const whole = /<html[\s>]/i.test(html) ? html : `<!DOCTYPE html><html><head></head><body>${html}</body></html>`;
  return parseHTML(whole).document as unknown as Page;
}
