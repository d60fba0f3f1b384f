/** Abbreviations that readers type and releases spell out. */
import { layOutTerms, type TermSequence } from '../corpus/sentence-terms.js';
import { wordTerm } from '../text/terms.js';

/** Folded, as official Chinese texts write them. */
const spellings: Readonly<Record<string, string>> = {
  ai: '人工智能',
  ceo: '首席执行官',
  cpi: '居民消费价格',
  eu: '欧盟',
  fdi: '外商直接投资',
  gdp: '生产总值',
  imf: '国际货币基金组织',
  pmi: '采购经理指数',
  ppi: '工业生产者出厂价格',
  un: '联合国',
  who: '世界卫生组织',
  wto: '世界贸易组织',
};

const spelledOut = new Map(
  Object.entries(spellings).map(([short, long]) => [wordTerm(short), layOutTerms(long)]),
);

/** The terms that an abbreviation stands for; undefined for any other term. */
export function spellOut(term: number): TermSequence | undefined {
  return spelledOut.get(term);
}
