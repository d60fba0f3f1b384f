/** A reader for tests: it marks what it is told to, and judges a claim by the letters shared with its sentences. */
import type { Entailment, ReaderModel, Window, WindowReading } from '../../src/core/read/reader-model.js';
import { unmarked } from '../../src/core/text/unmarked.js';

/**
 * For words of a folded question the folded words that answer it, with the log-odds that they do, 6 unless given. The
 * first that a question holds counts.
 */
export type FakeAnswers = Readonly<Record<string, string | readonly [words: string, score: number]>>;

const han = /\p{Script=Han}/u;
/** The share of pairs of letters that a supported claim has in common with its sentences. */
const leastShared = 0.6;
const sure = 6;
const sentence = /[^\s。.][^。.]*/gu;

/**
 * Marks the answers wherever a window holds them, and the first letter of each sentence as what surely is none.
 * Supports what shares most of its letters with the sentences, what is in another script, and nothing that `denied`
 * holds.
 */
export function fakeReader(denied: readonly string[] = [], answers: FakeAnswers = {}): ReaderModel {
  const judge = ({ claim, premise }: Entailment): number => {
    const own = unmarked(claim);
    const pairs = Array.from({ length: Math.max(1, own.length - 1) }, (_, i) => own.slice(i, i + 2));
    const shared = pairs.filter((pair) => unmarked(premise).includes(pair)).length / pairs.length;
    const isKnown = shared >= leastShared || han.test(claim) !== han.test(premise) || /^[a-z]/u.test(claim);
    return isKnown && !denied.includes(claim) ? 0.9 : 0.1;
  };
  const read = (question: string, { text }: Window): WindowReading => {
    const answer = Object.entries(answers).find(([asked]) => question.includes(asked))?.[1];
    const [words, score] = typeof answer === 'string' ? [answer, sure] : (answer ?? ['', 0]);
    const start = words === '' ? -1 : text.indexOf(words);
    const found = start === -1 ? [] : [{ start, end: start + words.length, score }];
    const others = Array.from(text.matchAll(sentence), ({ index }) => ({ start: index, end: index + 1, score: -sure }));
    return { spans: [...found, ...others], yes: found.length > 0 ? 0.9 : 0.5 };
  };
  const unlessAborted = <T>(signal: AbortSignal | undefined, result: () => T): Promise<T> =>
    signal?.aborted ? Promise.reject(signal.reason as Error) : Promise.resolve(result());
  return {
    id: 'fake',
    read: (question, windows, options) =>
      unlessAborted(options?.signal, () => windows.map((window) => read(question, window))),
    support: (claims, options) => unlessAborted(options?.signal, () => claims.map(judge)),
  };
}
