/** Datelines: the words that open a release and say who reported it, from where and when. */

/** What a dateline states; null or empty where it is silent. */
export interface Dateline {
  readonly source: string | null;
  readonly reporters: readonly string[];
  /** As printed, such as `12月27日`. */
  readonly printedDate: string | null;
  /** ISO date, only when the dateline prints the year. */
  readonly publishedOn: string | null;
}

const chineseDate = '(?:(\\d{4})年)?(\\d{1,2})月(\\d{1,2})日';

// 黃河新聞網訊(記者孫宇佳) · 新华社北京12月27日电（记者 甲、乙） · 本报讯
const chinese = new RegExp(
  '^\\s*([\\p{Script=Han}A-Za-z0-9]{1,14}?(?:新聞網|新闻网|客戶端|客户端|新聞|新闻|在線|在线|社|網|网|報|报|臺|台))' +
    `[\\p{Script=Han}·]{0,12}?\\s*(${chineseDate})?\\s*(?:訊|讯|電|电|消息)` +
    '(?:\\s*[(（][^()（）]{0,12}?(?:記者|记者|通訊員|通讯员)[\\s:：]*([^()（）]{1,60})[)）]|(?=[\\s,，:：]))',
  'u',
);

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

// YERINGTON, NV, March 08, 2024 /24-7PressRelease/ -- · PARIS, Jan. 5, 2024 (GLOBE NEWSWIRE) --
const english =
  /^\s*\p{Lu}[^\n/(]{1,60}?,\s+(([A-Z][a-z]{2})[a-z]*\.?\s+(\d{1,2}),\s+(\d{4}))\s*[/(]([^/)\n]{2,40})[/)]\s*(?:--|[-–—])/u;

/**
 * Reads the dateline that a line opens with.
 * @param line a line without pinyin annotations
 * @returns null when the line opens with none
 */
export function readDateline(line: string): Dateline | null {
  const zh = chinese.exec(line);
  if (zh) {
    const [, source, printed, year, month, day, reporters] = zh;
    return {
      source: source!,
      reporters: reporters?.split(/[、,，\s]+/u).filter(Boolean) ?? [],
      printedDate: printed ?? null,
      publishedOn: year ? isoDate(year, month!, day!) : null,
    };
  }
  const en = english.exec(line);
  if (!en) return null;
  const [, printed, monthName, day, year, source] = en;
  const month = months.indexOf(monthName!.toLowerCase()) + 1;
  return {
    source: source!.trim(),
    reporters: [],
    printedDate: printed!,
    publishedOn: month > 0 ? isoDate(year!, String(month), day!) : null,
  };
}

/** The first date that a text prints in Chinese, such as `12月27日`; null when it prints none. */
export function firstPrintedDate(text: string): string | null {
  return new RegExp(chineseDate, 'u').exec(text)?.[0] ?? null;
}

/** The ISO date of a line that is nothing but a date (`2019/09/20`, `2024年12月27日`); null for any other line. */
export function readDateOnly(line: string): string | null {
  const found = /^\s*(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?\s*$/u.exec(line);
  return found ? isoDate(found[1]!, found[2]!, found[3]!) : null;
}

function isoDate(year: string, month: string, day: string): string | null {
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${iso}T00:00:00Z`);
  return Number.isNaN(date.getTime()) || !date.toISOString().startsWith(iso) ? null : iso;
}
