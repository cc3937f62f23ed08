/** Text that a Markdown table shows as it is: on one line, and no sign of it opens a column, a tag, a link or an emphasis. */
export const markdownCell = (text: string): string => text.replace(/\s+/g, ' ').replace(/[\\|<>[\]`*_~]/g, (sign) => `\\${sign}`);
