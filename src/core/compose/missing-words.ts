/** What a model says is missing: shown only as far as the question says it itself. */
import { fold, type FoldTables } from '../text/fold.js';

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** Words that add nothing of their own. */
const glue = new Set(
  (
    '的 了 在 与 和 及 或 对 于 其 该 是 为 有 关于 有关 相关 具体 信息 数据 情况 内容 提到 提及 说明 ' +
    'the a an of in on for and or to is are was were about information data mentioned given any'
  ).split(' '),
);
/** The wording around says already that something is missing: 没有回答：没有出口额 would say that there is none. */
const denial = /[没沒未無无不]|\b(?:no|not|none|nothing|never|without)\b|n['’]t\b/u;
/** Signs other than those of plain writing: emoji, arrows, markup. */
const oddSign = /[^\p{L}\p{N}\s、，,。.;；:：()（）《》〈〉「」『』“”‘’'"%‰·・/／～~–—-]/gu;

/** Whole: the 23 of 2023 is none of its own. */
const figure = /\p{Nd}[\p{Nd}.,]*[%‰]?/gu;

/** A longer list of what is missing is no help. */
const mostLength = 60;

/**
 * The model's words for what is missing, or null when they hold a word, a figure or an odd sign that the question does not, or a denial: nobody
 * has checked them.
 */
export function trustedMissing(missing: string, question: string, tables: FoldTables): string | null {
  if (missing === '' || missing.length > mostLength) return null;
  const asked = fold(question, tables).text;
  const folded = fold(missing, tables).text;
  if (denial.test(withoutLexical(folded))) return null;
  if ((missing.match(oddSign) ?? []).some((sign) => !question.includes(sign))) return null;
  const figures: readonly string[] = asked.match(figure) ?? [];
  const isOfQuestion = (folded.match(figure) ?? []).every((one) => figures.includes(one));
  const words = Array.from(segmenter.segment(folded)).filter(({ isWordLike }) => isWordLike);
  const isKnown = words.every(({ segment }) => glue.has(segment) || asked.includes(segment));
  const says = words.some(({ segment }) => !glue.has(segment));
  return isOfQuestion && isKnown && says ? missing : null;
}

/** Without the words that hold such a character and deny nothing: 有没有, 能不能, 未来. */
function withoutLexical(text: string): string {
  return text.replace(/有[没无]有|(.)不\1|未来|不动产|无(?:人机|线|锡)/gu, '');
}
