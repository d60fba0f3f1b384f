/** The list of releases as a message. */
import type { MessageEntity } from 'grammy/types';
import type { Release } from '../core/corpus.js';
import { sourceLine } from '../core/source-line.js';
import { clipLine, styled, type FormattedText } from './formatted-text.js';
import type { Texts } from './texts.js';

/** Together they keep the list below 4,096 UTF-16 units, which the lengths are counted in. */
const limits = { releases: 20, title: 80, outlet: 40, date: 30 } as const;

/**
 * Lists the releases in the order given, numbered from 1: `1. headline` in bold, then outlet and date as far as known.
 *
 * @param opening what a release without a headline opens with, as shown
 */
export function sourcesMessage(
  releases: readonly Release[],
  opening: (release: Release) => string,
  texts: Texts,
): FormattedText {
  if (releases.length === 0) return { text: texts.noReleases, entities: [] };
  const entities: MessageEntity[] = [];
  let text = texts.releaseCount(releases.length);
  for (const [i, release] of releases.slice(0, limits.releases).entries()) {
    text += `\n\n${i + 1}. `;
    const title = clipLine(release.title ?? opening(release), limits.title);
    entities.push(styled('bold', text.length, text.length + title.length));
    text += [title, outletAndDate(release)].filter((line) => line !== '').join('\n');
  }
  const more = releases.length - limits.releases;
  if (more > 0) text += `\n\n${texts.moreReleases(more)}`;
  return { text, entities: entities.filter(({ length }) => length > 0) };
}

function outletAndDate(release: Release): string {
  return sourceLine({
    ...release,
    title: null,
    source: clipLine(release.source ?? '', limits.outlet),
    printedDate: clipLine(release.printedDate ?? '', limits.date),
  });
}
