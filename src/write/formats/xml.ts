/** Signs that XML 1.0 does not allow at all, and halves of pairs. */
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '\n': '&#10;',
  '\r': '&#13;',
  '\t': '&#9;',
};

/** Text as an XML attribute or element holds it; signs that XML cannot hold become U+FFFD. */
export const xml = (value: unknown): string =>
  String(value)
    .replace(FORBIDDEN, '\ufffd')
    .replace(/[&<>"'\n\r\t]/g, (sign) => ENTITIES[sign]);
