/** Names of places and firms that ICU takes for everyday words or cuts in two, folded: they count as names wherever they stand. */

const provinces =
  '北京 天津 上海 重庆 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 四川 贵州 云南 陕西 甘肃 青海 内蒙古 广西 西藏 宁夏 新疆 香港 澳门 台湾';
const cities =
  '石家庄 唐山 保定 邯郸 太原 大同 长治 临汾 运城 晋中 晋城 朔州 忻州 吕梁 阳泉 沈阳 大连 鞍山 长春 哈尔滨 大庆 南京 苏州 无锡 常州 南通 徐州 扬州 杭州 宁波 温州 绍兴 嘉兴 金华 合肥 芜湖 福州 厦门 泉州 南昌 赣州 九江 ' +
  '济南 青岛 烟台 潍坊 临沂 郑州 洛阳 开封 武汉 宜昌 襄阳 长沙 株洲 岳阳 广州 深圳 珠海 佛山 东莞 惠州 中山 汕头 南宁 桂林 柳州 海口 三亚 成都 绵阳 宜宾 贵阳 遵义 昆明 大理 拉萨 西安 宝鸡 咸阳 延安 兰州 西宁 银川 乌鲁木齐 呼和浩特 包头 鄂尔多斯 ' +
  '台北 高雄 台中 台南 桃园 新竹 基隆 花莲 雄安 浦东 宁德 伦敦 巴黎 柏林 东京 大阪 首尔 纽约 华盛顿 洛杉矶 莫斯科 新加坡 曼谷 河内 悉尼 日内瓦 布鲁塞尔 维也纳';
const countries =
  '中国 美国 英国 法国 德国 日本 韩国 朝鲜 俄罗斯 印度 越南 泰国 缅甸 老挝 柬埔寨 马来西亚 印度尼西亚 印尼 菲律宾 新西兰 澳大利亚 加拿大 墨西哥 巴西 阿根廷 智利 秘鲁 古巴 意大利 西班牙 葡萄牙 荷兰 比利时 瑞士 瑞典 挪威 丹麦 芬兰 ' +
  '波兰 捷克 匈牙利 希腊 土耳其 乌克兰 白俄罗斯 哈萨克斯坦 巴基斯坦 孟加拉国 斯里兰卡 尼泊尔 蒙古国 伊朗 伊拉克 以色列 沙特 阿联酋 卡塔尔 埃及 南非 尼日利亚 肯尼亚 埃塞俄比亚 欧盟 东盟 非洲 欧洲 亚洲 美洲 北美 南美 拉美 中东';
const firms =
  '华为 腾讯 阿里巴巴 百度 京东 美团 小米 比亚迪 宁德时代 特斯拉 苹果公司 微软 谷歌 亚马逊 英特尔 英伟达 三星 索尼 丰田 大众汽车 西门子 台积电 富士康 联想 中兴 海尔 格力 美的集团 万科 恒大 碧桂园 中石油 中石化 国家电网 ' +
  '新华社 央视 人民日报 新华网 人民网 中新社 中央社 路透社 法新社 美联社';

/** Longest first, so that 白俄罗斯 is not read as 俄罗斯. */
const names = [provinces, cities, countries, firms]
  .flatMap((list) => list.split(' '))
  .toSorted((a, b) => b.length - a.length);

const pattern = new RegExp(`(?:${names.join('|')})(?!式)`, 'gu');

/** The known names in a folded text, in order of appearance. */
export function findKnownNames(text: string): string[] {
  return text.match(pattern) ?? [];
}
