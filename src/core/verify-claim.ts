/** Verification: whether the sentences that a claim cites say what it says. Rules only; no model takes part. */
import { findOverstated } from './claim-bounds.js';
import { findOpposite } from './claim-direction.js';
import { checkFigures } from './claim-figures.js';
import { findInjected, isInstruction } from './claim-injection.js';
import { findStrangeName } from './claim-names.js';
import { findDenied } from './claim-negation.js';
import { findStrangePost } from './claim-posts.js';
import { checkQuotes, findQuotations } from './claim-quotes.js';
import { findUnsupported } from './claim-support.js';
import { isContent } from './content-words.js';
import type { DraftClaim } from './draft.js';
import type { Evidence, EvidenceSentence } from './evidence.js';
import { findMisbound } from './figure-binding.js';
import type { FoldTables } from './fold.js';
import { holdsWord, makeStatement, sentenceStatement, type Statement } from './statement.js';
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

export function verifyClaim(
  claim: DraftClaim,
  evidence: Evidence,
  context: VerifyContext,
): Verdict {
  const unknown = claim.ids.find((id) => !evidence.has(id));
  if (unknown !== undefined) return fail('unknownId', unknown);
  const cited = claim.ids.map((id) => evidence.get(id)!);
  if (cited.length === 0) return fail('uncited', claim.text);
  const verdict = verify(claim.text, cited, context);
  return verdict.passed && cited.length > 1
    ? { passed: true, claim: { ...verdict.claim, cited: neededOf(claim.text, cited, context) } }
    : verdict;
}

/** Leaves out the sentences that neither support the claim by themselves nor are missed by the others. */
function neededOf(
  text: string,
  cited: readonly EvidenceSentence[],
  context: VerifyContext,
): readonly EvidenceSentence[] {
  let needed = cited;
  for (const one of cited) {
    const others = needed.filter((other) => other !== one);
    if (others.length === 0 || verify(text, [one], context).passed) continue;
    if (verify(text, others, context).passed) needed = others;
  }
  return needed;
}

function verify(
  text: string,
  cited: readonly EvidenceSentence[],
  { question, tables }: VerifyContext,
): Verdict {
  const own = makeStatement(text, tables);
  const sentences = cited.map((one) => sentenceStatement(one, tables));
  const asked = makeStatement(question, tables);
  if (sentences.every(isInstruction)) return fail('unsupported', text);
  const injected = findInjected(own, sentences);
  if (injected !== null) return fail('unsupported', injected);
  const quotes = checkQuotes(text, cited, tables);
  if (quotes.fault !== null) return fail('quote', quotes.fault);
  const { figures, fault } = checkFigures(own, sentences);
  if (fault !== null) return fail('figure', fault);
  const misbound = findMisbound(own, figures, sentences, asked);
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
    findSwapped(own, sentences);
  if (contradicted !== null) return fail('contradicted', contradicted);
  const lost = isComparable(own, sentences)
    ? findUnsupported(own, sentences, asked)
    : isAnchored(own, text, figures.length, sentences)
      ? null
      : text;
  if (lost !== null) return fail('unsupported', lost);
  return { passed: true, claim: { text: quotes.text.trim(), cited } };
}

/** Whether a sentence is in the claim's language. */
function isComparable(own: Statement, sentences: readonly Statement[]): boolean {
  return sentences.some(({ isHan }) => isHan === own.isHan);
}

/** Across languages a claim must share something with its sentences: a figure, a quotation, or words by gloss. */
function isAnchored(
  own: Statement,
  text: string,
  figureCount: number,
  sentences: readonly Statement[],
): boolean {
  if (figureCount > 0 || findQuotations(text).length > 0) return true;
  return own.words.some((word) => isContent(word) && sentences.some((one) => holdsWord(one, word)));
}
