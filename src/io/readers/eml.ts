import { headed } from './headed.js';
import { mailOf } from './postal-mime.js';
import { publishedIn } from './published.js';
import { note, refuse, wordsAlone, type Draft, type Refusal } from './reader.js';

/** A mail: its subject and its words. The head gives date and sender; attachments are named, not read. */
export async function readEml(bytes: Uint8Array): Promise<Draft | Refusal> {
  const mail = await mailOf(bytes);
  if (mail.subject === null && mail.date === null && mail.from === null) return refuse('broken-document', 'it has no head of a mail');
  const text = mail.text ?? (mail.html === null ? '' : await htmlText(mail.html));
  const notes = mail.attachments.length === 0 ? [] : [note('attachments', mail.attachments.slice(0, 10).join(', '))];
  const plain = text
    .replace(/\r\n?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  if (plain === '')
    return refuse(
      mail.attachments.length === 0 ? 'empty-file' : 'only-attachments',
      ...(mail.attachments.length === 0 ? [] : [mail.attachments.slice(0, 10).join(', ')]),
    );
  return {
    ...wordsAlone(headed(mail.subject, plain), true),
    title: mail.subject,
    published: mail.date === null ? null : publishedIn(mail.date),
    author: mail.from,
    notes,
  };
}

async function htmlText(html: string): Promise<string> {
  const [{ pageOf }, { pageText }] = await Promise.all([import('./linkedom.js'), import('./page-text.js')]);
  const { body } = pageOf(html);
  return body === null ? '' : pageText(body);
}
