/** What a model says is missing: shown only as far as the question says it itself. */
import { fold, type FoldTables } from '../text/fold.js';

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** Words that add nothing of their own. */
const glue = new Set(
  (
    '的 了 在 与 和 及 或 对 于 其 该 是 为 有 关于 有关 相关 具体 信息 数据 情况 内容 提到 提及 说明 没有 未 没 ' +
    'the a an of in on for and or to is are was were about information data not mentioned given any'
  ).split(' '),
);

/** Whole: the 23 of 2023 is none of its own. */
const figure = /\p{Nd}[\p{Nd}.,]*[%‰]?/gu;

/** A longer list of what is missing is no help. */
const mostLength = 60;

/**
 * The model's words for what is missing, or null when they hold a word or a figure that the question does not: nobody has checked them.
 */
export function trustedMissing(
  missing: string,
  question: string,
  tables: FoldTables,
): string | null {
  if (missing === '' || missing.length > mostLength) return null;
  const asked = fold(question, tables).text;
  const figures: readonly string[] = asked.match(figure) ?? [];
  const isOfQuestion = (fold(missing, tables).text.match(figure) ?? []).every((one) =>
    figures.includes(one),
  );
  const words = Array.from(segmenter.segment(fold(missing, tables).text)).filter(
    ({ isWordLike }) => isWordLike,
  );
  const isKnown = words.every(({ segment }) => glue.has(segment) || asked.includes(segment));
  const says = words.some(({ segment }) => !glue.has(segment));
  return isOfQuestion && isKnown && says ? missing : null;
}
