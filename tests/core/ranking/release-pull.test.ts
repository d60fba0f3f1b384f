import { describe, expect, it } from 'vitest';
import { analyzeQuestion } from '../../../src/core/question/question.js';
import { releasePull } from '../../../src/core/ranking/release-pull.js';

describe('releasePull', () => {
  it('leaves Chinese questions to the trees, and holds the others to their release', () => {
    expect(releasePull(analyzeQuestion('2023年gdp是多少'))).toBe(0);
    expect(releasePull(analyzeQuestion('acme opens a new plant'))).toBeGreaterThan(0);
    expect(releasePull(analyzeQuestion('2023 gdp'))).toBeGreaterThan(0);
  });
});
