/** What an answer says in its own words, in the reader's language. Everything else in it is copied from a release. */
import type { Reader } from '../text/reader.js';

export interface Wording {
  /** Whether the words are Chinese. */
  readonly isHan: boolean;
  readonly notInReleases: string;
  readonly emptyCorpus: string;
  readonly emptyQuestion: string;
  /** Above what may be the answer. */
  readonly likely: string;
  /** Above several stretches that fit the question alike. */
  readonly severalFit: string;
  /** Leads to the titles of the nearest releases. */
  readonly nearest: (titles: readonly string[]) => string;
  /** Says what may help after a refusal. */
  readonly askAgain: string;
  readonly yes: string;
  readonly no: string;
  readonly comma: string;
  /** Before words in another language than the reader's. */
  readonly inOriginal: string;
  /** Behind a date that a release says relative to itself: the date meant. */
  readonly resolved: (date: string) => string;
  /** Around the day of a release, before what it says. */
  readonly onDay: (day: string) => string;
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
    isHan: true,
    notInReleases: '这些新闻稿没有回答这个问题。',
    emptyCorpus: '还没有收录任何新闻稿。',
    emptyQuestion: '请写下你的问题。',
    likely: '它可能在这里：',
    severalFit: '有几处都说得上，你问的是哪一个？',
    nearest: (titles) => `最接近的新闻稿：${titles.join('、')}`,
    askAgain: '可以换个说法，或写明时间、地点、机构。',
    yes: '是',
    no: '不是',
    comma: '，',
    resolved: (date) => `（即 ${date}）`,
    inOriginal: '原文：',
    onDay: (day) => `${day}：`,
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
  },
  'zh-Hant': {
    isHan: true,
    notInReleases: '這些新聞稿沒有回答這個問題。',
    emptyCorpus: '還沒有收錄任何新聞稿。',
    emptyQuestion: '請寫下你的問題。',
    likely: '它可能在這裡：',
    severalFit: '有幾處都說得上，你問的是哪一個？',
    nearest: (titles) => `最接近的新聞稿：${titles.join('、')}`,
    askAgain: '可以換個說法，或寫明時間、地點、機構。',
    yes: '是',
    no: '不是',
    comma: '，',
    resolved: (date) => `（即 ${date}）`,
    inOriginal: '原文：',
    onDay: (day) => `${day}：`,
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
  },
  en: {
    isHan: false,
    notInReleases: 'These releases do not answer the question.',
    emptyCorpus: 'There are no releases yet.',
    emptyQuestion: 'Please write your question.',
    likely: 'It may be here:',
    severalFit: 'Several fit. Which one do you mean?',
    nearest: (titles) => `The nearest releases: ${titles.join('; ')}`,
    askAgain: 'Try other words, or name the time, the place or the organisation.',
    yes: 'Yes',
    no: 'No',
    comma: ', ',
    resolved: (date) => ` (${date})`,
    inOriginal: 'In the words of the release: ',
    onDay: (day) => `${day}: `,
    missing: (parts) => `The releases do not answer: ${parts.join(', ')}`,
    colon: ': ',
    semicolon: '; ',
    alsoIn: (marks) => ` (also in ${marks})`,
    fullStop: '.',
    space: ' ',
    missingRest: 'The releases do not answer the rest of the question.',
    notes: {
      modelFailed: 'The language model is not available right now; this is quoted from the releases.',
      modelSlow: 'The language model took too long; this is quoted from the releases.',
      nothingPassed: "The model's answer could not be confirmed; this is quoted from the releases.",
      cutOff: 'The model broke off; this is what could be confirmed.',
      someDropped: (count) =>
        count === 1
          ? 'One sentence of the model could not be confirmed and is left out.'
          : `${count} sentences of the model could not be confirmed and are left out.`,
      overBudget: "Today's answers by the model are used up; this is quoted from the releases.",
    },
  },
};
