/**
 * The names of a claim: people, bodies, places, works and words of another script. Each must stand in a cited sentence or in the question;
 * of bodies and places the headline of a cited release will do, because a citation shows it.
 */
import type { NameSources } from './name-sources.js';
import type { CheckableText } from './checkable-text.js';
import { findStrangeBody } from './strange-bodies.js';
import { findStrangePerson } from './strange-people.js';
import { findStrangeStretch } from './strange-stretches.js';
import { findStrangeCapital, findStrangeLatin } from './strange-words.js';

/**
 * The first name of a claim that comes from nowhere; null when all come from somewhere.
 * @param raw the claim as written, for its capitals
 */
export function findStrangeName(
  claim: CheckableText,
  raw: string,
  sources: NameSources,
): string | null {
  return (
    findStrangePerson(claim, sources) ??
    findStrangeBody(claim, sources) ??
    findStrangeStretch(claim, sources) ??
    (claim.isHan ? findStrangeLatin(claim, sources) : findStrangeCapital(claim, raw, sources))
  );
}
