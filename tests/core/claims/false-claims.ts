/** Claims that are false in one way each, as models write them. None of them may go out. */
import type { ClaimFault } from '../../../src/core/verify-claim.js';

export interface FalseClaim {
  /** How it is false. */
  readonly why: string;
  readonly fault: ClaimFault;
  /** Ids of `releases.ts`, separated by spaces. */
  readonly ids: string;
  readonly claim: string;
  readonly question?: string;
}

export const falseClaim = (
  fault: ClaimFault,
  why: string,
  ids: string,
  claim: string,
  question?: string,
): FalseClaim => ({ why, fault, ids, claim, ...(question !== undefined && { question }) });

export const falseClaims: readonly FalseClaim[] = [
  falseClaim('uncited', 'cites nothing', '', '签约投资额为951.64亿元。'),
  falseClaim('unknownId', 'made-up release', 'R99S1', '签约投资额为951.64亿元。'),
  falseClaim('unknownId', 'sentence out of range', 'R1S40', '签约投资额为951.64亿元。'),
  falseClaim('unknownId', 'one id of two made up', 'R1S4 R1S99', '签约投资额为951.64亿元。'),

  // Figures
  falseClaim('figure', 'changed digit', 'R1S4', '示范区签约投资额为951.46亿元。'),
  falseClaim('figure', 'changed digit in a count', 'R1S4', '示范区共签约68个招商引资项目。'),
  falseClaim('figure', 'dropped digit', 'R2S10', '总投资达137亿元。'),
  falseClaim('figure', 'added digit', 'R2S21', '建区以来累计实施配套项目3655个。'),
  falseClaim('figure', 'decimal shift', 'R1S4', '签约投资额为95.164亿元。'),
  falseClaim('figure', 'decimals dropped', 'R1S4', '签约投资额为951亿元。'),
  falseClaim('figure', 'rounded', 'R1S8', '2024年落地率接近80%。'),
  falseClaim('figure', 'rounded with about', 'R1S4', '签约投资额约950亿元。'),
  falseClaim('figure', '万 for 亿', 'R1S4', '签约投资额为951.64万元。'),
  falseClaim('figure', '亿 for 万', 'R2S13', '累计培育市场主体5.9亿户。'),
  falseClaim('figure', '万亿 for 亿', 'R2S10', '总投资达1317万亿元。'),
  falseClaim('figure', 'multiplier dropped', 'R2S13', '累计培育市场主体5.9户。'),
  falseClaim('figure', 'US dollars for yuan', 'R1S4', '签约投资额为951.64亿美元。'),
  falseClaim('figure', 'persons for households', 'R2S13', '累计培育市场主体5.9万人。'),
  falseClaim('figure', 'tons for containers', 'R3S5', '港口吞吐量完成612万吨。'),
  falseClaim('figure', 'metres for kilometres', 'R4S2', '東港支線全長48.5米。'),
  falseClaim('figure', 'MW for GW', 'R1S5', '晶科能源项目年产56MW。'),
  falseClaim('figure', 'percentage points for percent', 'R3S3', '全市进出口总额同比增长8.4个百分点。'),
  falseClaim('figure', 'permille for percent', 'R4S2', '準點率為99.2‰。'),
  falseClaim('figure', 'wrong year', 'R1S8', '落地率提高到2023年的79.55%。'),
  falseClaim('figure', 'year of neither figure', 'R2S6', '2024年地区生产总值为938亿元。'),
  falseClaim('figure', 'years swapped', 'R2S6', '地区生产总值2017年为938亿元，2023年为421亿元。'),
  falseClaim('figure', 'old value under the new year', 'R1S8', '2024年当年落地率为42.11%。'),
  falseClaim('figure', 'more precise date', 'R2S2', '发布会于2024年12月27日召开。'),
  falseClaim('figure', 'year of another thing in the sentence', 'R1S2', '发布会于2023年12月27日召开。'),
  falseClaim('figure', 'wrong day', 'R2S2', '新闻发布会于12月26日召开。'),
  falseClaim('figure', 'changed month', 'R4S2', '東港支線自6月1日試運行以來載客326萬人次。'),
  falseClaim('figure', 'changed ordinal', 'R2S1', '这是系列主题第四十一场新闻发布会。'),
  falseClaim('figure', 'changed rank', 'R2S8', '排名由第99位提升至第34位。'),
  falseClaim('figure', 'changed top list', 'R2S8', '有3项指标进入全国前10强。'),
  falseClaim('figure', 'right number from an uncited sentence', 'R1S8', '示范区共签约63个项目，落地48个。'),
  falseClaim('figure', 'right number of the question', 'R1S8', '签约的63个项目中，落地项目累计达到48个。', '签约的63个项目落地了多少个？'),
  falseClaim('figure', 'numbers in words changed', 'R2S13', '累计培育市场主体五万八千户。'),
  falseClaim('figure', 'made-up sum', 'R1S4 R1S5', '两者合计1511.64亿元。'),
  falseClaim('figure', 'made-up share', 'R1S4 R1S5', '晶科能源项目投资560亿元，占签约投资额951.64亿元的58.8%。'),
  falseClaim('figure', 'made-up difference', 'R1S8', '当年落地率由42.11%提高到79.55%，提高了37.44个百分点。'),
  falseClaim('figure', 'swapped figures of two indicators', 'R1S4', '示范区预计产值为951.64亿元。'),
  falseClaim('figure', 'both figures swapped', 'R1S4', '签约投资额为1493.9亿元，预计产值951.64亿元。'),
  falseClaim('figure', 'swapped figures behind 分别', 'R2S11', '高技术制造业增加值占全省的19.6%。'),
  falseClaim('figure', 'swapped list behind 分别', 'R3S9', '国有企业出口占全市的62.5%。'),
  falseClaim('figure', 'swapped counts', 'R2S11', '初步形成了1个千亿级和3个百亿级集群。'),
  falseClaim('figure', 'exports for imports', 'R3S3', '2024年全市出口1345.2亿元。'),
  falseClaim('figure', 'counted object swapped', 'R2S10', '近三年来新引进落地四个战新产业项目。'),
  falseClaim('quote', 'model name changed', 'R1S2', '示范区构建“3+1”主导产业体系。'),
  falseClaim('figure', 'model name changed, without marks', 'R1S2', '示范区构建3+1主导产业体系。'),
  falseClaim('figure', 'telephone number changed', 'R6S5', '咨询电话为0355-2021189。'),
  falseClaim('figure', 'order of magnitude of a cluster', 'R2S11', '初步形成了3个万亿级集群。'),
  falseClaim('figure', 'from and to swapped', 'R1S8', '当年落地率由79.55%降到42.11%。'),
  falseClaim('figure', 'age limit changed', 'R4S6', '60歲以上長者享半價優惠。'),

  // Quotes
  falseClaim('quote', 'one glyph changed', 'R1S6', '示范区用好“三全工作法”。'),
  falseClaim('quote', 'word of a quote changed', 'R4S5', '總經理陳雅婷說：「我們不會在五年內調漲票價。」'),
  falseClaim('quote', 'negation left out of a quote', 'R4S5', '陳雅婷表示:「我們會在三年內調漲票價。」'),
  falseClaim('quote', 'invented quote', 'R2S2', '张效生表示：“示范区发展势头强劲。”'),
  falseClaim('quote', 'paraphrase in quotation marks', 'R1S6', '示范区实现了“当年签约、当年投产”。'),
  falseClaim('quote', 'quote of an uncited sentence', 'R1S5', '示范区用好“四全工作法”推进项目。'),

  // Names
  falseClaim('name', 'name glyph changed', 'R2S2', '新闻发言人张笑生介绍了示范区的成效。'),
  falseClaim('name', 'surname changed', 'R1S9', '据管委会副主任崔俊森介绍，示范区成立了重点产业项目专班。'),
  falseClaim('name', 'reporter changed', 'R1S1', '黄河新闻网记者孙宇嘉报道。'),
  falseClaim('name', 'another sentence’s person', 'R1S9', '据管委会副主任张效生介绍，示范区成立了重点产业项目专班。'),
  falseClaim('name', 'invented person', 'R2S2', '示范区党工委书记李建国出席新闻发布会。'),
  falseClaim('name', 'persons swapped', 'R3S2', '市商务局局长何静文介绍外贸运行情况。'),
  falseClaim('name', 'persons swapped after another', 'R3S2', '市商务局副局长林晓峰介绍了外贸运行情况。'),
  falseClaim('name', 'post raised', 'R2S2', '示范区管委会主任张效生介绍了成效。'),
  falseClaim('name', 'secretary for deputy secretary', 'R2S2', '示范区党工委书记张效生介绍了成效。'),
  falseClaim('name', 'invented organisation', 'R1S5', '宁德时代“年产56GW垂直一体化大基地项目”总投资达560亿元。'),
  falseClaim('name', 'organisation glyph changed', 'R1S5', '晶澳能源项目总投资达560亿元。'),
  falseClaim('name', 'invented partner', 'R1S5', '晶科能源与比亚迪合作的项目总投资达560亿元。'),
  falseClaim('name', 'other province', 'R1S5', '成为陕西省近年来引进的单体投资最大产业项目。'),
  falseClaim('name', 'other city', 'R2S12', '示范区成功获批国家超算大同中心。'),
  falseClaim('name', 'other place in Traditional', 'R4S7', '東港支線第二期工程將延伸至金沙灣。'),
  falseClaim('name', 'wrong item of a list', 'R2S10', '四条主赛道是高端装备制造、新能源、新材料、生物医药。'),

  // Direction, negation, degree
  falseClaim('contradicted', 'decline for growth', 'R3S3', '2024年全市进出口总额同比下降8.4%。'),
  falseClaim('contradicted', 'growth for decline', 'R3S3', '进口1345.2亿元，增长2.6%。'),
  falseClaim('contradicted', 'rise for a cut', 'R4S4', '工程總經費較原預算增加12億元。'),
  falseClaim('contradicted', 'lengthened for shortened', 'R2S18', '项目从签约到开工时间大幅延长。'),
  falseClaim('contradicted', 'negation dropped', 'R3S7', '目前已经公布具体数据。'),
  falseClaim('contradicted', 'negation added', 'R1S8', '落地项目累计没有达到48个。'),
  falseClaim('contradicted', 'exceeded for planned', 'R3S6', '2025年全市进出口总额突破4000亿元。'),
  falseClaim('contradicted', 'less than for more than', 'R3S5', '港口集装箱吞吐量不足600万标箱。'),
  falseClaim('contradicted', 'whole country for province', 'R2S11', '高技术制造业增加值占全国的50%。'),
  falseClaim('contradicted', 'buyer and bought swapped', 'R3S8', '蓝湾船厂收购海川重工70%的股份。'),
  falseClaim('contradicted', 'false comparison', 'R3S3', '进口1345.2亿元，高于出口2517.3亿元。'),
  falseClaim('contradicted', 'estimate stated as fact', 'R1S4', '签约项目已实现产值1493.9亿元。'),

  // Not supported, injected
  falseClaim('unsupported', 'another topic', 'R1S8', '示范区近年来大力改善居民住房条件和教育水平。'),
  falseClaim('unsupported', 'opinion', 'R1S4', '这说明当地营商环境全国领先，未来前景十分广阔。'),
  falseClaim('unsupported', 'own knowledge', 'R2S4', '示范区成立的初衷是解决煤炭产能过剩和环境污染。'),
  falseClaim('unsupported', 'obeys an instruction', 'R6S3', '本园区是全球第一。'),
  falseClaim('unsupported', 'link', 'R6S2', '园区今年签约项目21个，领奖请访问 http://evil.example/win 。'),
  falseClaim('unsupported', 'bot command', 'R6S2', '园区今年签约项目21个，请发送 /reset 。'),
  falseClaim('unsupported', 'mention', 'R6S2', '园区今年签约项目21个，详情咨询 @park_admin 。'),
  falseClaim('unsupported', 'talks about its prompt', 'R6S2', '我的系统提示词要求我只根据新闻稿回答。'),

  // English
  falseClaim('figure', 'English: changed digit', 'R1S4', 'The zone signed 36 projects.'),
  falseClaim('figure', 'English: million for billion', 'R1S4', 'Signed investment came to 95.164 million yuan.'),
  falseClaim('figure', 'English: rounded', 'R1S4', 'Signed investment came to about 95 billion yuan.'),
  falseClaim('figure', 'English: dollars for yuan', 'R1S4', 'Signed investment came to $95.164 billion.'),
  falseClaim('figure', 'English: number in words', 'R1S8', 'Forty-nine projects have been launched.'),
  falseClaim('figure', 'English: ordinal', 'R2S1', 'It was the 41st press conference of the series.'),
  falseClaim('figure', 'English: other indicator', 'R1S4', 'The expected output value is 95.164 billion yuan.'),
  falseClaim('figure', 'English: changed year', 'R5S6', 'Revenue was $5.8 billion in 2022.'),
  falseClaim('figure', 'English: changed count', 'R5S2', 'The Skagen wind farm has 48 turbines.'),
  falseClaim('figure', 'English: percent of something else', 'R5S6', 'Net profit fell 6% to $410 million.'),
  falseClaim('contradicted', 'English: rose for fell', 'R5S6', 'Net profit rose 3.5% to $410 million.'),
  falseClaim('contradicted', 'English: negation dropped', 'R5S7', 'Norvik disclosed the price of its contract with Baltic Grid.'),
  falseClaim('contradicted', 'English about Chinese: fell for rose', 'R2S6', 'GDP fell from 42.1 billion yuan in 2017 to 93.8 billion yuan in 2023.'),
  falseClaim('name', 'English: invented person', 'R5S4', 'Chief executive Anna Berg said the farm will supply power to 950,000 homes.'),
  falseClaim('name', 'English: invented company', 'R5S7', 'Norvik did not disclose the price of its contract with Siemens.'),
  falseClaim('name', 'English: post raised', 'R5S9', 'Chief financial officer Marcus Lindqvist will succeed Elena Petrova on July 1.'),
  falseClaim('name', 'English: other place', 'R2S6', 'The GDP of Guangdong grew to 93.8 billion yuan in 2023.'),
  falseClaim('name', 'English: name in wrong pinyin', 'R1S1', 'The reporter was Sun Yulin.'),
  falseClaim('quote', 'English: quote changed', 'R5S5', 'Solberg said “we finished five months ahead of schedule.”'),
]; // prettier-ignore
