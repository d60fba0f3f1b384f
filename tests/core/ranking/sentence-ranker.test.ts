import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadFoldTables } from '../../../src/adapters/han-tables.js';
import { chooseSentence } from '../../../src/core/ranking/choose-sentence.js';
import {
  bareRelease,
  prepareRelease,
  type PreparedRelease,
} from '../../../src/core/corpus/corpus.js';
import { featureNames } from '../../../src/core/ranking/feature-columns.js';
import { fold } from '../../../src/core/text/fold.js';
import { LexicalIndex } from '../../../src/core/search/lexical-index.js';
import { analyzeQuestion } from '../../../src/core/question/question.js';
import { refusalFeatureNames } from '../../../src/core/ranking/refusal-features.js';
import {
  answerLogOdds,
  parseRankerWeights,
  rankSentences,
  rankerVersion,
  type RankerWeights,
  type Ranking,
  type SavedRanker,
} from '../../../src/core/ranking/sentence-ranker.js';
import { parseSpanWeights } from '../../../src/core/span/span-model.js';
import { termsOf } from '../../../src/core/text/terms.js';

const tables = loadFoldTables();
const spans = parseSpanWeights(JSON.parse(readFileSync('models/span.json', 'utf8')));

function release(id: string, body: string, title: string | null = null): PreparedRelease {
  return prepareRelease({ ...bareRelease(id, body), title }, tables);
}

const growth = release(
  'growth',
  '示范區牢牢把握高質量發展。全區地區生產總值由2017年的421億元增長到2023年的938億元。在國家級經開區考核排名中，示范區提升至第43位。累計培育市場主體5.9萬戶。',
  '示范區舉行新聞發布會',
);
const signing = release(
  'signing',
  '12月27日，省政府新聞辦公室召開新聞發布會。共簽約63個招商引資項目，簽約投資額為951.64億元。據管委會副主任崔俊林介紹，示范區成立了重點產業項目專班。',
);
const corpus = [growth, signing];

const statistics = new LexicalIndex();
statistics.add(corpus.map(({ folded }, id) => ({ id, terms: termsOf(folded.text) })));

/** Weights that order by coverage alone and are sure where the best coverage is above one half. */
const plain: SavedRanker = {
  version: rankerVersion,
  features: featureNames,
  refusalFeatures: refusalFeatureNames,
  background: { levels: ['', '的 是'], rareCharacter: 0.01, rareTerm: 0.001 },
  terms: { scale: 0.1, table: btoa('\0\0\0\0') },
  order: {
    feature: [[featureNames.indexOf('coverageGap'), -1, -1]],
    threshold: [[-1e-6, -1, 1]],
  },
  refusal: {
    feature: [[refusalFeatureNames.indexOf('coverage'), -1, -1]],
    threshold: [[0.5, -3, 3]],
  },
};

function rank(text: string, weights: RankerWeights, releases = corpus): Ranking {
  const question = analyzeQuestion(fold(text, tables).text);
  const candidates = releases.map((prepared) => ({ prepared, releaseScore: 1, score: 1 }));
  return rankSentences(question, candidates, statistics, weights);
}

/** The probability that the best sentence answers. */
function probability(text: string, weights: RankerWeights): number {
  const ranking = rank(text, weights);
  const [best] = chooseSentence(ranking, spans);
  return 1 / (1 + Math.exp(-answerLogOdds(ranking, best!, weights)));
}

describe('rankSentences with plain weights', () => {
  const weights = parseRankerWeights(JSON.stringify(plain));

  it('puts the sentence that covers the question first, whatever its script', () => {
    for (const text of ['簽約投資額', '签约投资额']) {
      expect(rank(text, weights).sentences[0]).toMatchObject({ candidate: 1, sentence: 1 });
    }
  });

  it('orders every visible sentence once, best first', () => {
    const { sentences } = rank('签约投资额是多少?', weights);
    expect(new Set(sentences.map((s) => `${s.candidate}/${s.sentence}`)).size).toBe(7);
    const scores = sentences.map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
  });

  it('gives a probability from the refusal forest', () => {
    expect(probability('签约投资额', weights)).toBeGreaterThan(0.9);
    expect(probability('北京冬奥会开幕', weights)).toBeLessThan(0.1);
  });

  it('finds nothing where there is nothing', () => {
    expect(rank('签约', weights, []).sentences).toEqual([]);
    expect(rank('签约', weights, [release('blank', ' \n')]).sentences).toEqual([]);
  });

  it('takes a question without any word', () => {
    expect(rank('??', weights).sentences).toHaveLength(7);
  });
});

describe('parseRankerWeights', () => {
  const broken: readonly (readonly [string, Partial<SavedRanker>, RegExp])[] = [
    ['another version', { version: 0 }, /version 0.*npm run train/],
    ['other features', { features: ['length'] }, /feature 0.*"length".*npm run train/],
    ['fewer features', { features: featureNames.slice(1) }, /feature 0/],
    ['a tree cut short', { order: { feature: [[0, -1]], threshold: [[0, 1]] } }, /node 2/],
    [
      'an unknown feature',
      { order: { feature: [[9999, -1, -1]], threshold: [[0, 1, 2]] } },
      /node 0/,
    ],
    ['a table of an odd size', { terms: { scale: 1, table: btoa('abc') } }, /power of two/],
  ];
  it.each(broken)('rejects %s', (_, change, message) => {
    expect(() => parseRankerWeights(JSON.stringify({ ...plain, ...change }))).toThrow(message);
  });
});

describe('the shipped weights on the two texts of the example', () => {
  let weights: RankerWeights;
  beforeAll(() => {
    weights = parseRankerWeights(readFileSync('models/ranker.json', 'utf8'));
  });

  const answered: readonly (readonly [string, string])[] = [
    ['示范区签约投资额是多少？', '951.64億元'],
    ['2023年地区生产总值是多少', '938億元'],
    ['谁介绍了专班', '崔俊林'],
    ['发布会什么时候召开', '12月27日'],
    ['培育了多少市场主体', '5.9萬戶'],
  ];
  it.each(answered)('%s is answered by %s', (text, answer) => {
    const [best] = rank(text, weights).sentences;
    const { release: found, sentences } = corpus[best!.candidate]!;
    const { start, end } = sentences[best!.sentence]!;
    expect(found.body.slice(start, end)).toContain(answer);
  });

  it('trusts the answer more than a question with another year or from elsewhere', () => {
    const sure = probability('2023年地区生产总值是多少', weights);
    expect(probability('2024年地区生产总值是多少', weights)).toBeLessThan(sure / 2);
    expect(probability('北京冬奥会什么时候举行', weights)).toBeLessThan(sure / 2);
    expect(probability('太原市的人口是多少', weights)).toBeLessThan(sure / 2);
  });
});
