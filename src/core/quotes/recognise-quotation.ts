/** Whether a text that somebody sends is a quotation to check rather than a question to answer. */
import { bareText } from '../text/bare-text.js';
import { fold, type FoldTables } from '../text/fold.js';
import type { QuoteCheck, SentText } from '../answer/quote-check.js';

export interface QuotationOptions {
  /** How much of a statement must be in the releases, as it stands or altered, 0 to 1. */
  readonly leastFound: number;
  /** A statement of at least this many bare characters is a quotation. */
  readonly leastLength: number;
  /** A shorter one is when it ends as a sentence or with a figure, from this length on. */
  readonly leastSentence: number;
}

/** No question of tests/eval and of the development sets is taken for a quotation; see bench/README.md. */
const quotationDefaults: QuotationOptions = {
  leastFound: 0.8,
  leastLength: 24,
  leastSentence: 9,
};

const endsAsking = /(?:[?？][\s」』”"'’)）]*|[是为為于於叫有在呢吗嗎])$/u;
const inMarks = /^\s*[「『“"][\s\S]+[」』”"][\s。.，,]*$/u;
const endsAsSentence = /[。！!；;.][\s」』”"'’)）]*$/u;
/** In folded text: an amount, not a year. */
const endsWithFigure = /\d[\d.,]*\s*(?:%|[万亿]|[千万亿]*(?:美?元|吨|人|名|户|家|个|项|件|公里))$/u;
/** In folded text; more than the words that decide a question's kind, because a wrong guess costs an answer. */
const askingWords =
  /什么|甚么|何|哪|谁|几(?!乎|率|何)|多少|多[大长高久远]|是否|[能可]否|怎|咋|啥|还是|(.)[不没]\1|有没有|\b(?:what|who|when|where|why|how|which)\b/gu;

/**
 * Decides what a text is sent for, and checks it if it is a quotation. A text that asks is a question, even when it stands in a
 * release; a forwarded text, a text in quote marks and a statement that the releases have are quotations.
 *
 * @param check checks the text; only called when its words alone do not make it a question, which they do for nearly all
 * @returns null for a question
 */
export function recogniseQuotation(
  { text, isForwarded }: SentText,
  check: () => QuoteCheck,
  tables: FoldTables,
  { leastFound, leastLength, leastSentence }: QuotationOptions = quotationDefaults,
): QuoteCheck | null {
  const words = text.trim();
  if (endsAsking.test(words)) return null;
  const folded = fold(text, tables);
  const { length } = bareText(folded.text, tables.exchanged).text;
  if (length < leastSentence) return null;
  if (isForwarded) return check();
  const asking = [...folded.text.matchAll(askingWords)].map(({ index }) => folded.starts[index]!);
  const isStated = length >= leastLength && endsAsSentence.test(words);
  if (asking.length > 0 && !isStated) return null;
  const isStatement = length >= leastLength || endsAsSentence.test(words) || endsWithFigure.test(folded.text.trim());
  const isMarked = inMarks.test(words);
  if (!isMarked && !isStatement) return null;
  const checked = check();
  if (asking.some((offset) => !isFound(checked, offset))) return null;
  return isMarked || foundShare(checked, words) >= leastFound ? checked : null;
}

/** Whether an offset of the text lies in words that a release has as they stand. */
function isFound({ parts }: QuoteCheck, offset: number): boolean {
  return parts.some(
    ({ stretches, changes }) =>
      stretches.some(({ pasted }) => pasted.start <= offset && offset < pasted.end) &&
      !changes.some(({ pasted }) => pasted.start <= offset && offset < pasted.end),
  );
}

/** The share of a text that lies in words of the releases. */
function foundShare({ parts }: QuoteCheck, words: string): number {
  const found = parts
    .flatMap(({ stretches }) => stretches)
    .reduce((sum, { pasted }) => sum + pasted.end - pasted.start, 0);
  return found / words.length;
}
