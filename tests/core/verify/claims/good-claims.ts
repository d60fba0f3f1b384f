/** Claims that their sentences support, as models write them. None of them may be dropped. */
export interface GoodClaim {
  readonly ids: string;
  readonly claim: string;
  readonly question?: string;
  /** As it goes out, where that differs: quoted stretches get the original glyphs. */
  readonly text?: string;
}

export const good = (ids: string, claim: string, question?: string, text?: string): GoodClaim => ({
  ids,
  claim,
  ...(question !== undefined && { question }),
  ...(text !== undefined && { text }),
});

export const goodClaims: readonly GoodClaim[] = [
  // Simplified of Traditional, close to the words
  good('R1S4', '签约投资额为951.64亿元。'),
  good('R1S4', '2023年以来，山西转型综改示范区共签约63个招商引资项目。'),
  good('R1S4', '这些项目的签约投资额达951.64亿元，预计产值1493.9亿元。'),
  good('R1S5', '晶科能源项目总投资560亿元，是山西省近年来引进的单体投资最大的产业项目。'),
  good('R1S8', '截至目前，落地项目累计48个，落地率76.19%。'),
  good('R1S8', '签约项目当年落地率从2023年的42.11%提高到2024年的79.55%。'),
  good('R2S6', '地区生产总值从2017年的421亿元增长到2023年的938亿元，实现翻番。'),
  good('R2S8', '示范区在国家级经开区考核排名中由第99位上升到第43位。'),
  good('R2S8', '其中有3项指标进入全国前30强。'),
  good('R2S10', '近三年来新引进落地121个战新产业项目，总投资1317亿元。'),
  good('R2S11', '制造业增加值占全省的19.6%。'),
  good('R2S11', '高技术制造业增加值占全省的50%。'),
  good('R2S11', '全区已初步形成3个千亿级集群和1个百亿级集群。'),
  good('R2S13', '累计培育市场主体5.9万户。'),
  good('R2S17', '示范区重点推进了13项开发区重点领域改革创新。'),
  good('R2S18', '项目从签约到开工的时间大幅缩短，企业生产成本有效降低。'),
  good('R2S21', '建区以来累计实施基础设施及公用服务配套项目365个，完成投资405亿元。'),

  // Answers that lean on their question
  good('R1S8', '42.11%。', '2023年的落地率是多少？'),
  good('R1S8', '落地率为79.55%。', '2024年的落地率是多少？'),
  good('R1S4', '951.64亿元。', '签约投资额是多少？'),
  good('R1S4', '1493.9亿元。', '預計產值是多少？'),
  good('R1S4', '签约投资额为951.64亿元。', '2024年签约投资额是多少？'),
  good('R5S6', 'Revenue was $5.8 billion.', 'What was the revenue in 2023?'),

  // Other spellings of the same figures
  good('R2S13', '累计培育市场主体59,000户。'),
  good('R2S13', '累计培育的市场主体达到五万九千户。'),
  good('R2S1', '这是系列主题的第40场新闻发布会。'),
  good('R1S4', '簽約投資額為９５１.64億元。'),
  good('R2S11', '高技术制造业增加值占到全省的一半。'),
  good('R2S11', '高技术制造业增加值占全省的百分之五十。'),
  good('R2S10', '主赛道有4条：高端装备制造、新能源、新材料、先进半导体。'),
  good('R1S8', '2024年的当年落地率为百分之七十九点五五。'),
  good('R3S3', '2024年全市进出口总额为386,250,000,000元。'),
  good('R4S2', '東港支線全長48.5公里，累計載客三百二十六萬人次。'),

  // Questions that lend words
  good('R2S13', '山西转型综改示范区累计培育市场主体5.9万户。', '山西转型综改示范区培育了多少市场主体？'),
  good('R1S8', '示范区落地项目累计达到48个。', '示范区落地了多少个项目？'),
  good('R2S6', '2023年的GDP是938亿元。', '2023年的GDP是多少？'),
  good('R2S6', '938亿元。', '2023年地区生产总值是多少？'),
  good('R2S2', '是张效生。', '新闻发言人是谁？'),
  good('R2S2', '12月27日。', '新闻发布会是什么时候召开的？'),
  good('R4S7', '2028年底。', '第二期工程预计什么时候完工？'),

  // Dates
  good('R2S2', '新闻发布会于12月27日召开。'),
  good('R2S2', '12月27日，中共山西省委宣传部和山西省人民政府新闻办公室召开了发布会。'),
  good('R1S2', '自2023年以来，示范区瞄准先进制造业主攻方向，构建“2+1”主导产业体系。', undefined, '自2023年以来，示范区瞄准先进制造业主攻方向，构建“2+1”主導產業體系。'.replace('主導產業體系', '主导产业体系')),
  good('R4S2', '東港支線自5月1日起試運行。'),
  good('R4S7', '第二期工程预计于2028年底完工。'),
  good('R3S2', '云港市于1月15日举行新闻发布会，介绍2024年外贸运行情况。'),

  // People, posts, bodies
  good('R2S2', '新闻发言人张效生介绍了示范区近年来在推动高质量发展方面的成效。'),
  good('R2S2', '张效生是山西转型综改示范区党工委副书记、管委会副主任。'),
  good('R1S9', '据管委会副主任崔俊林介绍，示范区成立了重点产业项目专班。'),
  good('R1S1', '报道的记者是孙宇佳。'),
  good('R3S2', '市商务局局长林晓峰和副局长何静文在会上介绍了外贸运行情况。'),
  good('R4S2', '東港鐵路公司的董事長是黃志強。'),
  good('R2S12', '示范区获批国家超算太原中心和第三代半导体技术创新中心等国家级创新平台。'),
  good('R2S15', '示范区推进武宿综保区与上海外高桥的改革。'),
  good('R1S2', '发布会由山西省委宣传部、省政府新闻办组织召开。'),

  // Quotes
  good('R1S6', '示范区用好“四全工作法”，坚持“一盘棋”推进。', undefined, '示范区用好“四全工作法”，坚持“一盤棋”推进。'),
  good('R1S6', '示范区实现了「当年签约、当年开工、当年封顶、半年投产」。', undefined, '示范区实现了「當年簽約、當年開工、當年封頂、半年投產」。'),
  good('R2S20', '示范区坚持“以产促城、以城兴产、产城融合”。', undefined, '示范区坚持“以產促城、以城興產、產城融合”。'),
  good('R4S5', '总经理陈雅婷说：“我们不会在三年内调涨票价。”', undefined, '总经理陈雅婷说：“我們不會在三年內調漲票價。”'),
  good('R1S5', '晶科能源的“年产56GW垂直一体化大基地项目”总投资达560亿元。', undefined, '晶科能源的“年產56GW垂直一體化大基地項目”总投资达560亿元。'),

  // Old and new values on their own
  good('R2S6', '2017年地区生产总值为421亿元。'),
  good('R1S8', '2023年的当年落地率达到42.11%。'),
  good('R2S6', '地区生产总值最初为421亿元，后来达到938亿元。'),
  good('R5S6', 'In 2022 revenue amounted to $5.1 billion.'),
  good('R8S3', '原来每餐收费28元，现降为22元。'),

  // Several sentences joined, comparisons without arithmetic
  good('R1S4 R1S8', '2023年以来共签约63个招商引资项目，其中48个已经落地。'),
  good('R1S4 R1S5', '签约投资额为951.64亿元，其中晶科能源项目总投资560亿元。'),
  good('R1S8', '2024年79.55%的落地率高于2023年的42.11%。'),
  good('R3S3', '2024年出口2517.3亿元，超过进口的1345.2亿元。'),
  good('R2S6 R2S8', '地区生产总值2023年达到938亿元，经开区考核排名升至第43位。'),
  good('R3S3 R3S5', '2024年进出口总额增长8.4%，集装箱吞吐量为612万标箱。'),
  good('R3S9', '民营企业出口占62.5%，国有企业占21.3%，外资企业占16.2%。'),
  good('R3S9', '全市出口中民营企业占比最高，为62.5%。'),
  good('R4S3', '全線共17個車站，其中轉乘站5個。'),
  good('R1S4', '示范区招商引资签约63个项目，合同投资951.64亿元，产值预计可达1493.9亿元。'),

  // Directions, negation, degree
  good('R3S3', '出口增长11.2%，而进口下降2.6%。'),
  good('R3S3', '进口额减少2.6%，为1345.2亿元。'),
  good('R4S4', '工程总经费523亿元新台币，比原预算少12亿元。'),
  good('R3S7', '目前还没有公布具体数据。'),
  good('R3S6', '林晓峰表示，2025年的目标是进出口总额突破4000亿元。'),
  good('R3S5', '港口集装箱吞吐量首次超过600万标箱，居全省第二。'),
  good('R3S8', '蓝湾船厂70%的股份被海川重工收购，交易金额18.6亿元。'),
  good('R3S8', '海川重工以18.6亿元收购蓝湾船厂70%股份。'),
  good('R3S6', '2025年计划新开6条国际航线。'),
  good('R4S6', '票价为20元至55元，65岁以上长者半价。'),
  good('R6S5', '咨询电话是0355-2021188。'),
  good('R6S2', '青坪园区今年签约21个项目，总投资88亿元。'),

  // Lists and manner
  good('R2S10', '四条主赛道是高端装备制造、新能源、新材料和先进半导体。'),
  good('R1S9', '示范区实行清单管理、定期调度、合力推进、专班专报和常态化督导等机制。'),
  good('R1S2', '示范区通过多部门联动开展入企服务，帮助企业解决发展难题。'),
  good('R2S16', '去年以来，武宿综保区进出口额大幅增长。'),
  good('R2S7', '规上工业增加值、固定资产投资等年均增幅均为两位数。'),
  good('R1S7', '示范区还积极开展以商招商活动，促成了一批项目落地。'),

  // English
  good('R1S4', 'The zone has signed 63 projects since 2023, with signed investment of 95.164 billion yuan.'),
  good('R1S4', 'Signed investment is 95,164,000,000 yuan.'),
  good('R1S4', 'The expected output value is 149.39 billion yuan.'),
  good('R1S5', 'The total investment of the 晶科能源 project is 56 billion yuan.'),
  good('R1S8', 'Forty-eight projects have been launched so far, a rate of 76.19 percent.'),
  good('R1S8', 'The same-year rate rose from 42.11% in 2023 to 79.55% in 2024.'),
  good('R2S1', 'It was the 40th press conference of the series.'),
  good('R2S2', 'The press conference was held on December 27; the spokesman was 張效生.'),
  good('R1S1', 'The reporter was Sun Yujia of 黃河新聞網.'),
  good('R2S6', 'GDP grew from 42.1 billion yuan in 2017 to 93.8 billion yuan in 2023.'),
  good('R2S8', 'The zone moved up from 99th to 43rd place, and three indicators entered the national top 30.'),
  good('R2S13', 'About 59,000 market entities have been cultivated in Shanxi.', 'How many market entities are there in Shanxi?'),
  good('R1S6', 'The zone applies the “四全工作法”.'),
  good('R5S2', 'The Skagen offshore wind farm has 84 turbines with a capacity of 1.2 GW.'),
  good('R5S3', 'It cost $3.4 billion, which is 6 percent below plan.'),
  good('R5S4', 'According to Ingrid Solberg, the farm will power 950,000 homes by the end of 2025.'),
  good('R5S6', 'Revenue increased to $5.8 billion in 2023 from $5.1 billion in 2022.'),
  good('R5S6', 'Net profit dropped 3.5% to $410 million.'),
  good('R5S7', 'The price of the contract with Baltic Grid was not disclosed.'),
  good('R5S8', 'Norvik Energy, founded in 1998, has more than 12,000 employees in 14 countries.'),
  good('R5S9', 'Marcus Lindqvist, the deputy chief financial officer, will take over from Elena Petrova on July 1.'),
  good('R5S5', 'Solberg said the project was finished “four months ahead of schedule”.'),
  good('R5S2 R5S3', 'The wind farm with 84 turbines cost $3.4 billion and created 2,150 jobs.'),
  good('R5S3', '该项目耗资34亿美元，比计划低6%。'),
  good('R5S8', '该公司成立于1998年，在14个国家拥有超过1.2万名员工。'),
]; // prettier-ignore
