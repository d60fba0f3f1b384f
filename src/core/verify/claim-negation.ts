/** Negation: a claim that denies what its sentence says, or says what its sentence denies. */
import { clausesOf } from './claim-direction.js';
import { holdsWord, type CheckableText, type Word } from './checkable-text.js';

/** Words that hold such a character and deny nothing. */
const lexical =
  /不(?:断|仅|但|同|少|足|到|过|久|论|管|低于|高于|超过|少于|多于|止|乏|良|动产|锈钢|可或缺|得不|一样|含税|懈|遗余力|等)|未来|未成年|不停|无(?:论|人机|人驾驶|人车|线|疑|障碍|偿|锡|形|缝|纸化|数)|非(?:常|洲|物质|遗|公|农|凡|法)|并非易事|没收|莫|无烟|南非|北非|是非|除非/gu;
const denial =
  /没有|没能|没|未曾|尚未|未能|从未|并未|未|不会|不能|不再|不得|不予|不|无法|无需|无须|无|并非|非|拒绝|否认|取消|有待|尚待|仍待|\b(?:not|never|no|none|without|cannot|fail(?:s|ed)? to|declined? to|refused? to|denied|n't)\b|n[’']t\b/gu;

const idiomatic = /^[不无非]$/u;

/** The word that each denial of a text is about. */
interface Denial {
  readonly predicate: Word;
  readonly clause: string;
  /** Not a mere 不, which idioms are full of. */
  readonly isPlain: boolean;
}

/** What a claim denies or affirms against its sentences; null when nothing. */
export function findDenied(claim: CheckableText, cited: readonly CheckableText[]): string | null {
  const own = denialsOf(claim);
  const stated = cited.flatMap(denialsOf);
  for (const { predicate } of stated) {
    const affirmed = affirms(claim, predicate);
    if (affirmed && own.length === 0 && !cited.some((one) => affirms(one, predicate)))
      return affirmed;
  }
  // What the sentences deny in other words cannot be compared.
  if (stated.length > 0) return null;
  const isMeasured = isSameLanguage(claim, cited);
  const strange = own.find(
    ({ predicate, isPlain }) =>
      (isPlain && isMeasured) || cited.some((one) => affirms(one, predicate)),
  );
  return strange?.clause ?? null;
}

function isSameLanguage(claim: CheckableText, cited: readonly CheckableText[]): boolean {
  return cited.some(({ isHan }) => isHan === claim.isHan);
}

/** The clause of a text that holds a word and denies nothing; null when there is none. */
function affirms(source: CheckableText, predicate: Word): string | null {
  for (const clause of clausesOf(source)) {
    const words = source.words.filter(
      ({ start, end }) => start >= clause.start && end <= clause.end,
    );
    const part = {
      ...source,
      text: clause.text,
      words,
      stems: new Set(words.map(({ stem }) => stem)),
      glosses: '',
    };
    if (!holdsWord(part, predicate)) continue;
    if (withoutLexical(clause.text).search(denial) === -1) return clause.text;
  }
  return null;
}

function withoutLexical(text: string): string {
  return text.replace(lexical, (word) => '○'.repeat(word.length));
}

/** What may stand between a denial and its word. */
const between = new Set(
  '在 任何 其他 进一步 完全 直接 正式 最终 对外 具体 可能 能够 应该 需要 因为 由于 根据 对于 to be have been yet it any its the a an'.split(
    ' ',
  ),
);

function isPredicate({ text, stem, isHan }: Word): boolean {
  return (isHan ? text.length > 1 : text.length > 2) && !between.has(text) && !between.has(stem);
}

const denials = new WeakMap<CheckableText, readonly Denial[]>();

function denialsOf(source: CheckableText): readonly Denial[] {
  let found = denials.get(source);
  if (!found) {
    found = findDenials(source);
    denials.set(source, found);
  }
  return found;
}

/** How far behind a denial its word may stand. */
const reach = 16;

function findDenials(source: CheckableText): Denial[] {
  const found: Denial[] = [];
  for (const clause of clausesOf(source)) {
    for (const match of withoutLexical(clause.text).matchAll(denial)) {
      const at = clause.start + match.index + match[0].length;
      const predicate = source.words.find(
        (word) =>
          word.start >= at &&
          word.end <= clause.end &&
          word.start < at + (idiomatic.test(match[0]) ? 1 : reach) &&
          isPredicate(word),
      );
      if (predicate)
        found.push({ predicate, clause: clause.text, isPlain: !idiomatic.test(match[0]) });
    }
  }
  return found;
}
