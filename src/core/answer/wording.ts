/** What an answer says in its own words, in the reader's language. Everything else in it is copied from a release. */
import type { Reader } from '../text/reader.js';

export interface Wording {
  readonly notInReleases: string;
  readonly emptyCorpus: string;
  readonly emptyQuestion: string;
  /** Leads to the marks of the nearest sentences. */
  readonly nearest: (marks: string) => string;
  /** Says which parts of a question the releases do not answer. */
  readonly missing: (parts: readonly string[]) => string;
  /** Between a part's words and its answer. */
  readonly colon: string;
  /** Between the answers of two parts. */
  readonly semicolon: string;
  /** Other sentences that state the same. */
  readonly alsoIn: (marks: string) => string;
  readonly fullStop: string;
  /** Between two sentences. */
  readonly space: string;
  /** Says that something is missing which cannot be named. */
  readonly missingRest: string;
  /** Notes above an answer on how it came about, one line each. */
  readonly notes: Notes;
  /** What helps whoever asks when the releases are in another language than the question. */
  readonly otherLanguage: string;
}

export interface Notes {
  /** The model does not work; what follows is copied from the releases. */
  readonly modelFailed: string;
  /** It took too long; the same. */
  readonly modelSlow: string;
  /** Nothing of what it wrote was confirmed; the same. */
  readonly nothingPassed: string;
  /** It broke off; what follows is confirmed. */
  readonly cutOff: string;
  /** Some of what it wrote was not confirmed and is left out. */
  readonly someDropped: (count: number) => string;
  /** The person has had today's generated answers. */
  readonly overBudget: string;
}

export const wordings: Readonly<Record<Reader, Wording>> = {
  'zh-Hans': {
    notInReleases: '这些新闻稿没有回答这个问题。',
    emptyCorpus: '还没有收录任何新闻稿。',
    emptyQuestion: '请写下你的问题。',
    nearest: (marks) => `最接近的句子：${marks}`,
    missing: (parts) => `新闻稿没有回答：${parts.join('、')}`,
    colon: '：',
    semicolon: '；',
    alsoIn: (marks) => `（另见 ${marks}）`,
    fullStop: '。',
    space: '',
    missingRest: '问题的其余部分，新闻稿没有回答。',
    notes: {
      modelFailed: '语言模型暂时不可用，以下是原文摘录。',
      modelSlow: '语言模型没有及时作答，以下是原文摘录。',
      nothingPassed: '模型的回答没有通过核对，以下是原文摘录。',
      cutOff: '模型中途停下了，以下是已经核对的部分。',
      someDropped: (count) => `模型有 ${count} 句话没有通过核对，已经略去。`,
      overBudget: '今天由模型撰写的回答已经用完，以下是原文摘录。',
    },
    otherLanguage: '收录的新闻稿是英文的，请用英文提问。',
  },
  'zh-Hant': {
    notInReleases: '這些新聞稿沒有回答這個問題。',
    emptyCorpus: '還沒有收錄任何新聞稿。',
    emptyQuestion: '請寫下你的問題。',
    nearest: (marks) => `最接近的句子：${marks}`,
    missing: (parts) => `新聞稿沒有回答：${parts.join('、')}`,
    colon: '：',
    semicolon: '；',
    alsoIn: (marks) => `（另見 ${marks}）`,
    fullStop: '。',
    space: '',
    missingRest: '問題的其餘部分，新聞稿沒有回答。',
    notes: {
      modelFailed: '語言模型暫時無法使用，以下是原文摘錄。',
      modelSlow: '語言模型沒有及時作答，以下是原文摘錄。',
      nothingPassed: '模型的回答沒有通過核對，以下是原文摘錄。',
      cutOff: '模型中途停下了，以下是已經核對的部分。',
      someDropped: (count) => `模型有 ${count} 句話沒有通過核對，已經略去。`,
      overBudget: '今天由模型撰寫的回答已經用完，以下是原文摘錄。',
    },
    otherLanguage: '收錄的新聞稿是英文的，請用英文提問。',
  },
  en: {
    notInReleases: 'These releases do not answer the question.',
    emptyCorpus: 'There are no releases yet.',
    emptyQuestion: 'Please write your question.',
    nearest: (marks) => ` The nearest sentences: ${marks}`,
    missing: (parts) => `The releases do not answer: ${parts.join(', ')}`,
    colon: ': ',
    semicolon: '; ',
    alsoIn: (marks) => ` (also in ${marks})`,
    fullStop: '.',
    space: ' ',
    missingRest: 'The releases do not answer the rest of the question.',
    notes: {
      modelFailed:
        'The language model is not available right now; this is quoted from the releases.',
      modelSlow: 'The language model took too long; this is quoted from the releases.',
      nothingPassed: "The model's answer could not be confirmed; this is quoted from the releases.",
      cutOff: 'The model broke off; this is what could be confirmed.',
      someDropped: (count) =>
        count === 1
          ? 'One sentence of the model could not be confirmed and is left out.'
          : `${count} sentences of the model could not be confirmed and are left out.`,
      overBudget: "Today's answers by the model are used up; this is quoted from the releases.",
    },
    otherLanguage: ' They are in Chinese: please ask in Chinese.',
  },
};
