/** The untouched original of a sentence, and where it stands. */
import type { Citation } from '../../core/answer/answer.js';
import { clipLine, codeIn, styled, type FormattedText } from './formatted-text.js';
import type { Say } from '../texts.js';

/** A longer original, in UTF-16 units, does not fit a message with its place; it goes out as a file. */
export const longestOriginal = 3600;

/** Lengths in UTF-16 units. */
const limits = { file: 200 } as const;

/** The exact slice as code, which shows and copies every character as it is; below it file, sentence and offsets. */
export function originalMessage(citation: Citation, say: Say): FormattedText {
  const { original } = citation;
  const text = `${original}\n${say('original-untouched')}\n${originalPlace(citation, say)}`;
  const file = codeIn(text, shownFile(citation), original.length);
  return { text, entities: [styled('pre', 0, original.length), ...file] };
}

/** `a.txt · sentence 5 · characters 312 to 371` */
export function originalPlace(citation: Citation, say: Say): string {
  const { sentence, start, end } = citation;
  const file = shownFile(citation);
  return say('original-place', {
    file,
    sentence: String(sentence),
    start: String(start),
    end: String(end),
  });
}

function shownFile({ release }: Citation): string {
  return clipLine(release.file, limits.file);
}
