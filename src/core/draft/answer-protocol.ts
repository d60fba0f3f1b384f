/** The protocol between prompts, model and parser: how a sentence is labelled, how a draft refuses, what fences data in. */

/** What a draft says of what the releases do not answer. */
export const refusalPhrase = 'NOT_IN_RELEASES';

/** The phrase as models write it; without its signs only where a sentence opens with it, since it is English, too. */
export const refusalPattern = /NOT[_-]IN[_-]RELEASES|^[^\p{L}\p{N}]*NOT\s?IN\s?RELEASES(?!\p{L})/iu;

/** The id of a sentence offered to a model, both numbers counted from 1: `R3S14`. */
export function sentenceId(release: number, sentence: number): string {
  return `R${release}S${sentence}`;
}

/** An id as models write it: lower case, full width, with spaces. */
export const idPattern = '[RrＲｒ]\\s?[0-9０-９]{1,6}\\s?[SsＳｓ]\\s?[0-9０-９]{1,6}';

const idParts = /([RrＲｒ]\s?[0-9０-９]{1,6})(\s?[SsＳｓ]\s?[0-9０-９])/gu;
const refusals = /(NOT)[_\s-]?(IN)[_\s-]?(RELEASES)/giu;

/**
 * Makes text that others wrote safe to stand among data: on one line, and nothing in it looks like an id, a fence or the
 * refusal. Folding undoes the change of the angle brackets, so that a stretch copied from it is still found.
 */
export function defuse(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .replace(idParts, '$1·$2')
    .replace(refusals, '$1·$2·$3')
    .replace(/</gu, '＜')
    .replace(/>/gu, '＞')
    .replace(/\{\{/gu, '｛｛')
    .trim();
}
