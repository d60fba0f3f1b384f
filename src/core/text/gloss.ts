/**
 * What English words of press releases say in Chinese, so that a claim in one language can be held against a sentence in the
 * other. A word that is not here is not compared; a figure, a name and a quotation always are.
 */

const entries = `
announce 宣布 公布 发布
approve 批准 获批
area 面积 地区 区域
average 平均 年均
award 奖
bank 银行
base 基地
bid 投标
board 董事会
budget 预算
build 建设 建成 构建
business 企业 业务
capacity 产能 容量 装机
capital 资金 资本
car 汽车
ceremony 仪式
chairman 董事长 主席
chief 首席
china 中国
chinese 中国
city 市
cluster 集群
committee 委员会 委
company 企业 公司
complete 完成 完工 建成
conference 会
construction 建设 开工
contract 合同 签约
cost 成本 费用 经费 造价 价
county 县
cumulative 累计
cut 减少 降低
department 部 厅 局
deputy 副
develop 发展 开发
development 发展 开发
director 主任 局长 处长 厅长
disclose 公布 披露 透露
district 区
domestic 国内
economy 经济
economic 经济
employee 员工 职工
energy 能源
enterprise 企业
entity 主体
equipment 装备 设备
establish 成立 建立
expect 预计 预期
export 出口
factory 厂
finance 财政 金融
firm 企业 公司
fiscal 财政
foreign 外
fund 基金 资金
gdp 生产总值
global 全球
government 政府
govern 政府
grow 增长
growth 增长
hire 招聘 聘用
hold 召开 举行 举办
hospital 医院
household 户
import 进口
income 收入
increase 增长 提高
indicator 指标
industry 产业 工业
industrial 产业 工业
information 信息
infrastructure 基础设施
innovation 创新
invest 投资
investment 投资
job 岗位 就业
journalist 记者
land 落地 土地
launch 落地 启动
line 线
main 主
manage 管理
management 管理 管委会
manufacture 制造 制造业
manufacturing 制造 制造业
market 市场
material 材料
mayor 市长
mechanism 机制
meet 会
minister 部长
ministry 部
municipal 市
national 全国 国家
network 网
new 新
news 新闻
office 办公室 办
operate 运行 运营
order 订单
output 产值 产量
park 园区
party 党
passenger 载客 旅客 乘客
people 人
percent 百分
plan 计划 预计
plant 厂
policy 政策
port 港
power 电
president 总统 主席 总裁
press 新闻
primary 第一
price 价格 价 票价
production 生产 产量
product 产品
profit 利润
project 项目
province 省
provincial 省
public 公共
publicity 宣传
punctuality 准点率
punctual 准点率
railway 铁路
rank 排名
rate 率
reform 改革
region 地区 区
reporter 记者
research 研发 研究
researcher 研发 研究
revenue 收入 营收
sale 销售
school 学校
science 科学
secondary 第二
secretary 书记
sector 产业 行业
semiconductor 半导体
series 系列
service 服务
share 占 股份
sign 签约 签订
spokesman 发言人
spokesperson 发言人
spokeswoman 发言人
station 站
subsidy 补贴
system 体系 系统 制度
target 目标 力争
tax 税
tertiary 第三
tech 高技术 高新技术 科技
technology 技术 科技
total 总
town 镇
track 赛道
trade 贸易 外贸 进出口
train 列车
transform 转型
transformation 转型
turnover 营业额 成交额
university 大学
value 值 额
vice 副
village 村
water 水
worker 工人
world 世界 全球
year 年
zone 区
`;

/** Forms that endings do not explain. */
const irregular: Readonly<Record<string, string>> = {
  rose: 'rise', risen: 'rise', fell: 'fall', fallen: 'fall', grew: 'grow', grown: 'grow', held: 'hold', spent: 'spend',
  sold: 'sell', bought: 'buy', built: 'build', began: 'begin', led: 'lead', said: 'say', made: 'make', took: 'take',
  taken: 'take', went: 'go', paid: 'pay', people: 'people', companies: 'company', was: 'be', were: 'be', is: 'be',
  are: 'be', has: 'have', had: 'have', won: 'win', lost: 'lose', chose: 'choose', gave: 'give', given: 'give',
}; // prettier-ignore

/** A folded English word without its ending, so that forms of one word compare equal: signed, signing and signs. */
export function stemOf(word: string): string {
  const known = Object.hasOwn(irregular, word) ? irregular[word]! : word;
  const bare = known.replace(/['’]s?$/u, '');
  if (bare.length < 5)
    return bare.length > 3 ? bare.replace(/([^s])s$/, '$1').replace(/e$/, '') : bare;
  return bare
    .replace(/ies$/, 'y')
    .replace(/(?<=ss|sh|ch|x)es$/, '')
    .replace(/(?<=[^su])s$/, '')
    .replace(/(?<=[a-z]{3})(?:ing|ed)$/, '')
    .replace(/(?<=[a-z]{4})(?:ly|er)$/, '')
    .replace(/([^aeiouls])\1$/, '$1')
    .replace(/e$/, '');
}

const glosses = new Map(
  entries
    .trim()
    .split('\n')
    .map((line) => {
      const [word, ...said] = line.split(' ');
      return [stemOf(word!), said] as const;
    }),
);

/** What a stem says in Simplified Chinese; empty when it is not known. */
export function glossOf(stem: string): readonly string[] {
  return glosses.get(stem) ?? [];
}
