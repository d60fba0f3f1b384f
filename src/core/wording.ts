/** What an answer says in its own words, in the reader's language. Everything else in it is copied from a release. */
import type { Reader } from './reader.js';

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
  },
};
