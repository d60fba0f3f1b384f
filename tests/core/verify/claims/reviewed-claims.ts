/** Claims that a review found to pass though they are false, with others like them, and good ones of the same kinds. */
import { falseClaim, type FalseClaim } from './false-claims.js';
import { good, type GoodClaim } from './good-claims.js';

export const reviewedFalseClaims: readonly FalseClaim[] = [
  // Free of charge
  falseClaim('unsupported', 'free for a price', 'R4S6', '单程票免费，65岁以上长者享半价。'),
  falseClaim('unsupported', 'free for a price, alone', 'R4S6', '单程票价免费。'),
  falseClaim('contradicted', 'no charge for a subsidy', 'R8S3', '改革后不再收取餐费，差额由市政府补贴。'),
  falseClaim('unsupported', 'free, of another thing in the sentence', 'R11S3', '新馆免费使用盲文阅览室。'),
  falseClaim('unsupported', 'English: free for a price', 'R8S3', 'Lunches cost 22 yuan and will be free of charge for all.'),

  // Planned for done
  falseClaim('contradicted', 'planned for done', 'R3S8', '海川重工计划收购蓝湾船厂70%的股份。'),
  falseClaim('contradicted', 'intended for done', 'R3S8', '海川重工拟以18.6亿元收购蓝湾船厂70%的股份。'),
  falseClaim('contradicted', 'to be held for held', 'R2S2', '新闻发布会将于12月27日召开。'),
  falseClaim('contradicted', 'planned for founded', 'R1S9', '示范区计划成立重点产业项目专班。'),
  falseClaim('contradicted', 'hoped for approved', 'R2S12', '示范区有望获批国家超算太原中心。'),
  falseClaim('contradicted', 'planned for signed', 'R1S4', '示范区计划签约63个招商引资项目。'),
  falseClaim('contradicted', 'about to for done', 'R11S2', '澄江市图书馆新馆即将开放。'),
  falseClaim('contradicted', 'English: will for did', 'R5S2', 'Norvik Energy will open its Skagen offshore wind farm.'),
  falseClaim('contradicted', 'English about Chinese: plans for did', 'R1S4', 'The zone plans to sign 63 investment projects.'),

  // Done for planned
  falseClaim('contradicted', 'hired for will hire', 'R7S6', '公司已新招聘约600名研发人员。'),
  falseClaim('contradicted', 'hired for will hire, with 了', 'R7S6', '下半年公司新招聘了约600名研发人员。'),
  falseClaim('contradicted', 'begun for next year', 'R8S5', '首阶段试行已在城东、河西两区开始。'),
  falseClaim('contradicted', 'extended for will extend', 'R4S7', '东港支线第二期工程已延伸至白沙湾。'),
  falseClaim('contradicted', 'rebuilt for will be rebuilt', 'R11S6', '老馆已经改造为少儿分馆。'),
  falseClaim('contradicted', 'English about Chinese: has hired', 'R7S6', 'The company has hired about 600 researchers.'),

  // A cause that nobody states
  falseClaim('unsupported', 'cause added', 'R2S6', '由于产业升级，地区生产总值由2017年的421亿元增长到2023年的938亿元。'),
  falseClaim('unsupported', 'credit added', 'R3S3', '得益于民营企业，2024年出口2517.3亿元、增长11.2%。'),
  falseClaim('unsupported', 'one figure made the cause of another', 'R10S5', '因房地产开发投资下降12.5%，固定资产投资下降1.8%。'),
  falseClaim('unsupported', 'cause between what only stands side by side', 'R7S3', '由于营业收入下降，净利润同比增长12.6%。'),
  falseClaim('unsupported', 'one reform made the cause of another', 'R2S18', '由于生产成本降低，项目从签约到开工时间大幅缩短。'),
  falseClaim('unsupported', 'the reason', 'R7S9', '员工较年初减少412人，原因是效益下降。'),
  falseClaim('unsupported', 'English: cause added', 'R5S3', 'The project created 2,150 jobs because it cost $3.4 billion.'),

  // Said around a figure
  falseClaim('unsupported', 'a year for in all', 'R2S21', '每年实施基础设施配套项目365个。'),
  falseClaim('unsupported', 'a year for since', 'R1S4', '示范区每年签约63个招商引资项目。'),
  falseClaim('unsupported', 'a month for a half year', 'R7S4', '公司每月研发投入11.03亿元。'),
  falseClaim('unsupported', 'English: a year for in all', 'R2S21', '365 projects have been carried out per year.'),
  falseClaim('contradicted', 'about for exact', 'R1S4', '签约投资额为951.64亿元左右。'),
  falseClaim('contradicted', 'about for exact, before it', 'R1S8', '落地率约为76.19%。'),
  falseClaim('contradicted', 'about for a count', 'R1S4', '示范区共签约约63个招商引资项目。'),
  falseClaim('contradicted', 'highest for the only one', 'R1S8', '落地率最高达76.19%。'),
  falseClaim('contradicted', 'highest for average', 'R4S2', '平日日均载客最高9.8万人次。'),
  falseClaim('contradicted', 'highest for fixed', 'R8S7', '合约金额最高为2.4亿元。'),
  falseClaim('unsupported', 'for the first time', 'R1S4', '示范区首次签约63个招商引资项目。'),
  falseClaim('unsupported', 'the first', 'R4S2', '首个支线全长48.5公里。'),
  falseClaim('unsupported', 'the only one', 'R1S5', '晶科能源项目是唯一总投资达560亿元的项目。'),
  falseClaim('unsupported', 'English: the only one', 'R5S2', 'Skagen is the only wind farm with 84 turbines.'),

  // Undone
  falseClaim('unsupported', 'rejected for signed', 'R1S4', 'The zone rejected 63 projects since 2023.'),
  falseClaim('unsupported', 'cancelled for signed', 'R1S4', '63 investment projects were cancelled.'),
  falseClaim('unsupported', 'delayed for landed', 'R1S8', '48 projects were delayed, a rate of 76.19%.'),
  falseClaim('unsupported', 'cancelled for held', 'R2S2', 'The press conference on December 27 was cancelled.'),
  falseClaim('unsupported', 'postponed for held', 'R2S2', 'The press conference on December 27 was postponed.'),
  falseClaim('unsupported', 'failure for growth', 'R2S6', 'Its failure brought the GDP from 42.1 billion yuan in 2017 to 93.8 billion yuan in 2023.'),
  falseClaim('unsupported', 'suspended for running', 'R4S2', 'The 48.5-kilometer line has been suspended.'),
  falseClaim('unsupported', 'postponed for held, in Chinese', 'R2S2', '12月27日的新闻发布会推迟举行。'),
  falseClaim('unsupported', 'terminated for signed, in Chinese', 'R7S10', '公司与清远大学终止合作协议。'),

  // A year that only the question states
  falseClaim('figure', 'another year than the release', 'R3S5', '港口集装箱吞吐量完成612万标箱。', '2022年港口集装箱吞吐量是多少？'),
  falseClaim('figure', 'another year than the release, new firms', 'R3S4', '全年新增外贸企业1280家。', '2022年新增外贸企业多少家？'),
  falseClaim('figure', 'another year than the release, bare', 'R3S9', '62.5%。', '2020年民营企业出口占比是多少？'),
  falseClaim('figure', 'the year before', 'R10S4', '粮食总产量为2156万吨。', '2023年粮食产量是多少？'),
  falseClaim('figure', 'the year before the half year', 'R7S4', '研发投入为11.03亿元。', '2024年研发投入是多少？'),

  // No statement
  falseClaim('unsupported', 'a label alone', 'R1S4', '签约投资额。', '签约投资额是多少？'),
  falseClaim('unsupported', 'a label with its owner', 'R1S4', '示范区的签约投资额。', '示范区签约投资额是多少？'),
  falseClaim('unsupported', 'two labels', 'R1S4', '签约投资额和预计产值。'),
  falseClaim('unsupported', 'a label with 为', 'R1S4', '签约投资额为。'),
  falseClaim('unsupported', 'a label before a verb', 'R3S5', '港口集装箱吞吐量。', '港口吞吐量是多少？'),
  falseClaim('unsupported', 'a rate alone', 'R1S8', '落地率，'),
]; // prettier-ignore

export const reviewedGoodClaims: readonly GoodClaim[] = [
  good('R11S2', '市民凭身份证可免费入馆。'),
  good('R11S2', '停车每小时3元，入馆免费。'),
  good('R8S3', '每餐收费22元，由市政府补贴差额。'),

  good('R8S3', '改革后每餐收费将由28元降至22元。'),
  good('R2S12', '示范区将发展的基点放在科技创新上。'),
  good('R2S11', '示范区计划打造全球最大的合成生物新材料基地。'),
  good('R8S5', '首阶段试行计划于明年3月开始。'),
  good('R4S7', '第二期工程将延伸至白沙湾，预计2028年底完工。'),
  good('R11S6', '老馆将改造为少儿分馆，预计明年6月完工。'),
  good('R7S6', '公司计划下半年新招聘约600名研发人员。'),
  good('R7S6', 'The company plans to hire about 600 researchers.'),
  good('R11S2', '新馆已于2025年4月23日开放。'),
  good('R11S7', '自助借还系统已经恢复。'),
  good('R1S9', '示范区已成立重点产业项目专班。'),
  good('R3S8', '海川重工已收购蓝湾船厂70%的股份。'),
  good('R7S10', '公司与清远大学签署了合作协议，将共建生物医药联合实验室。'),

  good('R11S5', '因为连日降雨，开馆仪式推迟了三天。'),
  good('R3S7', '因海运价格上涨，部分企业利润未达预期。'),
  good('R11S7', '由于设备故障，自助借还系统一度暂停使用。'),
  good('R1S6', '得益于“四全工作法”，示范区实现了“当年签约、当年开工、当年封顶、半年投产”。', undefined, '得益于“四全工作法”，示范区实现了“當年簽約、當年開工、當年封頂、半年投產”。'),

  good('R11S4', '新馆每年举办讲座约120场。'),
  good('R11S4', '单日最多接待读者1.3万人次。'),
  good('R11S4', '今年一季度，借阅量首次突破20万册。'),
  good('R11S3', '新馆总投资6.83亿元，是全省唯一设有盲文阅览室的市级图书馆。'),
  good('R2S13', '累计培育市场主体约5.9万户。'),
  good('R4S6', '单程票价最高55元。'),
  good('R7S5', '各项业务中，化学药收入最高，为41.2亿元。'),
  good('R8S3', '市政府的补贴每年约1.2亿元。'),
  good('R2S7', '固定资产投资每年保持两位数增长。'),

  good('R11S5', 'The opening ceremony was postponed by three days.'),
  good('R11S7', '自助借还系统曾一度停用，目前已恢复。'),
  good('R9S6', 'The bridge proposal was rejected in 2019.'),
  good('R7S6', 'The company will not lay off employees and plans to hire about 600 people.'),

  good('R3S5', '港口集装箱吞吐量为612万标箱。', '2024年港口集装箱吞吐量是多少？'),
  good('R3S9', '民营企业出口占62.5%。', '2024年民营企业出口占比是多少？'),
  good('R10S4', '粮食总产量2156万吨。', '2024年粮食产量是多少？'),
  good('R10S7', '年末常住人口比上年末减少11万人。', '与2023年末相比，常住人口减少了多少？'),
  good('R2S10', '近三年来新引进落地121个战新产业项目。', '2022年以来新引进了多少战新产业项目？'),
  good('R4S2', '累计载客量达326万人次。', '2024年东港支线载客多少？'),
  good('R8S3', '每餐收费22元。', '2025年小学午餐每餐收费多少？'),

  good('R1S4', '签约投资额。', '951.64亿元是哪个指标？'),
  good('R1S9', '重点产业项目专班。', '示范区成立了什么？'),
  good('R2S2', '张效生。', '新闻发言人是谁？'),
  good('R2S18', '项目签约落地率大幅提升。'),
  good('R1S8', '落地率明显提高。'),
]; // prettier-ignore
