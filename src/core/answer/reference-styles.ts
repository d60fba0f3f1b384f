/** References to a sentence's release in the styles that writers are asked for. An unknown is said to be unknown. */
import type { Citation } from './answer.js';
import type { Release } from '../corpus/corpus.js';
import { sourceLine } from './source-line.js';

/** GB/T 7714-2015, APA's seventh edition, or in plain words. */
export const referenceStyles = ['gbt7714', 'apa', 'plain'] as const;
export type ReferenceStyle = (typeof referenceStyles)[number];

/** What a reference says in its own words, in the reader's language; APA is English whatever the reader reads. */
export interface ReferenceWords {
  /** `[untitled]` */
  readonly untitled: string;
  /** Behind the third of more than three authors. */
  readonly andOthers: string;
  /** `[date unknown]` */
  readonly dateUnknown: string;
  /** Before a printed date without its year: `[year unknown]`. */
  readonly yearUnknown: string;
  /** `sentence 5` */
  readonly sentence: (sentence: number) => string;
}

/**
 * The reference in a style, on one line.
 * @param accessedOn ISO date of today, which GB/T 7714 asks for with an address
 */
export function formatReference(
  style: ReferenceStyle,
  { release, sentence }: Pick<Citation, 'release' | 'sentence'>,
  accessedOn: string,
  words: ReferenceWords,
): string {
  const formatted = {
    gbt7714: () => gbt7714(release, accessedOn, words),
    apa: () => apa(release),
    plain: () => plain(release, words.sentence(sentence)),
  }[style]();
  return formatted.replace(/\s+/gu, ' ').trim();
}

/**
 * With an address an electronic source: `Authors. Title[EB/OL]. Outlet, 2024(2024-12-27)[accessed]. URL.` Without one a
 * newspaper's: `Authors. Title[N]. Outlet, 2024-12-27.` Unknown authors are left out, as the standard allows where
 * references are numbered.
 */
function gbt7714(release: Release, accessedOn: string, words: ReferenceWords): string {
  const { reporters, title, source, publishedOn, printedDate, url } = release;
  const named = reporters.slice(0, 3).join(', ');
  const authors = reporters.length > 3 ? `${named}, ${words.andOthers}` : named;
  const headline = `${title ?? words.untitled}[${url ? 'EB/OL' : 'N'}]`;
  if (url) {
    const dated = publishedOn ? `${publishedOn.slice(0, 4)}(${publishedOn})` : '';
    const published = [source, dated].filter(Boolean).join(', ') + `[${accessedOn}]`;
    return sentences([authors, headline, published, url]);
  }
  const date = publishedOn ?? (printedDate ? words.yearUnknown + printedDate : words.dateUnknown);
  return sentences([authors, headline, [source, date].filter(Boolean).join(', ')]);
}

/** `Authors. (2024, December 27). Title [Press release]. Outlet. URL`; without authors the outlet is the author. */
function apa({ reporters, title, source, publishedOn, url }: Release): string {
  const author = reporters.length > 0 ? listed(reporters) : (source ?? '');
  const headline = title ? `${title} [Press release]` : '[Untitled press release]';
  const date = `(${publishedOn ? longDate(publishedOn) : 'n.d.'})`;
  const outlet = reporters.length > 0 ? (source ?? '') : '';
  // Without an author the title stands in its place.
  const parts = author ? [author, date, headline, outlet] : [headline, date];
  return sentences(parts) + (url ? ` ${url}` : '');
}

/** `Outlet · Headline · 12月27日 · sentence 5 · URL`; the file where nothing of the release is known. */
function plain(release: Release, sentence: string): string {
  return [sourceLine(release) || release.file, sentence, release.url].filter(Boolean).join(' · ');
}

/** Parts with a full stop behind each, unless one ends it already. */
function sentences(parts: readonly string[]): string {
  return parts
    .filter((part) => part !== '')
    .map((part) => (/[.。!！?？…]$/u.test(part) ? part : `${part}.`))
    .join(' ');
}

/** `A`, `A & B`, `A, B, & C`. */
function listed(names: readonly string[]): string {
  if (names.length < 3) return names.join(' & ');
  return `${names.slice(0, -1).join(', ')}, & ${names.at(-1)}`;
}

const months = 'January February March April May June July August September October November December'.split(' ');

/** `2024, December 27` */
function longDate(iso: string): string {
  const [year, month, day] = iso.split('-');
  return `${year}, ${months[Number(month) - 1]} ${Number(day)}`;
}
