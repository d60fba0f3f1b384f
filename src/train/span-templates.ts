/**
 * Generated examples of the sentences that press releases are full of and question sets are not: several figures side by side,
 * two years compared, lists in apposition, titles before names. They teach alignment (which figure belongs to which words),
 * so every slot is filled at random and no text is taken from a release.
 */
import type { Random } from './random.js';
import type { SpanExample } from './span-examples.js';
import { pressReleaseTemplates, pressReleaseWords, type Template } from './span-press-templates.js';

const words = (list: string): readonly string[] => list.split(' ');

/** What the slots of a template are filled with; `{indicator2}` is another draw from `indicator`. */
const vocabulary: Readonly<Record<string, readonly string[]>> = {
  ...pressReleaseWords,
  region: words('全市 全省 全县 高新区 开发区 自贸区 该区 我市 经开区 新区 集团 公司 园区'),
  indicator: words(
    '工业增加值 固定资产投资 进出口总额 财政收入 社会消费品零售总额 营业收入 净利润 研发投入 出口额 技术合同成交额 旅游收入 ' +
      '农业总产值 贷款余额 合同金额 实际利用外资 税收收入 生产总值 计划投资 年产值 销售额 签约金额 预计产值 技改投资 保费收入 科研经费支出',
  ),
  rate: words('覆盖率 就业率 合格率 投产率 开工率 履约率 签约率 满意率 自给率 绿化率 竣工率 转化率 机械化率 国产化率'),
  output: words('粮食产量 货物吞吐量 用电量 年产能 装机容量 建筑面积 通车里程 发电量'),
  reached: ['达', '为', '达到', '完成', '实现', '约', '', '累计达', '突破', '高达'],
  sector: words('装备制造业 服务业 农业 民营经济 数字经济 医药产业 电子信息业 文化产业 外资企业 中小企业 乡镇企业 旅游业'),
  thing: words('项目 企业 平台 合作社 学校 医院 社区 岗位 专利 泊位 充电桩 大棚 车站 图书馆 实验室 班列 合同'),
  counter: ['个', '家', '项', '所', '座', '处', '条'],
  verb: words('建成 新增 签署 引进 培育 投用 改造 开通 实施 落户 验收'),
  item: words(
    '人工智能 集成电路 生物医药 节能环保 现代物流 智能终端 航空航天 精细化工 绿色食品 海洋工程 轨道交通 金融科技 量子信息 低空经济 ' +
      '新型显示 文化创意 健康养老 乡村旅游 氢能 储能 机器人 大数据',
  ),
  noun: words('主导产业 重点领域 支柱产业 优势产业 新兴产业 发展方向 任务 产业链 板块'),
  title: words('副市长 发言人 局长 总经理 董事长 党委书记 秘书长 负责人 院长 首席科学家 项目经理 镇长 校长 处长 记者 村支书 所长'),
  surname: [...'王李张刘陈杨赵黄吴徐孙胡朱郭林罗梁宋郑谢韩唐冯程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛潘杜戴夏钟汪田任姜'],
  given: [...'伟芳娜敏静丽强磊军洋勇艳杰涛超明霞平刚桂英华玉兰红建国文斌波辉宁雪琳鑫浩宇晨轩博雅婷洁'],
  org: words('市政府新闻办公室 省发展改革委 市商务局 县农业农村局 省科技厅 教育部 市总工会 国家能源局 省卫生健康委 交通运输部'),
  event: words('新闻发布会 推介会 座谈会 签约仪式 动员大会 博览会 论坛 表彰大会 听证会'),
  held: ['召开', '举行', '举办'],
  purpose: words('加快产业转型升级 方便群众办事 降低企业成本 缓解交通拥堵 保障粮食安全 提升服务质量 促进就业 改善生态环境'),
  measure: words('工作专班 服务中心 行动方案 奖补政策 管理办法 专项资金 联席会议'),
  made: ['成立了', '出台了', '制定了', '设立了'],
}; // prettier-ignore

/** Sentence with one answer in `<>`, then questions for it, all with slots. */
const templates: readonly Template[] = [
  ...pressReleaseTemplates,
  ['{region}{indicator}{reached}<{amount}>,{indicator2}{reached2}{amount2},同比增长{percent}。', '{indicator}是多少', '{region}{indicator}{reached}多少', '{indicator}有多少'],
  ['{region}{indicator}{reached}{amount},{indicator2}{reached2}<{amount2}>,同比增长{percent}。', '{indicator2}是多少', '{region}的{indicator2}是多少?', '{indicator2}'],
  ['{year}年,{region}{indicator}{reached}{amount},同比增长<{percent}>,{indicator2}{amount2}。', '{indicator}增长了多少', '{year}年{indicator}同比增长多少?', '{indicator}的增速是多少'],
  ['{indicator}由{year}年的{amount}增长到{later}年的<{amount2}>,翻了一番。', '{later}年{indicator}是多少', '{later}年的{indicator}', '{indicator}增长到多少'],
  ['{indicator}由{year}年的<{amount}>增长到{later}年的{amount2},增幅明显。', '{year}年{indicator}是多少', '{year}年的{indicator}有多少?', '{year}年{indicator}'],
  ['{region}{rate}从{year}年的<{percent}>上升至{later}年的{percent2},{verb}{thing}{count}{counter}。', '{year}年{rate}是多少', '{year}年的{rate}'],
  ['截至目前,{region}{rate}从{year}年的{percent}上升至{later}年的<{percent2}>,累计{verb}{thing}{count}{counter}。', '{later}年{rate}是多少', '{later}年{region}{rate}多少'],
  ['{region}{indicator}从<{amount}增加到{amount2}>,{indicator2}保持稳定。', '{indicator}从多少增加到多少', '{indicator}由多少增加到多少?'],
  ['{rate}由{year}年的<{percent}提高到{later}年的{percent2}>,效果显著。', '{rate}从多少提高到多少', '{rate}由多少提高到多少?'],
  ['{region}{sector}、{sector2}占比分别{reached}<{percent}、{percent2}>,{indicator}{amount}。', '{sector}、{sector2}占比分别是多少', '{sector}和{sector2}的占比分别为多少?'],
  ['{sector}、{sector2}分别占{region}的<{percent}和{percent2}>,居全国前列。', '{sector}、{sector2}分别占多少', '{sector}和{sector2}分别占{region}的多少?'],
  ['{year}年以来,{region}{verb}<{count}{counter}>{thing},总投资{amount},{indicator}{amount2}。', '{verb}了多少{counter}{thing}', '{region}共{verb}多少{thing}?', '{verb}{thing}多少{counter}'],
  ['{region}{verb}{thing}{count}{counter},完成投资<{amount}>,其中{sector}{amount2}。', '完成投资多少', '完成了多少投资?', '{verb}{thing}完成投资多少亿元'],
  ['{region}{verb}{thing}<{count}{counter}>,带动投资{amount}。', '{verb}多少{counter}{thing}', '{verb}{thing}的数量'],
  ['{region}由第{rank}位提升至<第{rank2}位>,{count}项指标居首。', '提升到第几位', '排名第几', '现在排第几位?'],
  ['{region}由<第{rank}位>提升至第{rank2}位,{count}项指标居首。', '从第几位提升', '原来排第几位', '之前的排名是第几?'],
  ['{region}聚焦“<{item}、{item2}、{item3}>”三大{noun},{verb}{thing}{count}{counter},总投资{amount}。', '三大{noun}是什么', '三大{noun}有哪些?', '{region}聚焦哪三大{noun}'],
  ['围绕<{item}、{item2}、{item3}、{item4}>四个{noun},{region}{verb}{thing}{count}{counter}。', '四个{noun}是什么', '四个{noun}分别是什么', '围绕哪些{noun}'],
  ['{region}重点发展<{item}、{item2}和{item3}>等{noun},{indicator}{amount}。', '重点发展哪些{noun}', '{region}重点发展什么?', '发展的{noun}有哪些'],
  ['{region}{noun}包括<{item}、{item2}、{item3}>,{verb}了一批{thing}。', '{noun}包括什么', '{noun}有哪些?', '{region}的{noun}是什么'],
  ['{org}{title}<{person}>在会上介绍了{region}{noun}的进展。', '{title}是谁', '{org}{title}是谁?', '谁介绍了{noun}的进展', '{title}叫什么名字'],
  ['据{org}{title}<{person}>介绍,{region}{indicator}{reached}{amount}。', '{title}是谁', '谁介绍了情况', '{org}的{title}叫什么'],
  ['{title}<{person}>表示,{region}将聚焦{item}、{item2},力争{indicator}突破{amount}。', '谁表示将聚焦{item}', '{title}是谁?', '{title}是哪位'],
  ['本报讯({title}<{person}>){region}{verb}{thing}{count}{counter},{indicator}{amount}。', '{title}是谁', '{title}叫什么名字', '谁是{title}'],
  ['本报讯({title}{person})<{date}>,{org}{held}{event},介绍{region}{noun}有关情况。', '{event}什么时候{held}', '{event}是哪天{held}的?', '什么时间{held}{event}', '{event}的日期'],
  ['<{date}>,{org}{held}{event},{title}{person}介绍了{year}年以来{indicator}的情况。', '{event}什么时候{held}的', '{event}何时{held}', '{event}的时间'],
  ['{date},<{org}>{held}{event},{title}{person}出席并介绍情况。', '{event}由谁{held}', '谁{held}了{event}', '哪个部门{held}了{event}?', '{event}是哪个单位{held}的'],
  ['<为{purpose}>,{region}{made}{measure},{verb}{thing}{count}{counter}。', '为什么{made}{measure}', '{region}为何{made}{measure}?', '{made}{measure}是为了什么'],
  ['据{title}{person}介绍,<为{purpose}>,{region}还{made}{measure},推动{item}发展。', '为什么{made}{measure}', '{made}{measure}的目的是什么'],
  ['{region}{thing}项目年产<{dimension}>{item}产品,总投资达{amount2},{indicator}{amount3}。', '年产多少', '{thing}项目年产多少?', '年产{item}产品多少'],
  ['{region}{thing}项目年产{dimension}{item}产品,总投资达<{amount2}>,{indicator}{amount3}。', '总投资多少', '{thing}项目总投资是多少?', '{thing}项目投资了多少'],
  ['{region}瞄准<{item}>{noun},{made}{measure},{indicator}{reached}{amount}。', '{noun}是什么', '{region}的{noun}是什么?', '瞄准什么{noun}'],
  ['{region}{made}<{item}{measure}>,实行{item2}、{item3}制度,{indicator}{amount}。', '{made}什么{measure}', '{region}{made}什么?'],
  ['{region}成功获批<国家{item}中心、{item2}创新中心>等{noun},{indicator}{reached}{amount}。', '获批了哪些{noun}', '获批了什么', '{region}获批哪些{noun}?'],
  ['{region}{indicator}{reached}{amount}的<“{item}{thing}”>,成为{org}{year}年以来最大的{noun}。', '最大的{noun}是哪个', '{org}最大的{noun}是什么'],
]; // prettier-ignore

/** Generates `count` examples; the same random numbers give the same examples. */
export function generateSpanExamples(count: number, random: Random): SpanExample[] {
  return Array.from({ length: count }, (_, i) => {
    const [sentence, ...questions] = templates[i % templates.length]!;
    const fill = slotFiller(random);
    const marked = fill(sentence);
    const question = fill(questions[Math.floor(random() * questions.length)]!);
    const start = marked.indexOf('<');
    const end = marked.indexOf('>') - 1;
    const text = marked.replace(/[<>]/g, '');
    const answer = text.slice(start, end);
    const gold = [{ start, end }];
    return {
      question,
      sentence: text,
      gold,
      answers: [answer],
      textId: `generated-${i}`,
      style: 'terse',
    };
  });
}

/** Fills slots; the same slot is filled alike throughout one example, different numbers differently. */
function slotFiller(random: Random): (template: string) => string {
  const filled = new Map<string, string>();
  const whole = (from: number, to: number): number => from + Math.floor(random() * (to - from));
  const figures: Readonly<Record<string, () => string>> = {
    amount: () => `${figure()}${pick(['亿元', '亿元', '万元', '亿美元', '万亿元'])}`,
    dimension: () => `${figure()}${pick(['万吨', '公里', '亿千瓦时', 'gw', '万平方米', '亩', '兆瓦'])}`,
    span: () => pick(['半年', '三年', '五年', `${whole(2, 40)}天`, `${whole(2, 20)}个月`, `${whole(2, 30)}年`, `${whole(2, 12)}小时`]),
    percent: () => `${(random() * 100).toFixed(whole(0, 3))}%`,
    count: () => String(whole(2, 900)),
    rank: () => String(whole(1, 99)),
    year: () => String(whole(2010, 2019)),
    later: () => String(whole(2019, 2026)),
    date: () => `${random() < 0.4 ? `${whole(2018, 2026)}年` : ''}${whole(1, 13)}月${whole(1, 29)}日`,
    person: () => pick(vocabulary['surname']!) + pick(vocabulary['given']!) + (random() < 0.8 ? pick(vocabulary['given']!) : ''),
  }; // prettier-ignore
  const figure = (): string => (random() * 10 ** whole(1, 5)).toFixed(whole(0, 3));
  const pick = (list: readonly string[]): string => list[Math.floor(random() * list.length)]!;
  const draw = (slot: string): string => {
    const kind = slot.replace(/\d$/, '');
    const used = new Set(filled.values());
    let value = '';
    do value = figures[kind]?.() ?? pick(vocabulary[kind]!);
    while (value !== '' && used.has(value));
    filled.set(slot, value);
    return value;
  };
  return (template) =>
    template.replace(/\{(\w+)\}/g, (_, slot: string) => filled.get(slot) ?? draw(slot));
}
