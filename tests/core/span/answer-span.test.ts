import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findAnswerSpan } from '../../../src/core/span/answer-span.js';
import { fold } from '../../../src/core/text/fold.js';
import { parseSpanWeights } from '../../../src/core/span/span-model.js';
import { readAsked } from '../../../src/core/span/span-asked.js';
import { layOutSpans } from '../../../src/core/span/span-context.js';
import { tables } from '../../support/tables.js';

const saved: unknown = JSON.parse(readFileSync('models/span.json', 'utf8'));
const weights = parseSpanWeights(saved);
const folded = (text: string): string => fold(text, tables).text;

function answer(question: string, sentence: string): string {
  const text = folded(sentence);
  const { start, end } = findAnswerSpan(readAsked(folded(question)), text, weights);
  return text.slice(start, end).replace(/^[“「"]|[”」"]$/g, '');
}

const figures =
  '2023年以来,山西转型综改示范区共签约63个招商引资项目,签约投资额为951.64亿元,预计产值1493.9亿元。';
const growth = '地区生产总值由2017年的421亿元增长到2023年的938亿元,经济总量实现翻番。';
const tracks =
  '近三年来,聚焦“高端装备制造、新能源、新材料、先进半导体”四条主赛道,新引进落地121个战新产业项目,总投资达1317亿元。';
const shares =
  '目前,全区制造业、高技术制造业增加值分别占到全省的19.6%、50%,初步形成了3个千亿级和1个百亿级集群的产业布局。';
const rates =
  '截至目前,签约项目当年落地率由2023年的42.11%提高到2024年的79.55%,落地项目累计达到48个,落地率高达76.19%。';
const ranking =
  '在国家级经开区考核排名中,山西转型综改示范区由第99位提升至第43位,其中3项指标进入全国前30强,综合实力显著提升。';
const spokesman =
  '12月27日,中共山西省委宣传部、山西省人民政府新闻办公室组织召开系列主题新闻发布会,山西转型综改示范区党工委副书记、' +
  '管委会副主任、新闻发言人张效生对该区近年来取得的显著成效进行了介绍。';

describe('findAnswerSpan: the first release', () => {
  it.each([
    ['签约投资额是多少', figures, '951.64亿元'],
    ['签约了多少个项目', figures, '63个'],
    ['预计产值是多少?', figures, '1493.9亿元'],
    ['2023年地区生产总值', growth, '938亿元'],
    ['2023年地区生产总值是多少', growth, '938亿元'],
    ['2017年的地区生产总值是多少', growth, '421亿元'],
    ['四条主赛道是什么', tracks, '高端装备制造、新能源、新材料、先进半导体'],
    ['新引进落地多少个战新产业项目', tracks, '121个'],
    ['制造业、高技术制造业增加值分别占全省的多少', shares, '19.6%、50%'],
    ['落地率从多少提高到多少', rates, '42.11%提高到2024年的79.55%'],
    ['2024年签约项目当年落地率是多少', rates, '79.55%'],
    ['落地项目累计达到多少个', rates, '48个'],
    ['落地项目占签约项目的比例', rates, '76.19%'],
    ['签约项目当年落地率是多少', rates, '79.55%'],
    ['落地率提高了吗', rates, '签约项目当年落地率由2023年的42.11%提高到2024年的79.55%'],
    ['提升到第几位', ranking, '第43位'],
    ['有几项指标进入全国前30强', ranking, '3项'],
    ['新闻发言人是谁', spokesman, '张效生'],
    ['发布会什么时候召开', spokesman, '12月27日'],
  ])('%s', (question, sentence, expected) => {
    expect(answer(question, sentence)).toBe(expected);
  });
});

const loading =
  '年发电量达1.3亿千瓦时,货物吞吐量、集装箱吞吐量分别完成7.1亿吨、3280万标箱,货运收入占全市的18%,由第9位跃升至第5位。';
const exhibition =
  '3月18日,由市工商联、省商务厅共同主办的智能装备展在会展中心开幕,来自32个国家的860家企业参展,园区已形成储能、制氢、网联汽车三条产业链。';
const hospital =
  '据市卫生健康委党组书记、主任李伟民介绍,为解决看病难问题,我市推行“三医联动”改革,建成医共体12个,门诊费用明显下降。';

describe('findAnswerSpan: the type of the answer', () => {
  it.each([
    ['年发电量是多少', loading, '1.3亿千瓦时'],
    ['货运收入占全市的比重是多少', loading, '18%'],
    ['排名升到第几位了', loading, '第5位'],
    ['原来排第几位', loading, '第9位'],
    ['由第几位升到第几位', loading, '第9位跃升至第5位'],
    ['货物吞吐量是多少', loading, '7.1亿吨'],
    ['集装箱吞吐量是多少', '港口完成集装箱吞吐量1.2万标准箱,同比增长3%。', '1.2万标准箱'],
    ['参展企业有多少家', exhibition, '860家'],
    ['展会由谁主办', exhibition, '市工商联、省商务厅'],
    ['展会是哪一天开幕的', exhibition, '3月18日'],
    ['有哪几条产业链', exhibition, '储能、制氢、网联汽车'],
    ['介绍情况的是谁', hospital, '李伟民'],
    ['为什么推行“三医联动”改革', hospital, '为解决看病难问题'],
    ['门诊费用怎么样', hospital, '明显下降'],
  ])('%s', (question, sentence, expected) => {
    expect(answer(question, sentence)).toBe(expected);
  });

  it('gives the titles before a name for a post', () => {
    expect(answer('李伟民担任什么职务', hospital)).toContain('党组书记、主任');
  });
});

describe('findAnswerSpan: whether the stretch is of the asked type', () => {
  const reporter = '本报讯(记者陈思远)全市规上工业增加值实现两位数增长,项目当年签约、半年投产。';
  it.each([
    ['a share', '工业增加值增长百分之几', reporter, false],
    ['a share', '货运收入占全市多少', loading, true],
    ['an address', '记者陈思远的邮箱是什么', reporter, false],
    ['an address', '记者的邮箱是什么', '记者邮箱为chen@example.com,欢迎来信。', true],
    ['a telephone number', '联系电话是多少', '联系电话:0351-1234567。', true],
    ['a telephone number', '联系电话是多少', figures, false],
    ['a day', '项目是哪一天投产的', reporter, false],
    ['a day', '展会是哪一天开幕的', exhibition, true],
    ['a year', '展会是哪一年开幕的', exhibition, false],
    ['a duration', '多久投产', reporter, true],
    ['a duration', '展会持续多少天', exhibition, false],
    ['money', '展会花了多少钱', exhibition, false],
    ['a measure', '占地多少亩', figures, false],
    ['a rank', '排名第几', growth, false],
    ['a count with another measure word', '签约了几家项目', figures, true],
    ['a count', '有多少个项目', growth, false],
    ['a name, of which it says nothing', '董事长是谁', growth, true],
    ['a post', '张效生的职务是什么', '张效生走进“试验田”。', false],
    ['a post', '张效生的职务是什么', '新闻发言人张效生作了介绍。', true],
    ['a figure, which a rank is not', '算力有多少', '第三代创新中心。', false],
  ])('%s: %s', (_, question, sentence, expected) => {
    expect(findAnswerSpan(readAsked(folded(question)), folded(sentence), weights).agrees).toBe(
      expected,
    );
  });
});

describe('findAnswerSpan: whether the figure is of the whole', () => {
  const firms =
    '强化企业主体地位,累计培育市场主体5.9万户,其中高新技术企业、省级“专精特新”企业数量均位居全省前列。';
  const counted = '累计培育市场主体5.9万户,其中高新技术企业1200户。';
  it.each([
    ['示范区有多少高新技术企业', firms, true],
    ['高新技术企业有多少家', firms, true],
    ['省级专精特新企业数量', firms, true],
    ['有多少家企业', firms, false],
    ['市场主体有多少户', firms, false],
    ['市场主体数量是多少', firms, false],
    ['高新技术企业有多少户', counted, false],
    ['市场主体和高新技术企业分别有多少', firms, false],
  ])('%s: %s', (question, sentence, expected) => {
    const span = findAnswerSpan(readAsked(folded(question)), folded(sentence), weights);
    expect(span.isAnothers).toBe(expected);
  });

  it('gives the part its own figure', () => {
    expect(answer('高新技术企业有多少户', counted)).toBe('1200户');
    expect(answer('市场主体有多少户', counted)).toBe('5.9万户');
  });
});

describe('readAsked', () => {
  it.each([
    ['签约率是多少', 'percent', null, null],
    ['占地多少亩', 'measure', '亩', null],
    ['制造业占全省多少', 'percent', null, null],
    ['完成了多少投资', 'money', null, null],
    ['GDP', 'money', null, null],
    ['有多少市场主体', 'count', null, null],
    ['有多少个项目', 'count', '个', null],
    ['原来排第几位', 'ordinal', '位', 'before'],
    ['现在排名第几', 'ordinal', null, 'now'],
    ['由第几位升到第几位', 'change', '位', 'now'],
    ['这几年效率怎么样', 'manner', null, null],
    ['哪几家企业', 'list', null, null],
    ['发展了几年', 'duration', '年', null],
    ['哪年获批的', 'year', null, null],
    ['几月几日开幕', 'day', null, null],
    ['主任叫什么名字', 'person', null, null],
    ['他担任什么职务', 'post', null, null],
    ['由谁主办', 'organisation', null, null],
    ['由谁执导', 'person', null, null],
    ['邮箱是什么', 'contact', null, null],
    ['主攻方向是什么', 'thing', null, null],
  ])('%s', (question, type, unit, phase) => {
    expect(readAsked(folded(question))).toMatchObject({ type, unit, phase });
  });
});

describe('findAnswerSpan: other sentences', () => {
  it.each([
    ['新增就业多少人', '去年全市新增就业12.3万人,城镇登记失业率3.1%。', '12.3万人'],
    ['城镇登记失业率是多少', '去年全市新增就业12.3万人,城镇登记失业率3.1%。', '3.1%'],
    ['博览会何时开幕', '第五届博览会将于2025年9月10日在成都开幕,会期4天。', '2025年9月10日'],
    ['會期幾天', '第五屆博覽會將於2025年9月10日在成都開幕,會期4天。', '4天'],
    ['《海上月》是谁执导的', '电影《海上月》由陈建国执导,将于下月上映。', '陈建国'],
    ['火车哪一年通车', '该线路1958年动工,1964年通车,全长820公里。', '1964年'],
    ['全长多少公里', '该线路1958年动工,1964年通车,全长820公里。', '820公里'],
  ])('%s', (question, sentence, expected) => {
    expect(answer(question, sentence)).toBe(folded(expected));
  });
});

describe('findAnswerSpan: any text', () => {
  it('gives a stretch between two tokens, with a probability', () => {
    const piece = fc.constantFrom(
      ...'多少谁什么时候是的、,。“”《》()2023年5亿元 张三丰abc\n·',
      '因为',
      '项目',
    );
    const text = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(text, text, (question, sentence) => {
        const { start, end, score, agrees } = findAnswerSpan(
          readAsked(question),
          sentence,
          weights,
        );
        const { tokens } = layOutSpans(readAsked(question), sentence);
        if (tokens.length === 0) {
          expect([start, end, score, agrees]).toEqual([0, 0, 0, false]);
          return;
        }
        expect(tokens.map((token) => token.start)).toContain(start);
        expect(tokens.map((token) => token.end)).toContain(end);
        expect(start).toBeLessThan(end);
        expect(score).toBeGreaterThan(0);
        expect(score).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('closes quotations and brackets', () => {
    const piece = fc.constantFrom('“', '”', '(', ')', '、', ',', '项目', '张三丰', '5亿元', '推动');
    const text = fc.array(piece, { minLength: 1, maxLength: 20 }).map((pieces) => pieces.join(''));
    const ask = fc.constantFrom('是什么', '有哪些', '项目有多少', '为什么推动');
    fc.assert(
      fc.property(ask, text, (question, sentence) => {
        const quoted = `项目“${sentence.replace(/[“”()]/g, '')}”推动。`;
        const { start, end } = findAnswerSpan(readAsked(question), quoted, weights);
        const [opens, closes] = [quoted.indexOf('“'), quoted.indexOf('”')];
        expect(start <= opens && opens < end).toBe(start <= closes && closes < end);
      }),
    );
  });

  it('takes a sentence of ten thousand characters', () => {
    const long = '项目总投资5亿元,'.repeat(1000);
    expect(answer('总投资多少', long)).toContain('亿元');
  });
});

describe('parseSpanWeights', () => {
  it.each([
    ['something else', {}, /not a model of answer spans/],
    ['nothing', null, /not a model of answer spans/],
    ['other features', { ...(saved as object), featuresVersion: 0 }, /train it again/],
    ['no trees', { ...(saved as object), trees: null }, /"trees" is missing/],
    ['no scale', { ...(saved as object), scale: null }, /damaged/],
    ['a table cut short', { ...(saved as object), bytes: 'AAAA' }, /damaged.*power of two/],
  ])('refuses %s', (_, json, message) => {
    expect(() => parseSpanWeights(json)).toThrow(message);
  });
});
