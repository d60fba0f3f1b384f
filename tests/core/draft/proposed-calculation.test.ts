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
  R1S6: '企業(yè)投入約20億元,稅收3個億,建成3個園區(qū)和3個基地。',
  R1S8: '全線設有17個車站,其中5個為轉乘站,4個為地下車站。',
  R1S9: '進出口總額3862.5億元;其中出口2517.3億元,進口1345.2億元。',
  R1S10: '其中民營企業出口1500億元。',
  R1S11: '全年新增外貿企業1280家,累計達到1.46萬家。',
  R1S12: '新引進落地121個項目。',
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
  return writeCalculations([calculated], new CitationList(), { tables, reader, toReader: toSimplified }).text;
}

describe('a proposed calculation', () => {
  it.each([
    ['share 560億元 [R1S2] ÷ 951.64億元 [R1S1] = 60%', '560 ÷ 951.64 = 58.8 %', '[1][2]'],
    ['difference 938亿元 [R1S4] - 421亿元 [R1S4]', '938 − 421 = 517亿元', '[1]'],
    ['growth 421亿元 [R1S4] -> 938亿元 [R1S4]', '(938 − 421) ÷ 421 = 122.8 %', '[1]'],
    ['growth 421亿元【R1S4】→938亿元【R1S4】', '(938 − 421) ÷ 421 = 122.8 %', '[1]'],
    ['difference 63个 [R1S1] - 48个 [R1S3].', '63 − 48 = 15个', '[1][2]'],
    ['sum 2517.3亿元 [R1S9] + 1345.2亿元 [R1S9]', '2517.3 + 1345.2 = 3862.5亿元', '[1]'],
    ['sum 48个 [R1S3] + 121个 [R1S12]', '48 + 121 = 169个', '[1][2]'],
  ])('is carried out: CALC %s', (line, formula, marks) => {
    for (const bullet of ['', '- ']) expect(run(`${bullet}CALC ${line}`)).toBe(`${formula}（由机器人计算）${marks}`);
  });

  it.each([
    ['overlap', 'sum 5个 [R1S8] + 4个 [R1S8] + 17个 [R1S8]'],
    ['overlap', 'sum 2517.3亿元 [R1S9] + 1500亿元 [R1S10]'],
    ['overlap', 'sum 1280家 [R1S11] + 1.46万家 [R1S11]'],
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

  it.each(['CALC sum 5个 [R1S9] + 4个 [R1S9]', 'CALC sum 5个\u20284个'])(
    'is read in time with 100,000 spaces anywhere: %s',
    (line) => {
      const started = performance.now();
      for (let at = 0; at <= line.length; at++) {
        for (const spaces of [' '.repeat(100_000), '\t '.repeat(50_000)]) {
          parseCalculation(line.slice(0, at) + spaces + line.slice(at));
          parseCalculation(line.slice(0, at) + spaces);
        }
      }
      expect(performance.now() - started).toBeLessThan(3000);
    },
  );

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
