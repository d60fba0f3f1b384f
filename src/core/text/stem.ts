/** Stems of English words, so that a question for `awards` finds `award` and `awarded`. */

const vowel = /[aeiouy]/;

/**
 * The stem of a word in lower case: without the ending of a plural, a possessive, `-ed` or `-ing`. A stem is matched, never
 * shown, and need not be a word; anything but a word of the letters a to z comes back as it is.
 */
export function stem(word: string): string {
  if (word.length < 4 || !/^[a-z]+$/.test(word)) return word;
  return withoutTense(withoutPlural(word));
}

function withoutPlural(word: string): string {
  if (word === 'news') return word; // which is not what is new
  if (word.endsWith('ies')) return word.length > 4 ? `${word.slice(0, -3)}y` : word;
  if (/(?:ss|x|z|ch|sh)es$/.test(word)) return word.slice(0, -2);
  return /[^su]s$/.test(word) && !word.endsWith('is') ? word.slice(0, -1) : word;
}

function withoutTense(word: string): string {
  const base = /^(.{3,})(?:ed|ing)$/.exec(word)?.[1];
  if (base === undefined || !vowel.test(base)) return withoutE(word);
  const last = base.at(-1)!;
  // planned → plan, but not called → cal
  const isDoubled = last === base.at(-2) && !/[aeiouylsz]/.test(last);
  return isDoubled ? base.slice(0, -1) : withoutE(base);
}

/** `launche` of `launched` and `launch`, `announce` and `announc`: the same without a closing e. */
function withoutE(word: string): string {
  return word.length > 4 && word.endsWith('e') ? word.slice(0, -1) : word;
}
