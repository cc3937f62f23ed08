import PostalMime from 'postal-mime';

/** A mail: what its head says, its words, and the names of what hangs on it. */
export interface Mail {
  readonly subject: string | null;
  /** As written in the head. */
  readonly date: string | null;
  readonly from: string | null;
  readonly text: string | null;
  readonly html: string | null;
  readonly attachments: readonly string[];
}

/** Reads a mail; bytes without the head of one give a mail without subject, date and sender. */
export async function mailOf(bytes: Uint8Array): Promise<Mail> {
  const { subject, headers, from, text, html, attachments } = await PostalMime.parse(bytes);
  // The parser moves dates to Greenwich, which can be the day before or after.
  const date = headers.find(({ key }) => key === 'date')?.value ?? null;
  const name = from && 'name' in from ? from.name || from.address || null : null;
  return {
    subject: subject?.replace(/\s+/g, ' ').trim() || null,
    date,
    from: name,
    text: text?.trim() ? text : null,
    html: html?.trim() ? html : null,
    attachments: attachments
      .filter(({ related, disposition }) => !(related && disposition !== 'attachment'))
      .map(({ filename, mimeType }) => filename || mimeType),
  };
}
