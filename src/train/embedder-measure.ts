/** Measures what the embedder adds to BM25: for finding the release, and for choosing the sentence in it. */
import { join } from 'node:path';
import { foldedPassage, foldedSentence, type PreparedRelease } from '../core/corpus/corpus.js';
import { fold, type FoldTables } from '../core/text/fold.js';
import { LexicalIndex } from '../core/search/lexical-index.js';
import { termsOf } from '../core/text/terms.js';
import { questionRow, readAllRows, readRows, textRow } from './embedder-data.js';
import { englishTestRows, prepareText } from './embedder-pairs.js';

/** Embeds folded texts: one embedding of L2 norm 1 a text, in the same order. */
export type EmbedTexts = (folded: readonly string[]) => Promise<Float32Array[]>;

/** Weights of the cosine that are tried; 0 is BM25 alone. */
const cosineWeights = [0, 0.1, 0.3, 0.5, 0.7, 1, 1.5] as const;

/** Shares between 0 and 1 for one weight of the cosine. */
export interface Measure {
  readonly weight: number;
  /** The share of questions with a gold release among the first 1 and 10. */
  readonly recall1: number;
  readonly recall10: number;
  /** The share of questions whose best sentence of a gold release holds an answer; NaN without answers. */
  readonly sentence1: number;
}

/** The cosine alone, without BM25, has this in place of a weight. */
export const cosineAlone = Infinity;

interface MeasuredQuestion {
  readonly folded: string;
  /** Positions of the gold releases. */
  readonly gold: readonly number[];
  readonly foldedAnswers: readonly string[];
}

/** Releases and the questions that they answer. */
export interface MeasuredSet {
  readonly releases: readonly PreparedRelease[];
  readonly questions: readonly MeasuredQuestion[];
}

/** Reads a question set; releases with planted false statements are left out. */
export async function readQuestionSet(
  dir: string,
  name: string,
  tables: FoldTables,
): Promise<MeasuredSet> {
  const rows = await readAllRows(join(dir, `${name}.qa.jsonl`), questionRow);
  const planted = new Set(rows.flatMap(({ counterfactual_ids }) => counterfactual_ids));
  const releases: PreparedRelease[] = [];
  for await (const { id, text } of readRows(join(dir, `${name}.corpus.jsonl`), textRow)) {
    if (!planted.has(id)) releases.push(prepareText(id, text, tables));
  }
  const positions = new Map(releases.map(({ release }, i) => [release.id, i]));
  const questions = rows
    .filter(({ answerable }) => answerable)
    .map(({ question, doc_ids, answers }) => ({
      folded: fold(question, tables).text,
      gold: doc_ids.flatMap((id) => positions.get(id) ?? []),
      foldedAnswers: answers.map((answer) => fold(answer, tables).text).filter((a) => a !== ''),
    }))
    .filter(({ gold }) => gold.length > 0);
  return { releases, questions };
}

/** Every tenth title is a question: all of them against all passages would take minutes. */
const englishQuestionStep = 10;

/** English known-item search: the first releases of the archive, some of their titles as questions. */
export async function readEnglishSet(dir: string, tables: FoldTables): Promise<MeasuredSet> {
  const releases: PreparedRelease[] = [];
  const questions: MeasuredQuestion[] = [];
  const file = join(dir, 'press_release_archive_en.corpus.jsonl.gz');
  for await (const { id, title, text } of readRows(file, textRow)) {
    if (releases.length === englishTestRows) break;
    if (title && releases.length % englishQuestionStep === 0) {
      const folded = fold(title, tables).text;
      questions.push({ folded, gold: [releases.length], foldedAnswers: [] });
    }
    releases.push(prepareText(id, text, tables));
  }
  return { releases, questions };
}

/** Measures one set for every weight, and for the cosine alone. */
export async function measureSet(set: MeasuredSet, embed: EmbedTexts): Promise<Measure[]> {
  const { releases, questions } = set;
  const queries = await embed(questions.map(({ folded }) => folded));
  const releaseScores = await scoreReleases(set, queries, embed);
  const sentenceScores = questions.some(({ foldedAnswers }) => foldedAnswers.length > 0)
    ? await scoreSentences(set, queries, embed)
    : [];
  return [...cosineWeights, cosineAlone].map((weight) => {
    const ranks = releaseScores.map((scores, q) =>
      bestRank(combine(scores, weight), questions[q]!.gold),
    );
    return {
      weight,
      recall1: share(ranks.map((rank) => rank < 1)),
      recall10: share(ranks.map((rank) => rank < Math.min(10, releases.length))),
      sentence1: share(
        sentenceScores.map((scores) => bestRank(combine(scores, weight), scores.gold) < 1),
      ),
    };
  });
}

/** Scores of one question's candidates: BM25 divided by its largest value, and cosines. */
interface CandidateScores {
  readonly lexical: Float32Array;
  readonly cosines: Float32Array;
}

async function scoreReleases(
  { releases, questions }: MeasuredSet,
  queries: readonly Float32Array[],
  embed: EmbedTexts,
): Promise<CandidateScores[]> {
  const index = new LexicalIndex();
  index.add(releases.map(({ folded }, id) => ({ id, terms: termsOf(folded.text) })));
  const owners = releases.flatMap(({ passages }, i) => passages.map(() => i));
  const passages = await embed(
    releases.flatMap((release) => release.passages.map((p) => foldedPassage(release, p))),
  );
  return questions.map(({ folded }, q) => {
    const cosines = new Float32Array(releases.length).fill(-1);
    for (const [p, passage] of passages.entries()) {
      const release = owners[p]!;
      cosines[release] = Math.max(cosines[release]!, dot(queries[q]!, passage));
    }
    const scores = index.scoreTerms(termsOf(folded));
    return { lexical: normalised(Float32Array.from(releases, (_, id) => scores.of(id))), cosines };
  });
}

/** For questions whose answer lies within one of several sentences of a gold release: that release's sentences. */
async function scoreSentences(
  { releases, questions }: MeasuredSet,
  queries: readonly Float32Array[],
  embed: EmbedTexts,
): Promise<(CandidateScores & { readonly gold: readonly number[] })[]> {
  const sentences = releases.map((release) =>
    release.sentences.map((_, i) => foldedSentence(release, i)),
  );
  const firsts: number[] = []; // the position of each release's first sentence
  let count = 0;
  for (const { length } of sentences) {
    firsts.push(count);
    count += length;
  }
  const index = new LexicalIndex();
  index.add(sentences.flat().map((text, id) => ({ id, terms: termsOf(text) })));
  const embeddings = await embed(sentences.flat());
  return questions.flatMap(({ folded, gold: [release], foldedAnswers }, q) => {
    const texts = sentences[release!]!;
    const gold = texts.flatMap((text, i) => (foldedAnswers.some((a) => text.includes(a)) ? i : []));
    if (gold.length === 0 || gold.length === texts.length) return [];
    const first = firsts[release!]!;
    const scores = index.scoreTerms(termsOf(folded));
    const lexical = Float32Array.from(texts, (_, i) => scores.of(first + i));
    const cosines = Float32Array.from(texts, (_, i) => dot(queries[q]!, embeddings[first + i]!));
    return { gold, lexical: normalised(lexical), cosines };
  });
}

function combine({ lexical, cosines }: CandidateScores, weight: number): Float32Array {
  return weight === cosineAlone ? cosines : lexical.map((score, i) => score + weight * cosines[i]!);
}

/** How many candidates stand before the best gold one; of equals, the first stands first. */
function bestRank(scores: Float32Array, gold: readonly number[]): number {
  const best = gold.reduce((a, b) => (scores[b]! > scores[a]! ? b : a));
  return scores.reduce(
    (before, score, i) =>
      before + Number(score > scores[best]! || (score === scores[best]! && i < best)),
    0,
  );
}

function normalised(scores: Float32Array): Float32Array {
  const largest = scores.reduce((most, score) => Math.max(most, score), 0);
  return largest === 0 ? scores : scores.map((score) => score / largest);
}

function share(outcomes: readonly boolean[]): number {
  return outcomes.filter(Boolean).length / outcomes.length;
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let d = 0; d < a.length; d++) sum += a[d]! * b[d]!;
  return sum;
}
