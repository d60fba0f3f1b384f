/** How the terminal says what checking a quote gave, in the reader's language. */
import type { ChangeKind, QuoteVerdict } from './quote-check.js';
import type { Reader } from '../text/reader.js';

export interface QuoteWording {
  readonly verdicts: Readonly<Record<QuoteVerdict, string>>;
  readonly changes: Readonly<Record<ChangeKind, string>>;
  /** Words that the original has and the quote leaves out, and the other way round. */
  readonly leftOut: string;
  readonly putIn: string;
  readonly rewritten: string;
  readonly otherScript: string;
  readonly alsoIn: string;
  readonly nearest: string;
}

export const quoteWordings: Readonly<Record<Reader, QuoteWording>> = {
  'zh-Hans': {
    verdicts: {
      verbatim: '✓ 逐字相符',
      omission: '✓ 逐字相符，有省略',
      altered: '≠ 与原文不同',
      stitched: '≠ 由不相连的原文拼接而成',
      absent: '✗ 这些新闻稿里没有这段话',
      partial: '≠ 只有一部分见于这些新闻稿',
    },
    changes: { figure: '数字', unit: '单位', negation: '否定', order: '次序', words: '字词' },
    leftOut: '少了',
    putIn: '多出',
    rewritten: '数值相同，写法不同',
    otherScript: '繁简字形不同，不算改动',
    alsoIn: '也见于',
    nearest: '最接近的原文',
  },
  'zh-Hant': {
    verdicts: {
      verbatim: '✓ 逐字相符',
      omission: '✓ 逐字相符，有省略',
      altered: '≠ 與原文不同',
      stitched: '≠ 由不相連的原文拼接而成',
      absent: '✗ 這些新聞稿裡沒有這段話',
      partial: '≠ 只有一部分見於這些新聞稿',
    },
    changes: { figure: '數字', unit: '單位', negation: '否定', order: '次序', words: '字詞' },
    leftOut: '少了',
    putIn: '多出',
    rewritten: '數值相同，寫法不同',
    otherScript: '繁簡字形不同，不算改動',
    alsoIn: '也見於',
    nearest: '最接近的原文',
  },
  en: {
    verdicts: {
      verbatim: '✓ Word for word',
      omission: '✓ Word for word, with an omission',
      altered: '≠ Differs from the original',
      stitched: '≠ Stitched from stretches that do not follow each other',
      absent: '✗ Not in these releases',
      partial: '≠ Only some of it is in these releases',
    },
    changes: {
      figure: 'figure',
      unit: 'unit',
      negation: 'negation',
      order: 'order',
      words: 'words',
    },
    leftOut: 'left out',
    putIn: 'put in',
    rewritten: 'same value, written otherwise',
    otherScript: 'in the other Chinese script, which does not count',
    alsoIn: 'also in',
    nearest: 'nearest',
  },
};
