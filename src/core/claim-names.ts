/**
 * The names of a claim: people, bodies, places, works and words of another script. Each must stand in a cited sentence or in the question;
 * of bodies and places the headline of a cited release will do, because a citation shows it.
 */
import { isContent } from './content-words.js';
import { spellInDigits } from './english-figures.js';
import type { FoldTables } from './fold.js';
import { glossOf, stemOf } from './gloss.js';
import { findPeople } from './people.js';
import { spells } from './pinyin-match.js';
import { findKnownNames } from './place-names.js';
import { holdsWord, type Statement, type Word } from './statement.js';

/** Where the names of a claim may come from. */
export interface NameSources {
  readonly cited: readonly Statement[];
  readonly question: Statement;
  /** Folded headlines of the cited releases. */
  readonly titles: readonly string[];
  readonly tables: FoldTables;
}

/** The first name of a claim that comes from nowhere. */
export function findStrangeName(
  claim: Statement,
  raw: string,
  sources: NameSources,
): string | null {
  return (
    strangePerson(claim, sources) ??
    strangeWork(claim, sources) ??
    strangeKnownName(claim, sources) ??
    strangeBody(claim, sources) ??
    strangeRun(claim, sources) ??
    strangeListItem(claim, sources) ??
    (claim.isHan ? strangeLatinWord(claim, sources) : strangeCapital(claim, raw, sources))
  );
}

function textsOf({ cited, question }: NameSources): string[] {
  return [...cited.map(({ text }) => text), question.text];
}

/** A name is whole: 崔俊 is not the person that the sentence calls 崔俊林, and 崔俊森 is another. */
function strangePerson({ text }: Statement, sources: NameSources): string | null {
  const texts = textsOf(sources);
  const known = [...new Set(texts.flatMap(findPeople).map(({ name }) => name))];
  const found = findPeople(text).find(
    ({ name, start }) =>
      !texts.some((one) => one.includes(name)) ||
      (!known.includes(name) &&
        known.some(
          (one) => one.length > name.length && one.startsWith(name) && !text.startsWith(one, start),
        )),
  );
  return found?.name ?? nearName(text, known, texts) ?? strangeForeigner(text, known, texts);
}

/** A name of three characters with one of the given ones replaced. */
function nearName(text: string, known: readonly string[], texts: readonly string[]): string | null {
  for (const name of known.filter((one) => /^\p{Script=Han}{3}$/u.test(one))) {
    const [surname, first, second] = name;
    const near = new RegExp(`${surname}(?:\\p{Script=Han}${second}|${first}\\p{Script=Han})`, 'gu');
    const found = text.match(near)?.find((one) => !texts.some((other) => other.includes(one)));
    if (found) return found;
  }
  return null;
}

const dot = /[·•・‧]/gu;

/** Each dot of a foreign name must stand inside of a whole name of the sources. */
function strangeForeigner(
  text: string,
  known: readonly string[],
  texts: readonly string[],
): string | null {
  const names = known.filter((one) => one.search(dot) !== -1);
  for (const { index } of text.matchAll(dot)) {
    const isForeign =
      /\p{Script=Han}{2}$/u.test(text.slice(0, index)) &&
      /^.\p{Script=Han}/u.test(text.slice(index));
    if (!isForeign || names.some((name) => isAround(text, index, name))) continue;
    const around = text.slice(Math.max(0, index - 4), index + 5);
    if (!texts.some((one) => one.includes(around))) return around;
  }
  return null;
}

/** Whether an occurrence of a name covers an offset. */
function isAround(text: string, at: number, name: string): boolean {
  const found = text.indexOf(name, Math.max(0, at - name.length));
  return found !== -1 && found < at;
}

function strangeWork({ text }: Statement, sources: NameSources): string | null {
  const works = text.match(/《[^《》]+》/gu) ?? [];
  return (
    works.find((work) => !textsOf(sources).some((one) => one.includes(work.slice(1, -1)))) ?? null
  );
}

function strangeKnownName({ text }: Statement, sources: NameSources): string | null {
  const sourceTexts = [
    ...textsOf(sources),
    ...sources.titles,
    ...sources.cited.map(({ glosses }) => glosses),
  ];
  return (
    findKnownNames(text).find(
      (name) => !isNamed(name, sourceTexts) && !isHome(name, sourceTexts),
    ) ?? null
  );
}

/** A Chinese release calls China 我国. */
function isHome(name: string, texts: readonly string[]): boolean {
  return name === '中国' && texts.some((text) => /我国|国内|全国|国家/u.test(text));
}

/** Whether texts hold a name, whole or abbreviated: 省政府新闻办 for 山西省人民政府新闻办公室. */
function isNamed(name: string, texts: readonly string[]): boolean {
  return texts.some((text) => text.includes(name) || holdsInOrder(text, name));
}

/** An abbreviation leaves out at most so many characters for each that it keeps. */
const stretch = 3;

function holdsInOrder(text: string, name: string): boolean {
  if (name.length < 3) return false;
  for (let from = text.indexOf(name[0]!); from !== -1; from = text.indexOf(name[0]!, from + 1)) {
    let at = from;
    for (let i = 1; i < name.length && at !== -1; i++) at = text.indexOf(name[i]!, at + 1);
    if (at === -1) return false;
    if (at - from < name.length * stretch && !/[,;。:]/u.test(text.slice(from, at))) return true;
  }
  return false;
}

/** What bodies and places end in. */
const endings =
  '公司|集团|银行|大学|学院|中学|小学|医院|委员会|管委会|协会|学会|商会|研究院|研究所|基金会|交易所|联合会|俱乐部|办公室|法院|检察院|报社|电视台|日报|晚报|新闻网|通讯社|能源|重工|科技|电子|船厂|铁路|' +
  '自治区|自治州|开发区|高新区|经开区|综保区|示范区|新区|省|市|县|镇|乡|村|州|局|厅|部|委|岛|湾|港|湖|江|河|山|桥|机场|车站';
/** Endings that are everyday words, too: 高水平科技 is no firm. What names one is no word that ICU knows. */
const trades =
  '能源|科技|电子|铁路|重工|中心|医药|药业|制药|食品|股份|汽车|机械|控股|实业|资本|证券|保险|建筑|地产|航空|物流|传媒|网络|软件|通信|生物|电器|钢铁|化工|石化|电力';
const everyday = new RegExp(
  `^(?:${trades}|开发区|高新区|经开区|综保区|示范区|新区|港|湖|江|河|山|桥|岛|湾)$`,
  'u',
);
const bodies = new RegExp(
  `\\p{Script=Han}{1,8}?(?:${endings}|${trades})(?![长员分们场内外面])`,
  'gu',
);
const ofOffice = /^(?:局|厅|部|委)$/u;
/** Words that stand before such an ending without naming anything, and words that merely end so. */
const generic =
  /^(?:.*(?:该|本|各|全|两|多|几|数|一|每|某|此|这|那|的|家|个|所|座|有关|相关|地方|当地|上市|分|子|母|总|城|都|门|股|超|夜|上|中|下|内|外|大|小|新|老|西|东|南|北|干|俱|局|幸|本|海|国|农|乡|社|郊|山|景|园|园区|主管|职能|主要|政府|国家|知名|龙头|民营|国有|合资|参会|企业|该市|入驻|投资|建设|发展|产业|前往|来自|抵达|通往|途经|位于|参观|走进|附近|周边))$/u;

function strangeBody(claim: Statement, sources: NameSources): string | null {
  const sourceTexts = [
    ...textsOf(sources),
    ...sources.titles,
    ...sources.cited.map(({ glosses }) => glosses),
  ];
  for (const match of claim.text.matchAll(bodies)) {
    const end = match.index + match[0].length;
    const ending = new RegExp(`(?:${endings}|${trades})$`, 'u').exec(match[0])![0];
    const head = headOf(claim, end - ending.length);
    if (head === '' || generic.test(head)) continue;
    if (everyday.test(ending) && isKnownWord(claim, end - ending.length, head)) continue;
    // A single character as an ending makes words of its own (城市, 内部), which ICU knows.
    if (ending.length === 1 && !endsWord(claim, end)) continue;
    if (ofOffice.test(ending) && isPartOfWord(claim, end)) continue;
    if (!sourceTexts.some((text) => text.includes(head)) && !isNamed(head + ending, sourceTexts))
      return head + ending;
  }
  return null;
}

/** Whether a head is one word of several characters. */
function isKnownWord({ words }: Statement, end: number, head: string): boolean {
  return words.some((word) => word.end === end && word.text === head && head.length > 1);
}

/** What names the body: the word right before the ending, or the single characters there; ICU may cut 金|沙湾. */
function headOf({ words }: Statement, to: number): string {
  const covering = words.find((word) => word.isHan && word.start < to && word.end > to);
  let head = covering ? covering.text.slice(0, to - covering.start) : '';
  let at = covering ? covering.start : to;
  for (const word of words.toReversed()) {
    if (!word.isHan || word.end > at) continue;
    const isFull = head.length >= (covering ? 2 : 3) || (head !== '' && word.text.length > 1);
    if (word.end !== at || !isContent(word) || isFull) break;
    head = word.text + head;
    at = word.start;
    if (word.text.length > 1) break;
  }
  return head;
}

function isPartOfWord({ words }: Statement, end: number): boolean {
  return words.some((word) => word.end === end && word.text.length === 2);
}

function endsWord({ words }: Statement, end: number): boolean {
  return words.some((word) => word.end === end);
}

/** Three and more characters in a row, or two behind 由 and 与, that ICU joins to no word and no source holds in pairs: mostly a name. */
function strangeRun(claim: Statement, sources: NameSources): string | null {
  if (!sources.cited.some(({ isHan }) => isHan)) return null;
  const joined = [...textsOf(sources), ...sources.titles].join('\n');
  let run = '';
  let end = -1;
  for (const word of claim.words) {
    const isAlone = word.isHan && word.text.length === 1 && isContent(word);
    const isNew = word.start !== end || !joined.includes(run.slice(-1) + word.text);
    if (!isAlone) run = '';
    else run = word.start === end && isNew ? run + word.text : word.text;
    end = word.end;
    const isJoined = run.length === 2 && /[由与和同跟据]$/u.test(claim.text.slice(0, end - 2));
    const isNewWord =
      run.length > 2 && [...run].filter((char) => !joined.includes(char)).length > 1;
    if (isNewWord || isJoined) return run;
  }
  return replacedCharacter(claim, sources) ?? replacedItem(claim, sources);
}

/** One character of a name replaced: 晶澳能源 where the sentence has 晶科能源 and nowhere 澳. ICU knows no such word, so it stands alone. */
function replacedCharacter({ text, words }: Statement, sources: NameSources): string | null {
  const texts = textsOf(sources);
  for (const [i, word] of words.entries()) {
    const [before, after] = [words[i - 1], words[i + 1]];
    if (word.text.length > 1 || !word.isHan || !isContent(word)) continue;
    if (before?.end !== word.start || after?.start !== word.end) continue;
    if (![before, after].every((one) => one.isHan && isContent(one))) continue;
    if (texts.some((one) => one.includes(word.text))) continue;
    const [left, right] = [text[word.start - 1]!, text[word.end]!];
    const original = new RegExp(`${left}\\p{Script=Han}${right}`, 'u');
    if (texts.some((one) => original.test(one))) return left + word.text + right;
  }
  return null;
}

/** A word beside 、 that no source holds, though the list's next item stands beside another one there: 城西、河西 for 城东、河西. */
function replacedItem({ text, words }: Statement, sources: NameSources): string | null {
  const texts = textsOf(sources);
  for (const [i, word] of words.entries()) {
    const next = words[i + 1];
    if (!next || !word.isHan || !next.isHan || text.slice(word.end, next.start) !== '、') continue;
    const [isFirst, isSecond] = [word, next].map((one) =>
      texts.some((other) => other.includes(one.text)),
    );
    if (isFirst === isSecond) continue;
    const strange = isFirst ? next : word;
    const listed = isFirst ? `${word.text}、` : `、${next.text}`;
    const isListed = texts.some((other) => other.includes(listed));
    if (strange.text.length > 1 && isListed && !isNamed(strange.text, texts)) return strange.text;
  }
  return null;
}

const item = /\p{Script=Han}{2,12}(?:(?:、|和|与|及|以及)\p{Script=Han}{2,12}){2,}/gu;

/** An item of a list of three and more of which no source holds half. */
function strangeListItem({ text }: Statement, sources: NameSources): string | null {
  const joined = [...textsOf(sources), ...sources.cited.map(({ glosses }) => glosses)].join('\n');
  if (!/\p{Script=Han}/u.test(joined)) return null;
  for (const [list] of text.matchAll(item)) {
    if (!list.includes('、')) continue;
    const items = list.split(/、|以及|[和与及]/u);
    const strange = items.slice(1).find((one) => pairShare(one, joined) === 0);
    if (strange) return strange;
  }
  return null;
}

/** The share of neighbouring characters of a stretch that a text holds as neighbours. */
function pairShare(part: string, text: string): number {
  const pairs = Array.from({ length: part.length - 1 }, (_, i) => part.slice(i, i + 2));
  return pairs.length === 0 ? 1 : pairs.filter((pair) => text.includes(pair)).length / pairs.length;
}

/** Words that any Chinese text may use. */
const commonLatin = new Set(['app', 'vs', 'no', 'ok', 'pdf']);

function strangeLatinWord({ words, quantities }: Statement, sources: NameSources): string | null {
  const strange = words.find(
    (word) =>
      !word.isHan &&
      /^\p{L}/u.test(word.text) &&
      !commonLatin.has(word.text) &&
      !isUnit(word, quantities) &&
      !isHeld(word, sources),
  );
  return strange?.text ?? null;
}

function isUnit(word: Word, quantities: Statement['quantities']): boolean {
  return quantities.some(({ start, end }) => start < word.end && word.start < end);
}

function isHeld(word: Word, { cited, question, titles }: NameSources): boolean {
  return (
    [...cited, question].some((one) => holdsWord(one, word) || hasWord(one.text, word.text)) ||
    titles.some((title) => hasWord(title, word.text))
  );
}

function hasWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
    if (!/[a-z]/u.test(text[at - 1] ?? '') && !/[a-z]/u.test(text[at + word.length] ?? ''))
      return true;
  }
  return false;
}

const capitalRun =
  /(?<![\p{L}\d])\p{Lu}[\p{Script=Latin}\d'’]*(?:(?:[ &/-]|\. )\p{Lu}[\p{Script=Latin}\d'’]*)*/gu;
/** Words that are capital for another reason. */
const neverNames = new Set(
  'i the a an in on at it its this that these those he she they we his her their and or but for from to of by with as after before when while according both all no not only some each most january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday q1 q2 q3 q4 rmb usd cny eur gbp us hk nt yuan compared since until about over under nearly however also there by during between among total one two three four five six seven eight nine ten such so if then than which who what where'.split(
    ' ',
  ),
);

/** Capitals of an English claim, outside of quotations: word for word, by gloss, or spelled in pinyin. */
function strangeCapital(claim: Statement, raw: string, sources: NameSources): string | null {
  const { cited, question, titles, tables } = sources;
  const han = [...cited.map(({ text }) => text), question.text, ...titles].join('\n');
  for (const match of raw.normalize('NFKC').matchAll(capitalRun)) {
    const opens = match.index === 0 || /(?:[.!?:]\s+|\n)$/u.test(raw.slice(0, match.index));
    const words = match[0]
      .toLowerCase()
      .split(/[\s.&/-]+/u)
      .map((word) => word.replace(/['’]s?$/u, ''))
      .filter((word) => word.length > 1 && !neverNames.has(word));
    const strange = words.filter((word, i) => {
      if (spellInDigits(word) !== word || isOfQuantity(word, claim)) return false;
      if (isHeld({ start: 0, end: 0, text: word, stem: stemOf(word), isHan: false }, sources))
        return false;
      return !(opens && i === 0 && words.length === 1 && isCommonOpening(word, match[0]));
    });
    if (strange.length === 0) continue;
    const name = strange.join(' ');
    if (spells(name, han, tables) || strange.every((word) => spells(word, han, tables))) continue;
    return strange.join(' ');
  }
  return null;
}

function isOfQuantity(word: string, { text, quantities }: Statement): boolean {
  return quantities.some(({ start, end }) =>
    text
      .slice(start, end)
      .split(/[\d\s.,]+/u)
      .includes(word),
  );
}

/** A sentence opens with a capital; what ends like a common word, or has a gloss, is no name. */
function isCommonOpening(word: string, written: string): boolean {
  if (/^\p{Lu}{2,}/u.test(written)) return false;
  return (
    glossOf(word).length > 0 ||
    /(?:ing|ed|ly|tion|ment|ness|ity|ance|ence|ures?|ers?|s)$/u.test(word)
  );
}
