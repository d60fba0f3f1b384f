import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadFoldTables } from '../../../src/adapters/han-tables.js';
import { bareRelease, prepareRelease } from '../../../src/core/corpus/corpus.js';
import {
  column,
  featureNames,
  type FeatureName,
} from '../../../src/core/ranking/feature-columns.js';
import { fold } from '../../../src/core/text/fold.js';
import { LexicalIndex } from '../../../src/core/search/lexical-index.js';
import { analyzeQuestion } from '../../../src/core/question/question.js';
import { weighQuestion } from '../../../src/core/question/question-units.js';
import {
  sentenceFeatures,
  type SentenceFeatures,
} from '../../../src/core/ranking/sentence-features.js';
import { poolSentences } from '../../../src/core/ranking/sentence-pool.js';
import { compareQuantities } from '../../../src/core/question/asked-quantities.js';
import { findLostWords } from '../../../src/core/ranking/lost-words.js';
import { termsOf } from '../../../src/core/text/terms.js';

const tables = loadFoldTables();
const background = { share: () => 0.01 };
const noTerms = { table: new Int8Array(4), scale: 1 };

function features(
  text: string,
  bodies: readonly string[],
  title: string | null = null,
): SentenceFeatures {
  const candidates = bodies.map((body, i) => ({
    prepared: prepareRelease({ ...bareRelease(String(i), body), title }, tables),
    releaseScore: 1 / (1 + i),
    score: 1 / (1 + i),
  }));
  const statistics = new LexicalIndex();
  statistics.add(
    candidates.map(({ prepared }, id) => ({ id, terms: termsOf(prepared.folded.text) })),
  );
  const question = analyzeQuestion(fold(text, tables).text);
  const units = weighQuestion(question, statistics, background);
  const pool = poolSentences(candidates, units);
  return sentenceFeatures(question, units, pool, noTerms, 100);
}

/** The value of a feature for the sentence at a position of the pool. */
function value({ sentences, rows }: SentenceFeatures, sentence: number, name: FeatureName): number {
  return rows[sentences.indexOf(sentence) * featureNames.length + column[name]]!;
}

describe('sentenceFeatures', () => {
  it('gives every visible sentence one row of finite values, whatever the texts', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.array(
          fc.array(
            fc.constantFrom(
              '多少',
              '签约',
              '2023年',
              '。',
              '\n',
              ' ',
              'GDP',
              '？',
              '(',
              '、',
              '是',
            ),
          ),
        ),
        (question, texts) => {
          const bodies = texts.map((parts) => parts.join(''));
          const { sentences, rows, pool } = features(question, bodies);
          expect(rows).toHaveLength(sentences.length * featureNames.length);
          expect(rows.every(Number.isFinite)).toBe(true);
          expect(new Set(sentences).size).toBe(sentences.length);
          expect(sentences.every((s) => s < pool.coverage.length)).toBe(true);
        },
      ),
    );
  });

  it('covers a question fully by its own words and not at all by others', () => {
    const found = features('签约投资额是多少', ['签约投资额为九百亿元。天气很好。']);
    expect(value(found, 0, 'coverage')).toBeCloseTo(1);
    expect(value(found, 1, 'coverage')).toBe(0);
    expect(value(found, 1, 'previousCoverage')).toBeCloseTo(1);
    expect(value(found, 1, 'aroundCoverage')).toBeCloseTo(1);
  });

  it('matches Traditional with Simplified', () => {
    expect(value(features('签约项目', ['簽約項目共有三個。']), 0, 'coverage')).toBeCloseTo(1);
  });

  it('knows a number before the unit that is asked for', () => {
    const found = features('逮捕了多少名士兵', ['逮捕了15名士兵。逮捕了15辆车。']);
    expect(value(found, 0, 'unitNear')).toBeGreaterThan(0);
    expect(value(found, 1, 'unitNear')).toBe(0);
    expect(value(found, 1, 'numberNear')).toBeGreaterThan(0);
  });

  it('tells years that agree from years that clash', () => {
    const found = features('2023年产值是多少', [
      '2023年产值938亿元。2017年产值421亿元。产值很高。',
    ]);
    expect([0, 1, 2].map((s) => value(found, s, 'yearsAgree'))).toEqual([1, 0, 0]);
    expect([0, 1, 2].map((s) => value(found, s, 'yearsClash'))).toEqual([0, 1, 0]);
    expect(value(found, 2, 'yearsInRelease')).toBe(1);
  });

  it('counts what stands nearer to the match as nearer', () => {
    const far = '产值' + '很'.repeat(30) + '938亿元。';
    const found = features('产值多少', [`产值938亿元。${far}`]);
    expect(value(found, 0, 'expectedNear')).toBeGreaterThan(value(found, 1, 'expectedNear'));
  });

  it('rewards order and unbroken runs', () => {
    const found = features('新闻发言人介绍', ['新闻发言人介绍。介绍人发言新闻。']);
    expect(value(found, 0, 'alignment')).toBeCloseTo(1);
    expect(value(found, 0, 'longestRun')).toBeCloseTo(1);
    expect(value(found, 1, 'longestRun')).toBeLessThan(0.5);
  });

  it('sees questions, lists and the headline', () => {
    const found = features('报名材料', ['报名要哪些材料？\n材料如下：\n（1）身份证。'], '报名指南');
    expect(value(found, 0, 'asks')).toBe(1);
    expect(value(found, 1, 'previousAsks')).toBe(1);
    expect(value(found, 2, 'previousOpensList')).toBe(1);
    expect(value(found, 2, 'opensItem')).toBe(1);
    expect(value(found, 2, 'headlineShare')).toBeCloseTo(0.5);
  });

  it('spells out an abbreviation that the corpus does not know', () => {
    expect(value(features('GDP是多少', ['地区生产总值为938亿元。']), 0, 'coverage')).toBeCloseTo(1);
    const known = features('GDP是多少', ['GDP为938亿元。生产总值为938亿元。']);
    expect(value(known, 0, 'coverage')).toBeCloseTo(1);
    expect(value(known, 1, 'coverage')).toBe(0);
  });

  it('sees a quantity of the type that is asked for, here and beside, and none that the question names', () => {
    const found = features('2023年签约额占几成', ['2023年签约额很高。其中签约额占30%。共63个。']);
    const of = (name: FeatureName): number[] => [0, 1, 2].map((s) => value(found, s, name));
    expect(of('asksQuantity')).toEqual([1, 1, 1]);
    expect(of('askedAgreement')).toEqual([0, 3, 0]);
    expect(of('askedBefore')).toEqual([0, 0, 3]);
    expect(of('askedBehind')).toEqual([3, 0, 0]);
    expect(value(found, 1, 'askedNear')).toBeGreaterThan(0);
    const year = features('2023年的前一年是哪一年', ['2023年。2022年。']);
    expect(value(year, 0, 'askedAgreement')).toBe(0);
    expect(value(year, 1, 'askedAgreement')).toBe(3);
    expect(value(features('谁来了', ['来了63人。']), 0, 'asksQuantity')).toBe(0);
  });

  it('sees what goes on about the sentence before', () => {
    const found = features('签约投资额', ['签约投资额很高。它增长很快。别的。', '签约。']);
    expect([0, 1, 2].map((s) => value(found, s, 'opensPronoun'))).toEqual([0, 1, 0]);
    expect([0, 1, 2].map((s) => value(found, s, 'pronounBehind'))).toEqual([1, 0, 0]);
    expect(value(found, 1, 'alignmentBefore')).toBeCloseTo(value(found, 0, 'alignment'));
    expect(value(found, 0, 'alignmentBefore')).toBe(0);
    // The sentence behind the last one of a release is of another release.
    expect(value(found, 2, 'alignmentBehind')).toBe(0);
  });

  it('compares with the best of all and of the release: 0 for the best, negative for others', () => {
    const found = features('签约投资额', ['签约投资额。', '签约。投资。']);
    const gap = featureNames.indexOf('coverageGap');
    const within = featureNames.indexOf('coverageGapWithin');
    const at = (s: number, f: number): number =>
      found.rows[found.sentences.indexOf(s) * featureNames.length + f]!;
    expect(at(0, gap)).toBe(0);
    expect(at(1, gap)).toBeLessThan(0);
    expect(Math.max(at(1, within), at(2, within))).toBe(0);
  });
});

describe('findLostWords', () => {
  const found = features('太原市地区生产总值', ['全区地区生产总值938亿元。太原中心落成。']);

  it('finds the word that a sentence does not explain', () => {
    expect(findLostWords(found.pool, found.units, [0])).toMatchObject({ length: 3 });
    expect(findLostWords(found.pool, found.units, [0]).share).toBeGreaterThan(0.2);
  });

  it('weighs the longest run that is explained: all of it where nothing is lost', () => {
    const whole = features('地区生产总值', ['全区地区生产总值938亿元。']);
    const { held } = findLostWords(whole.pool, whole.units, [0]);
    const all = whole.units.termWeights.reduce((sum, weight) => sum + weight, 0);
    expect(held).toBeCloseTo(all);
    expect(findLostWords(found.pool, found.units, [0]).held).toBeGreaterThan(0);
    expect(findLostWords(found.pool, found.units, []).held).toBe(0);
  });

  it('finds less lost in more sentences, and nothing where all is explained', () => {
    expect(findLostWords(found.pool, found.units, [0, 1]).length).toBe(1);
    const whole = features('地区生产总值', ['全区地区生产总值938亿元。']);
    expect(findLostWords(whole.pool, whole.units, [0])).toMatchObject({
      run: 0,
      length: 0,
      share: 0,
    });
  });
});

describe('compareQuantities', () => {
  const compare = (question: string, sentence: string) =>
    compareQuantities(analyzeQuestion(question), sentence);

  it('misses an amount or a time that the sentence does not add', () => {
    expect(compare('进出口额是多少', '进出口额大幅增长').isExpectedMissing).toBe(true);
    expect(compare('2017年签约多少个项目', '2017年签约63个项目').isExpectedMissing).toBe(false);
    expect(compare('发布会什么时候召开', '发布会在太原召开').isExpectedMissing).toBe(true);
    expect(compare('发布会什么时候召开', '12月27日召开发布会').isExpectedMissing).toBe(false);
  });

  it('misses the unit that is asked for', () => {
    expect(compare('高新技术企业有多少家', '培育市场主体5.9万户').isUnitMissing).toBe(true);
    expect(compare('高新技术企业有多少家', '高新技术企业120家').isUnitMissing).toBe(false);
    expect(compare('增长百分之几', '增长3.5%').isUnitMissing).toBe(false);
  });

  it('tells another value of the same unit from none', () => {
    expect(compare('第四十一场发布会是谁主持的', '第四十场发布会')).toMatchObject({
      missing: 1,
      clashing: 1,
    });
    expect(compare('第四十场发布会是谁主持的', '第40场发布会')).toMatchObject({
      missing: 0,
      clashing: 0,
    });
    expect(compare('48个项目是哪些', '项目很多')).toMatchObject({ missing: 1, clashing: 0 });
  });
});
