import { describe, expect, it } from 'vitest';
import { checkFreeClaim } from '../../../src/core/verify/claim-features.js';
import { tables } from '../../support/tables.js';

const kindOf = (claim: string, sentence: string): string[] => {
  const { features } = checkFreeClaim(claim, [sentence], tables);
  const { crosses: _, ...counts } = features;
  return Object.entries(counts).flatMap(([name, count]) => (count > 0 ? [name] : []));
};

describe('a figure that no sentence states', () => {
  it.each([
    ['约5.3亿人次。', '5.28亿人次。'], ['超过5亿人次。', '5.28亿人次。'], ['2.84萬公頃。', '28,397 hectares.'], ['近450场。', '449场。'],
    ['近两成。', '19%。'], ['逾四分之三。', '77%。'], ['600万公顷。', '9000万亩。'], ['920斤。', '460公斤。'], ['下调0.25个百分点。', '下调25个基点。'],
  ])('may be a stated one, rounded or converted: %s', (claim, sentence) => {
    expect(kindOf(claim, sentence)).toEqual(['roundedFigures']);
  }); // prettier-ignore

  it.each([
    ['26枚奖牌。', '10金7银9铜。'], ['共386人。', '72人和314人。'], ['多出64项。', '由93项减到29项。'], ['提高30个百分点。', '从60%到90%。'],
    ['三分之二的官员。', '18名官员中有12名。'], ['七倍多。', '从70亿元增长到513亿元。'],
  ])('may be calculated from stated ones: %s', (claim, sentence) => {
    expect(kindOf(claim, sentence)).toEqual(['derivedFigures']);
  }); // prettier-ignore

  it.each([
    ['2024年投资951.46亿元。', '2024年投资951.64亿元。', 'strangeFigures'],
    ['基金会成立于1989年。', '基金会成立于1998年。', 'strangeDates'],
    ['两人是副主席。', '张又侠和何卫东是副主席。', 'strangeCounts'],
    ['共15亿吨公里。', '共15万亿吨公里。', 'strangeFigures'],
  ])('is strange otherwise, a small count apart: %s', (claim, sentence, name) => {
    expect(kindOf(claim, sentence)).toEqual([name]);
  });

  it('is unknown of a claim that states nothing new', () => {
    expect(kindOf('2024年投资951.64亿元。', '2024年投资951.64亿元。')).toEqual([]);
  });
});
