/** The untouched original of a sentence, and where it stands. */
import type { Citation } from '../../core/answer/answer.js';
import { clipLine, styled, type FormattedText } from './formatted-text.js';
import type { Say } from '../texts.js';

/** A longer original, in UTF-16 units, does not fit a message with its place; it goes out as a file. */
export const longestOriginal = 3600;

/** Lengths in UTF-16 units. */
const limits = { file: 200 } as const;

/** The exact slice as code, which shows and copies every character as it is; below it file, sentence and offsets. */
export function originalMessage(citation: Citation, say: Say): FormattedText {
  const { original } = citation;
  const text = `${original}\n${say('original-untouched')}\n${originalPlace(citation, say)}`;
  return { text, entities: [styled('pre', 0, original.length)] };
}

/** `a.txt · sentence 5 · characters 312 to 371` */
export function originalPlace({ release, sentence, start, end }: Citation, say: Say): string {
  const file = clipLine(release.file, limits.file);
  return say('original-place', {
    file,
    sentence: String(sentence),
    start: String(start),
    end: String(end),
  });
}
