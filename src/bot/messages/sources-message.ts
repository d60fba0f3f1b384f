/** A page of the list of releases as a message. */
import type { MessageEntity } from 'grammy/types';
import { buttonData } from './button-data.js';
import { clipLine, styled, type FormattedText } from './formatted-text.js';
import type { Keyboard } from '../replies/reply.js';
import type { Say } from '../texts.js';

/** By the order in which they came in, or the newest first. */
export type ListOrder = 'arrival' | 'newest';

/** Eight fit a telephone's screen; their numbers fit two rows of buttons. */
export const releasesPerPage = 8;

/** Together they keep a page below 4,096 UTF-16 units, which the lengths are counted in. */
const limits = { title: 120, source: 120 } as const;

/** A release as it stands in a list. */
export interface ListedRelease {
  /** Its number in the order of arrival, from 1; `/release` takes it. */
  readonly number: number;
  /** Its headline, or what it opens with. */
  readonly title: string;
  /** Outlet and date as far as they are known; may be empty. */
  readonly source: string;
  readonly sentenceCount: number;
  /** The reference of its first sentence; null when it has none. */
  readonly reference: string | null;
}

export interface ListPage {
  readonly order: ListOrder;
  /** From 0. */
  readonly page: number;
  readonly pageCount: number;
  /** How many releases there are on all pages. */
  readonly total: number;
  readonly releases: readonly ListedRelease[];
}

/** `1. headline` in bold, then outlet, date and the number of sentences. */
export function listMessage({ order, page, pageCount, total, releases }: ListPage, say: Say): FormattedText {
  if (total === 0) return { text: say('no-releases'), entities: [] };
  const entities: MessageEntity[] = [];
  const heading = order === 'newest' ? say('latest-heading') : say('sources-heading', { count: total });
  let text = pageCount > 1 ? `${heading} · ${page + 1}/${pageCount}` : heading;
  for (const { number, title, source, sentenceCount } of releases) {
    text += `\n\n${number}. `;
    const line = clipLine(title, limits.title);
    if (line !== '') entities.push(styled('bold', text.length, text.length + line.length));
    const count = say('sentence-count', { count: sentenceCount });
    const about = [clipLine(source, limits.source), count].filter(Boolean).join(' · ');
    text += [line, about].filter(Boolean).join('\n');
  }
  return { text, entities };
}

/** A button for each release that has sentences, by its number; it opens the release. */
export function releaseButtons(releases: readonly Pick<ListedRelease, 'number' | 'reference'>[]): Keyboard[number] {
  return releases.flatMap(({ number, reference }) =>
    reference === null ? [] : [{ text: String(number), callback_data: buttonData('release', reference) }],
  );
}

/** A button for each release, by its number, and the pages before and after. */
export function listKeyboard({ order, page, pageCount, releases }: ListPage, say: Say): Keyboard {
  const numbers = releaseButtons(releases);
  const turn = (to: number) => buttonData('list', order, to);
  const pages = [
    ...(page > 0 ? [{ text: say('button-previous-page'), callback_data: turn(page - 1) }] : []),
    ...(page < pageCount - 1 ? [{ text: say('button-next-page'), callback_data: turn(page + 1) }] : []),
  ];
  return [numbers.slice(0, 4), numbers.slice(4), pages].filter((row) => row.length > 0);
}
