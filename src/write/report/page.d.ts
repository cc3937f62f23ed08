/** The page up to its data, with its styles; made by src/page/build.mjs. */
export const before: string;
/** What follows the data: the program, and the end of the page. */
export const behind: string;
/** The outline of the world as JSON: paths of land and borders, and how to put a point on them. */
export const world: string;
