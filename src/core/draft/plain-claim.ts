/** What a model wrote around the words of a claim: Markdown, links, marks of its own. */

const lineMark =
  /^\s*(?:>\s*)*(?:#{1,6}\s+|[-*+•·●▪–—]\s+|[（(]?\d{1,2}[.)、．）](?!\d)\s*|[（(]?[一二三四五六七八九十]{1,2}[、）)]\s*)?/u;

/** The number, bullet or heading mark that a line opens with; empty when there is none. */
export function lineMarkOf(line: string): string {
  return lineMark.exec(line)![0];
}

/** Whether a line is no statement: a heading, a row of a table without ids, a rule, a fence, a lead-in (`如下：`). */
export function isStructure(line: string): boolean {
  return /^\s*(?:#{1,6}\s|\||```|~~~)/u.test(line) || /[:：]\W*$/u.test(line.trimEnd());
}

/** A text with the words of its links in their places, and without images. */
export function withoutLinks(text: string): string {
  return text.replace(/!\[[^\]\n]*\]\([^)\n]*\)/gu, '').replace(/\[([^\]\n]*)\]\([^)\n]*\)/gu, '$1');
}

/** Signs that nobody sees, among them those that turn the direction of what follows; and halves of characters. */
const unseen = /(?!\s)[\p{Cc}\p{Cf}\p{Cs}]/gu;

/** The words alone, on one line. White space is made one first: untrusted runs of it must not cost their square. */
export function plainClaim(text: string): string {
  return withoutLinks(text.replace(/\s+/gu, ' '))
    .replace(/(?:https?:\/\/|www\.)[^\s\p{Script=Han}，。；、）)】\]]+/giu, '')
    .replace(/[[［【]\s*\^?\d{1,3}\s*[\]］】]/gu, '')
    .replace(unseen, '')
    .replace(/\*+|`+|__+|~~+/gu, '')
    .replace(/\|/gu, ' ')
    .replace(/\s+/gu, ' ')
    .replace(/^[\s。，,.;；、：:！!？?…)）\]】]+/u, '')
    .trim();
}

/** Whether there is anything that could be a statement. */
export function hasWords(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}
