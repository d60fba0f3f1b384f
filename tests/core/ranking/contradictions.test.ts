import { describe, expect, it } from 'vitest';
import { findContradictions, lacksNames } from '../../../src/core/ranking/contradictions.js';

const before = '在经济发展方面,示范区贯彻新发展理念。';
const growth = '地区生产总值由2017年的421亿元增长到2023年的938亿元,增加值占到全省的50%。';
const zoneGrowth = '示范区地区生产总值由2017年的421亿元增长到2023年的938亿元。';
const speaker = '示范区党工委副书记、管委会副主任、新闻发言人张效生介绍了成效,山西省领导出席。';
const signed = '共签约63个项目,签约投资额为951.64亿元。';
const named = '晶科能源“年产56gw大基地项目”总投资达560亿元,';
const release = `第四十场新闻发布会12月27日举行\n${before}${growth}${speaker}3项指标进入全国前30强,长治市参加。`;

const of = (question: string, sentence: string): string[] =>
  findContradictions(question, { sentence, before, release });

describe('findContradictions', () => {
  it.each([
    ['2024年的地区生产总值是多少', growth, ['2024年']],
    ['第四十一场新闻发布会什么时候举行', growth, ['第四十一场']],
    ['进入全国前10强的指标有几项', growth, ['全国', '10强']],
    ['太原市2023年的地区生产总值是多少', growth, ['太原市']],
    ['大同经开区排第几位', growth, ['大同']],
    ['增加值占全国的比重是多少', growth, ['全国']],
    ['增加值占全市多少', `${growth}全市参加。`, ['全市']],
    ['考核中排名第一的是哪里', growth, ['第一']],
    ['晶科能源项目预计产值是多少', '总投资达560亿元。', ['产值']],
    ['示范区党工委书记是谁', speaker, ['书记']],
    ['晶科能源的董事长叫什么名字', speaker, ['晶科能源', '董事长']],
    ['比亚迪在示范区签约多少', growth, ['比亚迪']],
    ['山西省2023年的地区生产总值是多少', zoneGrowth, ['山西省']],
    ['服务业增加值占全省的比重是多少', growth, ['服务业']],
    ['北京有几项指标进入前30强', growth, ['北京']],
    ['市场主体里有多少人', '市场主体5.9万户。', ['多少人']],
    ['示范区的产能是多少', '总投资达560亿元。', ['产能']],
    ['总投资额是多少', signed, ['总投资']],
    ['晶科项目签约投资额', named, ['签约投资']],
    ['总收入是多少', '居民人均收入3.2万元。', ['总收入']],
    ['落地项目总投资', named, ['总投资']],
    ['总投资额是多少', named, ['总投资']],
    ['下一场新闻发布会是什么时候', speaker, ['下一场']],
    ['上届展会在哪里举行', speaker, ['上届']],
    ['发布会由谁主持', speaker, ['主持']],
    ['国家级项目有几个', signed, ['国家级']],
    ['签约项目中有多少没有落地', signed, ['没有']],
    ['有没有签约项目,多少个', signed, []],
    ['示范区哪一年成立的', growth, ['成立']],
    ['示范区哪一年成立的', '示范区于2017年挂牌。', []],
    ['太原的地区生产总值是多少', growth, ['太原']],
  ])('%s', (question, sentence, expected) => {
    expect(of(question, sentence).toSorted()).toEqual(expected.toSorted());
  });

  it.each([
    ['2023年地区生产总值是多少', growth],
    ['第40场新闻发布会什么时候举行', growth],
    ['有几项指标进入前30强', growth],
    ['山西省的增加值占全省多少', growth],
    ['长治市参加了吗', growth],
    ['示范区总投资额是多少', '总投资达560亿元。'],
    ['增长率是多少', growth],
    ['首先第一是什么', growth],
    ['新闻发言人是谁', speaker],
    ['去年的增加值是多少', growth],
    ['长治市的增加值是多少', `全市${growth}`],
    ['山西省示范区的地区生产总值是多少', zoneGrowth],
    ['山西省的地区生产总值是多少', `山西省${zoneGrowth}`],
    ['党工委副书记是谁', speaker],
    ['示范区的市场主体有多少户', zoneGrowth],
    ['山西有几项指标进入前30强', growth],
    ['哪几类企业的数量最多', growth],
    ['培训了多少人', '培训5.9万余人。'],
    ['示范区的产能是多少', '年产56gw。'],
    ['全市培育了多少市场主体', speaker],
    ['推进了多少项开发区改革', speaker],
    ['总投资第一是多少个城市', speaker],
    ['签约投资额是多少', signed],
    ['投资额是多少', signed],
    ['总投资额是多少', '项目投资额达560亿元。'],
    ['总投资额是多少', '项目投资总额达560亿元。'],
    ['晶科总投资', named],
    ['省内最大项目总投资是多少', `${named}成为省内最大项目。`],
    ['下一场新闻发布会是什么时候', '新闻发布会将于12月30日举行。'],
    ['网上一次性办理了多少项', '3项业务办理完毕。'],
    ['发布会由谁主持', '张效生主持发布会。'],
    ['', speaker],
  ])('has nothing against %s', (question, sentence) => {
    expect(of(question, sentence)).toEqual([]);
  });
});

describe('lacksNames', () => {
  it.each([
    ['3个千亿级集群分别是哪几个产业', '19.6%、50%', true],
    ['四全工作法具体是哪四全', '四全工作法', true],
    ['63个项目分别是哪些公司的', '951.64亿元', true],
    ['四条主赛道是哪四条', '高端装备制造、新能源、新材料、先进半导体', false],
    ['主办单位分别是谁', '省委宣传部和省政府新闻办', false],
    ['三项工作分别是什么', '“招落一体”“赋能园区”', false],
    ['增加值分别占多少', '19.6%', false],
    ['在哪一年成立', '2017年', false],
  ])('%s: %s', (question, stretch, expected) => {
    expect(lacksNames(question, stretch)).toBe(expected);
  });
});
