import { loadScriptConverter } from '../../../src/adapters/script-converter.js';
import { describe, expect, it } from 'vitest';
import { CitationList } from '../../../src/core/answer/cite.js';
import { bareRelease, prepareRelease } from '../../../src/core/corpus/corpus.js';
import type { EvidenceSentence } from '../../../src/core/draft/evidence.js';
import { writeCalculations } from '../../../src/core/compose/calculation-text.js';
import {
  calculateProposed,
  parseCalculation,
  holdsCalculation,
  startsCalculation,
} from '../../../src/core/draft/proposed-calculation.js';
import { tables } from '../../support/tables.js';

const sentences = {
  R1S1: '2023年以來,共簽約63個項(xiàng)目,簽約投資額為951.64億元,預(yù)計(jì)產(chǎn)值1493.9億元。',
  R1S2: '晶科能源項(xiàng)目總投資達(dá)560億元。',
  R1S3: '當(dāng)年落地率由2023年的42.11%提高到2024年的79.55%,落地項(xiàng)目累計(jì)達(dá)到48個,落地率高達(dá)76.19%。',
  R1S4: '地區(qū)生產(chǎn)總值由2017年的421億元增長到2023年的938億元,排名由第99位提升至第43位。',
  R1S5: '培育市場主體5.9萬戶,其中企業(yè)100多家,新增3000戶,虧損0元,裝機(jī)56GW。',
  R1S6: '企業(yè)投入約20億元,稅收3個億,建成3個園區(qū)和3個基地。',
  R1S7: '2022年投資額為800億元。',
  R1S8: '全線設有17個車站,其中5個為轉乘站,4個為地下車站。',
  R1S9: '進出口總額3862.5億元;其中出口2517.3億元,進口1345.2億元。',
  R1S10: '其中民營企業出口1500億元。',
  R1S11: '全年新增外貿企業1280家,累計達到1.46萬家。',
  R1S12: '新引進落地121個項目。',
  R1S13: '另有30個項目簽約。',
};
const { toSimplified } = loadScriptConverter();
const prepared = prepareRelease(bareRelease('a', Object.values(sentences).join('')), tables);
const evidence = new Map<string, EvidenceSentence>(
  Object.keys(sentences).map((id, sentence) => [id, { id, prepared, sentence, shown: '' }]),
);

function run(line: string, reader: 'zh-Hans' | 'en' = 'zh-Hans'): string {
  const proposed = parseCalculation(line);
  if (!proposed) return 'no calculation';
  const calculated = calculateProposed(proposed, evidence, tables);
  if ('fault' in calculated) return calculated.fault;
  return writeCalculations([calculated], new CitationList(), {
    tables,
    reader,
    toReader: toSimplified,
  }).text;
}

describe('a proposed calculation', () => {
  it('has the sentences of its test in order', () => {
    expect(prepared.sentences).toHaveLength(Object.keys(sentences).length);
  });

  it.each([
    ['share 560亿元 [R1S2] / 951.64亿元 [R1S1]', '560 ÷ 951.64 = 58.8 %', '[1][2]'],
    ['share 560億元 [R1S2] ÷ 951.64億元 [R1S1] = 60%', '560 ÷ 951.64 = 58.8 %', '[1][2]'],
    ['difference 938亿元 [R1S4] - 421亿元 [R1S4]', '938 − 421 = 517亿元', '[1]'],
    ['difference 421亿元 [R1S4] - 938亿元 [R1S4]', '421 − 938 = −517亿元', '[1]'],
    ['growth 421亿元 [R1S4] -> 938亿元 [R1S4]', '(938 − 421) ÷ 421 = 122.8 %', '[1]'],
    ['growth 421亿元【R1S4】→938亿元【R1S4】', '(938 − 421) ÷ 421 = 122.8 %', '[1]'],
    ['difference 79.55% [R1S3] - 42.11% [R1S3]', '79.55% − 42.11% = 37.44个百分点', '[1]'],
    ['difference 第99位 [R1S4] - 第43位 [R1S4]', '99 − 43 = 56位', '[1]'],
    ['sum 951.64亿元 [R1S1] + 560亿元 [R1S2]', '951.64 + 560 = 1511.64亿元', '[1][2]'],
    ['difference 63个 [R1S1] - 48个 [R1S3].', '63 − 48 = 15个', '[1][2]'],
    ['difference 5.9万户 [R1S5] - 3000户 [R1S5]', '5.9万户 − 3000户 = 5.6万户', '[1]'],
    ['share 3000户 [R1S5] / 5.9万户 [R1S5]', '3000户 ÷ 5.9万户 = 5.1 %', '[1]'],
    ['sum 5个 [R1S8] + 4个 [R1S8]', '5 + 4 = 9个', '[1]'],
    ['sum 2517.3亿元 [R1S9] + 1345.2亿元 [R1S9]', '2517.3 + 1345.2 = 3862.5亿元', '[1]'],
    ['sum 63个 [R1S1] + 30个 [R1S13]', '63 + 30 = 93个', '[1][2]'],
    ['sum 48个 [R1S3] + 121个 [R1S12]', '48 + 121 = 169个', '[1][2]'],
  ])('is carried out: CALC %s', (line, formula, marks) => {
    for (const bullet of ['', '- ']) expect(run(`${bullet}CALC ${line}`)).toBe(`${formula}（由机器人计算）${marks}`);
  });

  it.each([
    ['unit', 'share 63个 [R1S1] / 5.9万户 [R1S5]'],
    ['unit', 'share 42.11% [R1S3] / 79.55% [R1S3]'],
    ['year', 'growth 951.64亿元 [R1S1] -> 938亿元 [R1S4]'],
    ['overlap', 'sum 63个 [R1S1] + 48个 [R1S3]'],
    ['overlap', 'sum 5个 [R1S8] + 4个 [R1S8] + 17个 [R1S8]'],
    ['overlap', 'sum 2517.3亿元 [R1S9] + 1500亿元 [R1S10]'],
    ['overlap', 'sum 1280家 [R1S11] + 1.46万家 [R1S11]'],
    ['approximate', 'sum 100多家 [R1S5] + 48个 [R1S3]'],
    ['unknown-figure', 'share 561亿元 [R1S2] / 951.64亿元 [R1S1]'],
    ['unknown-figure', 'share 560亿元 [R1S1] / 951.64亿元 [R1S1]'],
    ['unknown-id', 'share 560亿元 [R9S9] / 951.64亿元 [R1S1]'],
    ['ambiguous-figure', 'sum 3个 [R1S6] + 48个 [R1S3]'],
    ['count', 'share 560亿元 [R1S2] / 938亿元 [R1S4] / 421亿元 [R1S4]'],
    ['no calculation', 'difference 938 - 421'],
    ['no calculation', 'difference 938亿元 [R1S4]'],
    ['no calculation', 'difference 938亿元 [R1S4] + 421亿元 [R1S4]'],
    ['no calculation', 'product 938亿元 [R1S4] * 421亿元 [R1S4]'],
  ])('is refused (%s): CALC %s', (fault, line) => {
    expect(run(`CALC ${line}`)).toBe(fault);
  });

  it.each([
    (spaces: string) => `CALC sum ${spaces}5个 [R1S8] + 4个 [R1S8]`,
    (spaces: string) => `CALC sum 5个${spaces}[R1S8] + 4个 [R1S8]`,
    (spaces: string) => `CALC sum 5个 [R1S8]${spaces}+ 4个 [R1S8]`,
    (spaces: string) => `CALC sum 5个 [R1S8] + 4个 [R1S8]${spaces}`,
    (spaces: string) => `CALC sum ${spaces}`,
    (spaces: string) => `${spaces}CALC sum`,
    (spaces: string) => `CALC sum 5个 [R1S8] +${spaces}4个`,
    (spaces: string) => `CALC sum${spaces}5个\u20284个`,
  ])('is read in time with 100,000 spaces', (lineWith) => {
    const started = performance.now();
    parseCalculation(lineWith(' '.repeat(100_000)));
    parseCalculation(lineWith('\t '.repeat(50_000)));
    expect(performance.now() - started).toBeLessThan(1000);
  });

  it('is worded in the reader’s language', () => {
    expect(run('CALC difference 79.55% [R1S3] - 42.11% [R1S3]', 'en')).toBe(
      '79.55% − 42.11% = 37.44 percentage points (calculated by the bot) [1]',
    );
  });

  it('never passes for a sentence, even when it is malformed', () => {
    expect(startsCalculation('CALC 938-421=517')).toBe(true);
    expect(startsCalculation('**CALC** share')).toBe(true);
    expect(startsCalculation('签约投资额为951.64亿元。[R1S1]')).toBe(false);
    expect(startsCalculation('calc sum')).toBe(true);
    expect(startsCalculation('CALCULATED')).toBe(false);
  });
});

describe('a piece of a calculation', () => {
  it.each(['合计 CALC sum 63个', '+ 48个', '-> 938亿元', '÷ 951.64亿元', 'see calc: share 3'])(
    'is seen in a claim: %s',
    (text) => expect(holdsCalculation(text)).toBe(true),
  );

  it.each(['签约投资额为951.64亿元。', 'Calc shares its data.', '从421亿元 -> 938亿元'])('is not seen in %s', (text) =>
    expect(holdsCalculation(text)).toBe(false),
  );
});
