// What holds for every article whatever (CONTRACT.md, sections 1 and 4).

const overlaps = (a, b) => a.start < b.end && b.start < a.end;

/** Everything about an analysed article that breaks a promise of the contract. */
export function breaches(article) {
  const { text, mentions, dates, claims, cooccurrences, entities, sentences, regions } = article;
  const found = [];
  const furniture = regions.filter(({ kind }) => kind === 'furniture');
  for (const [name, list] of Object.entries({ mentions, dates, claims })) {
    let part = 0;
    list.forEach((record, i) => {
      if (record.text !== text.slice(record.start, record.end) || record.text === '')
        found.push(`${name}[${i}]: “${record.text}” is not what stands at ${record.start}–${record.end}`);
      if (i > 0 && list[i - 1].start > record.start) found.push(`${name}[${i}] is not sorted`);
      if (record.because === '') found.push(`${name}[${i}] does not say why`);
      if (!sentences[record.sentence] || !overlaps(sentences[record.sentence], record))
        found.push(`${name}[${i}] is not in sentence ${record.sentence}`);
      while (part < furniture.length && furniture[part].end <= record.start) part++;
      if (furniture[part] && overlaps(furniture[part], record)) found.push(`${name}[${i}] “${record.text}” comes from furniture`);
    });
  }
  const known = new Set(entities.map(({ entity_id }) => entity_id));
  mentions.forEach((mention, i) => {
    if (i > 0 && overlaps(mentions[i - 1], mention)) found.push(`mentions[${i}] “${mention.text}” overlaps the one before`);
    if (!known.has(mention.entity_id)) found.push(`mentions[${i}] has no entity ${mention.entity_id}`);
    if (!/^(?:group|person|place):~?\S+$/u.test(mention.entity_id)) found.push(`mentions[${i}] has the id “${mention.entity_id}”`);
  });
  const claimIds = new Set(claims.map(({ claim_id }) => claim_id));
  if (claimIds.size !== claims.length) found.push('two claims have one id');
  claims.forEach((claim, i) => {
    for (const name of ['value', 'min', 'max', 'change_from', 'change_to', 'change_by'])
      if (claim[name] !== null && !Number.isFinite(claim[name])) found.push(`claims[${i}] “${claim.text}” has ${name} ${claim[name]}`);
    if (claim.min !== null && claim.max !== null && claim.min > claim.max)
      found.push(`claims[${i}] “${claim.text}” lies between ${claim.min} and ${claim.max}`);
    if (claim.alternative_of !== null && !claimIds.has(claim.alternative_of))
      found.push(`claims[${i}] widens ${claim.alternative_of}, which is none`);
    for (const name of ['counted_entity_id', 'actor_id', 'target_id', 'said_by_id'])
      if (claim[name] !== null && !known.has(claim[name])) found.push(`claims[${i}] names ${claim[name]} as ${name}, which is no entity`);
    if (claim.place_ids.length !== claim.places.length) found.push(`claims[${i}] has other places than ids`);
  });
  dates.forEach(({ from, to, text: words, timex }, i) => {
    if (timex === '') found.push(`dates[${i}] “${words}” has no value`);
    if (/NaN|undefined|Infinity/.test(`${timex} ${from} ${to}`)) found.push(`dates[${i}] “${words}” is ${timex} from ${from} to ${to}`);
  });
  for (const { a_id, b_id, count } of cooccurrences) if (!(a_id < b_id) || count < 1) found.push(`the pair ${a_id} ${b_id} is not in order`);
  sentences.forEach((sentence, i) => {
    if (sentence.index !== i || (i > 0 && sentences[i - 1].end > sentence.start)) found.push(`sentence ${i} is out of order`);
  });
  return found;
}
