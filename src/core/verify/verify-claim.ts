/** Verification: whether the sentences that a claim cites say what it says. Rules only; no model takes part. */
import { findOtherYear } from './asked-year.js';
import { findBareLabel } from './bare-label.js';
import { findBorrowedIndicator } from './borrowed-indicator.js';
import { findAdded } from './claim-additions.js';
import { findOverstated } from './claim-bounds.js';
import { findOpposite } from './claim-direction.js';
import { checkFigures } from './claim-figures.js';
import { findInjected, isInstruction } from './claim-injection.js';
import { findStrangeName } from './claim-names.js';
import { findDenied } from './claim-negation.js';
import { findUntimely } from './claim-plans.js';
import { findStrangePost } from './claim-posts.js';
import { checkQuotes, findQuotations } from './claim-quotes.js';
import { findUnrelated, findUnsupported } from './claim-support.js';
import type { DraftClaim } from '../draft/draft.js';
import type { Evidence, EvidenceSentence } from '../draft/evidence.js';
import { findMisbound } from './figure-binding.js';
import type { FoldTables } from '../text/fold.js';
import { makeCheckable, checkableSentence, type CheckableText } from './checkable-text.js';
import { findSwapped } from './swapped-sides.js';

export type ClaimFault =
  'uncited' | 'unknownId' | 'figure' | 'quote' | 'name' | 'contradicted' | 'unsupported';

/** A claim that passed: its text as it may go out (quoted stretches are slices of the cited sentences) and what it cites. */
export interface VerifiedClaim {
  readonly text: string;
  readonly cited: readonly EvidenceSentence[];
}

export type Verdict =
  | { readonly passed: true; readonly claim: VerifiedClaim }
  | { readonly passed: false; readonly fault: ClaimFault; readonly detail: string };

export interface VerifyContext {
  readonly question: string;
  readonly tables: FoldTables;
}

const fail = (fault: ClaimFault, detail: string): Verdict => ({ passed: false, fault, detail });

/**
 * Verifies a claim against the sentences that it cites.
 *
 * Guarantee of a claim that passed, whatever a model wrote: every id is one of the evidence; every figure, date and unit is stated by a cited
 * sentence (the question licenses none); every quotation is a slice of one, in its glyphs; every name that the rules know for one is in a cited
 * sentence or in the question; no link, mention or command is its own. That a figure is of the right thing, and that directions, denials,
 * bounds and posts agree, is checked by rule as far as DESIGN.md says. Across languages figures, quotations and names are checked, and such
 * words as `gloss.ts` knows; the rest of what such a claim says is not.
 *
 * @returns the first fault found; `detail` is the stretch of the claim at fault, folded except for ids and quotations
 */
export function verifyClaim(
  claim: DraftClaim,
  evidence: Evidence,
  context: VerifyContext,
): Verdict {
  const unknown = claim.ids.find((id) => !evidence.has(id));
  if (unknown !== undefined) return fail('unknownId', unknown);
  const named = claim.ids.map((id) => evidence.get(id)!);
  if (named.length === 0) return fail('uncited', claim.text);
  const cited = named.filter((one) => !isInstruction(checkableSentence(one, context.tables)));
  if (cited.length === 0) return fail('unsupported', claim.text);
  const read: ReadClaim = {
    ...context,
    text: claim.text,
    own: makeCheckable(claim.text, context.tables),
    asked: makeCheckable(context.question, context.tables),
  };
  const verdict = verify(cited, read);
  if (!verdict.passed) return verdict;
  const borrowed = findBorrowed(cited, evidence, read);
  if (borrowed !== null) return fail('figure', borrowed);
  if (cited.length === 1) return verdict;
  // Again, so that the quotations are slices of what stays cited.
  return verify(neededOf(cited, read), read);
}

/** A claim and its question, read once. */
interface ReadClaim extends VerifyContext {
  /** As written. */
  readonly text: string;
  readonly own: CheckableText;
  readonly asked: CheckableText;
}

function findBorrowed(
  cited: readonly EvidenceSentence[],
  evidence: Evidence,
  { own, tables }: ReadClaim,
): string | null {
  const textsOf = (sentences: readonly EvidenceSentence[]) =>
    sentences.map((one) => checkableSentence(one, tables));
  const others = [...evidence.values()].filter((one) => !cited.includes(one));
  return findBorrowedIndicator(own, textsOf(cited), textsOf(others));
}

/** Leaves out the sentences that neither support the claim by themselves nor are missed by the others. */
function neededOf(
  cited: readonly EvidenceSentence[],
  read: ReadClaim,
): readonly EvidenceSentence[] {
  let needed = cited;
  for (const one of cited) {
    const others = needed.filter((other) => other !== one);
    if (others.length === 0 || verify([one], read).passed) continue;
    if (verify(others, read).passed) needed = others;
  }
  return needed;
}

function verify(
  cited: readonly EvidenceSentence[],
  { text, own, asked, tables }: ReadClaim,
): Verdict {
  const sentences = cited.map((one) => checkableSentence(one, tables));
  const injected = findInjected(own, sentences);
  if (injected !== null) return fail('unsupported', injected);
  const quotes = checkQuotes(text, cited, tables);
  if (quotes.fault !== null) return fail('quote', quotes.fault);
  const { figures, fault } = checkFigures(own, sentences);
  if (fault !== null) return fail('figure', fault);
  const misbound =
    findMisbound(own, figures, sentences, asked) ?? findOtherYear(own, figures, cited, asked);
  if (misbound !== null) return fail('figure', misbound);
  const titles = cited.map(({ prepared }) => prepared.foldedTitle);
  const strange =
    findStrangeName(own, text, { cited: sentences, question: asked, titles, tables }) ??
    findStrangePost(own, sentences, asked);
  if (strange !== null) return fail('name', strange);
  const contradicted =
    findOpposite(own, figures, sentences, asked) ??
    findDenied(own, sentences) ??
    findOverstated(own, figures, asked) ??
    findUntimely(own, sentences) ??
    findSwapped(own, sentences);
  if (contradicted !== null) return fail('contradicted', contradicted);
  const added = findAdded(own, sentences) ?? findBareLabel(own, sentences, asked);
  if (added !== null) return fail('unsupported', added);
  const hasFigure = figures.some(({ index }) => own.quantities[index]!.kind !== 'date');
  const isPinned = hasFigure || findQuotations(text).length > 0;
  const lost = isComparable(own, sentences)
    ? findUnsupported(own, sentences, asked, isPinned)
    : findUnrelated(own, sentences, isPinned);
  if (lost !== null) return fail('unsupported', lost);
  return { passed: true, claim: { text: quotes.text.trim(), cited } };
}

/** Whether a sentence is in the claim's language. */
function isComparable(own: CheckableText, sentences: readonly CheckableText[]): boolean {
  return sentences.some(({ isHan }) => isHan === own.isHan);
}
