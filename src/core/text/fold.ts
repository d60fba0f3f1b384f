/**
 * Folding: the form of a text that is matched, never shown.
 *
 * Folding leaves out pinyin annotations and invisible characters, applies NFKC (full-width digits, ligatures),
 * lower case, and Traditional to Simplified, and remembers where every folded code unit came from.
 */

/** What folding must know about characters; the tables come from outside, so that core needs no package. */
export interface FoldTables {
  /** For each UTF-16 unit its Simplified counterpart, or itself. Length 65,536. */
  readonly simplified: Uint16Array;
  /** Every reading of one Han character in pinyin with tone marks, lower case, NFC; empty when unknown. */
  readonly readings: (char: string) => readonly string[];
  /**
   * Code points that a conversion of the script may leave in place of another; folding keeps them apart, comparing a quote
   * with its original does not.
   */
  readonly exchanged: ReadonlyMap<number, number>;
}

/**
 * A folded text with its way back. Code unit `i` of `text` came from `[starts[i], ends[i])` of the original;
 * both arrays never decrease.
 */
export interface Folded {
  readonly text: string;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

/** A half-open range of UTF-16 offsets. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

// At most 6 letters make a syllable ("zhuang"); decomposed tone marks may follow each vowel, and a pasted text may be
// broken or spaced out anywhere.
const bracketedSyllable = /[(（]\s*((?:[\p{Script=Latin}\p{Mn}]\s*){1,9})[)）]/uy;

const han = /^\p{Script=Han}$/u;
const mark = /\p{M}/u;
const invisible = /\p{Default_Ignorable_Code_Point}/gu;

/** Letters that careless conversions use instead of plain ones inside a syllable. */
const lookalikes: Readonly<Record<string, string>> = { ɑ: 'a', ɡ: 'g' };

function isReading(char: string, syllable: string, tables: FoldTables): boolean {
  const plain = syllable.replace(/\s+/gu, '').replace(/[ɑɡ]/g, (c) => lookalikes[c] ?? c);
  const reading = plain.normalize('NFKC').toLowerCase();
  const simplified = String.fromCharCode(tables.simplified[char.charCodeAt(0)]!);
  return tables.readings(char).includes(reading) || tables.readings(simplified).includes(reading);
}

/**
 * Finds pinyin annotations: a bracketed syllable right after a Han character whose reading it is.
 * Every other bracket is honest and stays: `(記者孫宇佳)`, `GDP(國內生產總值)`, `鋼琴(piano)`.
 *
 * @returns disjoint ranges of `text` in ascending order, each from bracket to bracket
 */
export function findAnnotations(text: string, tables: FoldTables): Span[] {
  const found: Span[] = [];
  let annotated = -1; // offset of the Han character that the previous annotation belongs to
  for (let i = nextBracket(text, 0); i !== -1; i = nextBracket(text, i + 1)) {
    const repeated = found.at(-1)?.end === i;
    const owner = repeated ? annotated : beforeLineBreak(text, i);
    const char = text[owner];
    if (char === undefined || !han.test(char)) continue;
    bracketedSyllable.lastIndex = i;
    const syllable = bracketedSyllable.exec(text);
    if (!syllable || !isReading(char, syllable[1]!, tables)) continue;
    annotated = owner;
    found.push({ start: i, end: bracketedSyllable.lastIndex });
    i = bracketedSyllable.lastIndex - 1;
  }
  return found;
}

function beforeLineBreak(text: string, end: number): number {
  let i = end - 1;
  while (text[i] === '\n' || text[i] === '\r') i--;
  return i;
}

function nextBracket(text: string, from: number): number {
  for (let i = from; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 0x28 || unit === 0xff08) return i;
  }
  return -1;
}

/**
 * Folds a text for matching.
 *
 * Guarantee: any non-empty range of the result maps, by {@link sourceSpan}, to a slice of `text` whose own
 * folded form contains it.
 */
export function fold(text: string, tables: FoldTables): Folded {
  const annotations = findAnnotations(text, tables);
  const hasMarks = mark.test(text);
  const units: number[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let nextAnnotation = 0;
  for (let i = 0; i < text.length;) {
    if (annotations[nextAnnotation]?.start === i) {
      i = annotations[nextAnnotation++]!.end;
      continue;
    }
    const end = clusterEnd(text, i, hasMarks);
    const unit = text.charCodeAt(i);
    if (end === i + 1 && unit >= 0x4e00 && unit <= 0x9fff) {
      // The common case of this corpus: NFKC and case leave unified ideographs alone.
      units.push(tables.simplified[unit]!);
      starts.push(i);
      ends.push(end);
    } else {
      const folded = foldCluster(text.slice(i, end));
      for (let k = 0; k < folded.length; k++) {
        units.push(tables.simplified[folded.charCodeAt(k)]!);
        starts.push(i);
        ends.push(end);
      }
    }
    i = end;
  }
  return {
    text: textOf(units),
    starts: Uint32Array.from(starts),
    ends: Uint32Array.from(ends),
  };
}

/** The end of the code point at `from` with the combining marks that follow it. */
function clusterEnd(text: string, from: number, hasMarks: boolean): number {
  let end = from + (text.codePointAt(from)! > 0xffff ? 2 : 1);
  if (!hasMarks) return end;
  while (end < text.length) {
    const next = String.fromCodePoint(text.codePointAt(end)!);
    if (!mark.test(next)) break;
    end += next.length;
  }
  return end;
}

function foldCluster(cluster: string): string {
  return cluster.replace(invisible, '').normalize('NFKC').toLowerCase();
}

/** `String.fromCharCode` in slices that the engine takes as arguments. */
export function textOf(units: readonly number[]): string {
  let text = '';
  for (let i = 0; i < units.length; i += 8192) {
    text += String.fromCharCode(...units.slice(i, i + 8192));
  }
  return text;
}

/**
 * The slice of the original that a range of the folded text came from.
 * @throws RangeError when the range is empty or outside of the folded text
 */
export function sourceSpan(folded: Folded, from: number, to: number): Span {
  if (from < 0 || from >= to || to > folded.text.length) {
    throw new RangeError(`no folded text in [${from}, ${to}) of ${folded.text.length}`);
  }
  return { start: folded.starts[from]!, end: folded.ends[to - 1]! };
}
