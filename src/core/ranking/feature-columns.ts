/** The columns of the sentence features: each with what it holds. Weights and coverages are shares of the question's total idf. */
import { questionKinds } from '../question/question.js';

/** Name and meaning; the order is the order of the columns. */
const described = {
  // What is asked. One of the kinds is 1.
  kindAmount: 'how much, how many',
  kindWhen: 'when',
  kindWho: 'who',
  kindWhere: 'where',
  kindWhy: 'why',
  kindHow: 'how',
  kindWhich: 'which of several',
  kindWhat: 'what',
  kindList: 'which ones, all of them',
  kindYesNo: 'whether',
  kindOther: 'a phrase without asking words',
  questionLength: 'content terms in the question',
  questionHasCue: '1 when it has asking words',
  // What the sentence explains of it.
  coverage: 'weighted share of the question that the sentence holds',
  bm25: 'BM25 of the sentence over the question weight',
  rarest: '1 when it holds the rarest unit',
  rareThree: 'share of the three rarest units',
  heaviestMissing: 'weight of the heaviest unit that it lacks',
  exactShare:
    'share of the words and numbers in other scripts that it holds; -1 when there are none',
  openingCoverage: 'coverage of the first half of the question alone: its subject, mostly',
  closingCoverage: 'coverage of the second half alone: what is asked of it',
  // What its surroundings explain.
  previousCoverage: 'coverage of the sentence before',
  nextCoverage: 'coverage of the sentence after',
  aroundCoverage: 'coverage of the three together',
  aboveCoverage: 'coverage of the headline, the two sentences before and it together',
  headlineCoverage: 'coverage of the headline, or of the first sentence of a release without one',
  withHeadlineCoverage: 'coverage of the headline and it together',
  releaseCoverage: 'coverage of the whole release',
  openingAround: 'coverage of the first half by the three together and the headline',
  closingAround: 'coverage of the second half by the three together and the headline',
  headlineAlignment: 'Smith-Waterman score of the question against the headline',
  headlineShare: 'share of the headline that the question has',
  releaseHeaviestMissing: 'weight of the heaviest unit that the whole release lacks',
  releaseExactShare: 'share of the words and numbers in other scripts that the release holds',
  addedToPrevious: 'what the three together explain beyond the sentence before',
  // How the match lies.
  alignment: 'Smith-Waterman score of the question against the sentence',
  longestRun: 'longest run of terms in both over the terms of the question',
  window12: 'most weight within 12 terms',
  window30: 'most weight within 30 terms',
  bestClause: 'most weight within one clause',
  // What stands near the match: nearness of the best unmatched term of its kind.
  expectedNear: 'what this kind of question asks for',
  expectedCount: 'how many terms are what it asks for, at most 8',
  numberNear: 'a number',
  timeNear: 'a date or time',
  agentNear: 'a person or body',
  placeNear: 'a place',
  quotedNear: 'something in quotation marks',
  wordNear: 'a word of another script',
  reasonNear: 'a reason',
  mannerNear: 'a manner',
  copulaNear: 'a definition',
  negationNear: 'a negation',
  itemNear: 'an item of a list',
  unitNear: 'a number before the unit that is asked for',
  focusNear: 'the noun that is asked for',
  asksQuantity: '1 when it asks for a quantity of some type, a date or a rank',
  askedAgreement: 'how well the best new quantity agrees with the type and unit asked for, 0 to 3',
  askedNear: 'nearness of the match to the quantities that agree best',
  askedBefore: 'the same agreement in the sentence before',
  askedBehind: 'the same agreement in the sentence behind',
  // The sentence itself.
  length: 'ln(1 + terms)',
  newTerms: 'ln(1 + terms that are not in the question)',
  matchedShare: 'share of its terms that the question has',
  markShare: 'share of punctuation: navigation and tables have much',
  numberShare: 'share of numbers',
  position: 'ln(1 + sentences before it)',
  relativePosition: '0 for the first sentence, 1 for the last',
  releaseLength: 'ln(1 + sentences in the release)',
  opensLine: '1 at the start of a line',
  opensPronoun: '1 when it opens with a pronoun: it goes on about the sentence before',
  pronounBehind: '1 when the sentence behind does',
  asks: '1 when it is a question',
  previousAsks: '1 when the sentence before is a question',
  previousOpensList: '1 when the sentence before ends in a colon',
  opensItem: '1 when it starts with （1）, 一、 or a bullet',
  yearsAsked: '1 when the question names a year',
  yearsAgree: 'share of the years asked that the sentence names',
  yearsClash: '1 when it names years, none of them asked',
  yearsInRelease: 'share of the years asked that the release names',
  // What was learned about answers.
  likelihoodBest: 'logit of the term that is most likely in the answer',
  likelihoodRun: 'best mean logit of three neighbouring terms',
  likelihoodMass: 'ln of the sum of exp(logit)',
  likelihoodBefore: 'likelihoodBest of the sentence before; 0 where it was not looked at',
  likelihoodBehind: 'likelihoodBest of the sentence behind',
  alignmentBefore: 'alignment of the sentence before',
  alignmentBehind: 'alignment of the sentence behind',
  // The release.
  preliminary: 'the score that chose the sentence for a closer look',
  releaseScore: 'retrieval score of the release, 1 for the best',
  releaseEvidence: 'retrieval score of the release as it is, comparable between questions',
  releaseRank: '1 / rank of the release',
  releaseMargin: 'its distance to the best other release',
  cosine: 'cosine of question and sentence or passage, 0 without an embedder',
} as const;

/** Each also as its distance to the best sentence of all (`…Gap`) and of its release (`…GapWithin`). */
const compared = [
  'coverage',
  'bm25',
  'aroundCoverage',
  'aboveCoverage',
  'alignment',
  'window30',
  'bestClause',
  'expectedNear',
  'likelihoodBest',
  'likelihoodRun',
  'likelihoodMass',
  'preliminary',
  'cosine',
] as const satisfies readonly (keyof typeof described)[];

export type FeatureName = keyof typeof described;

const plain = Object.keys(described) as FeatureName[];

/** All columns: the described ones, then the compared ones. */
export const featureNames: readonly string[] = [
  ...plain,
  ...compared.flatMap((name) => [`${name}Gap`, `${name}GapWithin`]),
];

/** The position of a described column. */
export const column = Object.fromEntries(plain.map((name, i) => [name, i])) as Readonly<
  Record<FeatureName, number>
>;

/** For each compared column where its value and its two distances stand. */
export const comparedColumns = compared.map((name, i) => ({
  value: column[name],
  overall: plain.length + 2 * i,
  within: plain.length + 2 * i + 1,
}));

if (questionKinds.length !== column.kindOther - column.kindAmount + 1) {
  throw new Error('the kinds of question and their columns differ in number');
}
