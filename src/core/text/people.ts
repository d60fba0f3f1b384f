/** People in a Chinese text, by rule: a surname behind a post, before a verb of saying, or joined to no word. */
import { tokenize } from './span-tokens.js';

const surnames =
  '王李张刘陈杨赵黄吴周徐孙马胡朱郭何林高罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁于余叶蒋杜苏魏程吕丁沈任姚卢傅钟姜崔谭廖范汪陆金石戴贾韦夏邱方侯邹熊孟秦白江阎薛尹段雷龙黎史陶贺毛郝顾龚邵万钱严覃武洪牛温芦庞樊兰殷施翟安颜倪章梅骆庄柯祝耿辛焦岳齐俞游毕葛欧詹甘尤裴向关时季纪童成肖蓝康路翁简盛连凌桂柳柏宁霍申解舒左管佟邢闫鲁谷聂柴鲍穆车房屈冉项涂费涵艾诸';
const double = '欧阳|司马|诸葛|上官|东方|皇甫|慕容|令狐|司徒|夏侯|公孙|端木';
const surname = `(?:${double}|[${surnames}])`;

/** Posts and forms of address that stand before or behind a name. */
export const posts =
  '书记|主任|省长|市长|县长|区长|州长|镇长|乡长|村长|局长|厅长|司长|处长|科长|部长|院长|校长|所长|会长|社长|台长|站长|组长|队长|馆长|团长|行长|董事长|理事长|秘书长|' +
  '总经理|经理|总裁|总监|总统|总理|首相|主席|发言人|负责人|代表|委员|教授|博士|院士|研究员|科学家|学者|专家|工程师|记者|编辑|作者|主播|导演|演员|医生|律师|法官|检察官|大使|将军|首席执行官|创始人|创办人';
const address = '先生|女士|小姐|同志|教授|博士|院士';
const saying =
  '表示|介绍|指出|强调|认为|告诉|透露|宣布|称|说|坦言|解释|回应|出席|主持|会见|当选|担任|就任|报道|接任|获任|任职|率团|签署|致辞|讲话|发言|撰文|参加';

const hanName = '\\p{Script=Han}';
const behindPost = new RegExp(`(?:${posts}):?(${surname}${hanName}{1,2})`, 'gu');
const beforePost = new RegExp(`(?<!${hanName})(${surname}${hanName}{1,2})(?:${address})`, 'gu');
const beforeSaying = new RegExp(`(?<![${hanName}])(${surname}${hanName}{1,2}?)(?:${saying})`, 'gu');

/** Characters that follow a name rather than end it. */
const afterName = new Set(
  '的了在是和与及或对于为将把被等也就都又从到由向称说则曾有之以而并其他她它该此这那位任现于就还已不未及同跟给让称讲问答带率赴获出当作做受因经任会',
);

/** Whether a stretch may be read as a longer or a shorter name. */
export interface Person {
  /** The surname and what follows it: three characters, or two at a boundary. */
  readonly name: string;
  readonly start: number;
}

/** People in a folded text, in no order; the same person may come twice. */
export function findPeople(text: string): Person[] {
  const found: Person[] = [];
  for (const pattern of [behindPost, beforePost, beforeSaying]) {
    for (const match of text.matchAll(pattern)) {
      const start = match.index + match[0].indexOf(match[1]!);
      const name = trimmed(match[1]!, text, start);
      if (name) found.push({ name, start });
    }
  }
  for (const { shape, text: name, start } of tokenize(text)) {
    const isNamed = shape === 'person' && namedBefore.test(text.slice(0, start));
    const whole = isNamed
      ? trimmed(name, text, start)
      : shape === 'foreign' && /[·•・‧]/u.test(name)
        ? name
        : null;
    if (whole) found.push({ name: whole, start });
  }
  return found;
}

/** Where a surname that ICU joins to no word opens a name rather than continues a word. */
const namedBefore = new RegExp(
  `(?:^|[\\s,;:。!?、()“”"'「」]|[是由据与和及叫向对给为请任家员长师官]|${posts})$`,
  'u',
);

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** Cuts what follows a name of two characters: 张三说, 张三日前. */
function trimmed(name: string, text: string, start: number): string | null {
  if (afterName.has(name[1]!)) return null;
  if (name.length < 3) return name;
  const rest = text.slice(start + 2, start + 6);
  const [next] = segmenter.segment(rest);
  const isShort = afterName.has(name[2]!) || (next !== undefined && next.segment.length > 1);
  return isShort ? name.slice(0, 2) : name;
}
