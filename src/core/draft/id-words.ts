/** The words of a running text that only speak of ids: 见[R1S4], R1S4 说…, as stated in [R1S4]. Without the ids they say nothing. */

/** 见, and not the end of 会见 or 可见. */
const see = '[详詳参參]?(?<![会會接看可意常罕听聽])[见見]';
const leadWords = `(?:如|根据|根據|依据|依據|据|據|按照?|来源于?|來源於?|来自|來自|引自|出自|出处|出處|${see}|(?:as )?(?:stated|reported|noted|shown|given|mentioned) in|according to|sources?|see(?: also)?|per|as(?: in)?)`;
const leadToIds = new RegExp(`^(?:${leadWords}|在|第|原?句子?|in|from)\\s?[:：,，]?$`, 'iu');
const closingLead = new RegExp(
  `(?:(?:^|[,，、;；(（]\\s?|\\s|(?<=。))${leadWords}|${see}|来源于|來源於)\\s?[:：]?$`,
  'iu',
);

/** Words that only lead to ids: 来源：, according to. */
export function isLeadToIds(text: string): boolean {
  return leadToIds.test(text);
}

/** A text that ids follow, without the words that lead from it to them: ，见[R1S4], as stated in [R1S4]. */
export function withoutLeadToIds(text: string): string {
  return text.trimEnd().replace(closingLead, '');
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
const afterIdsInside = /^\s?(?:句话?|[中里内裡內])?(?:[都也还還则則均])?/u;
const idVerb = /^(?:说|說|称|稱|指出|显示|顯示|提到|提及|写道|寫道|写明|寫明|记载|記載|表明)$/u;
const idClause =
  /^(?:的(?:说法|說法|内容|內容|记载|記載)|所[说說述示称稱载載])?[,，:：]\s?|^所[说說述示称稱载載](?=[。.]|$)/u;
const idVerbInEnglish = /^\s?(?:also )?(?:says|states|reports|notes|mentions|shows|indicates)\b(?: that\b)?[,:]?\s?/u;

/** A text that follows ids, without a verb whose subject they were: R1S4 说…, R1S4 states that …. 显示器 and 说的 stay as they are. */
export function withoutIdVerb(text: string): string {
  const english = text.replace(idVerbInEnglish, '');
  if (english !== text) return english;
  const rest = text.replace(afterIdsInside, '');
  const [first] = segmenter.segment(rest.slice(0, 8));
  const isVerb = first !== undefined && idVerb.test(first.segment);
  const object = isVerb ? rest.slice(first.segment.length) : rest;
  if (isVerb && !/^[的了着著过過器屏牌板]/u.test(object)) return object.replace(/^[,，:：]?\s?/u, '');
  return idClause.test(rest) ? rest.replace(idClause, '') : text;
}

/** Words between ids that only join them. */
export function joinsIds(text: string): boolean {
  return /^\s?(?:和|与|與|及|以及|、|and)\s?$/u.test(text);
}
