/** Verification: whether the sentences that a claim cites say what it says. Rules only; no model takes part. */
import { findOverstated } from './claim-bounds.js';
import { findOpposite } from './claim-direction.js';
import { checkFigures } from './claim-figures.js';
import { findInjected, isInstruction } from './claim-injection.js';
import { findStrangeName } from './claim-names.js';
import { findDenied } from './claim-negation.js';
import { findStrangePost } from './claim-posts.js';
import { checkQuotes } from './claim-quotes.js';
import { measureSupport, type Support } from './claim-support.js';
import type { DraftClaim } from './draft.js';
import type { Evidence, EvidenceSentence } from './evidence.js';
import { findMisbound } from './figure-binding.js';
import type { FoldTables } from './fold.js';
import { makeStatement, sentenceStatement, type Statement } from './statement.js';
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
  return verify(claim.text, cited, context);
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
  const misbound = findMisbound(own, figures, asked);
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
  const lost = unsupported(own, sentences, asked, figures.length > 0);
  if (lost !== null) return fail('unsupported', lost);
  return { passed: true, claim: { text: quotes.text.trim(), cited } };
}

function unsupported(
  own: Statement,
  sentences: readonly Statement[],
  asked: Statement,
  hasFigure: boolean,
): string | null {
  const support = measureSupport(own, sentences, asked);
  return isSupported(support, hasFigure) ? null : support.lostText;
}

function isSupported({ lost }: Support, hasFigure: boolean): boolean {
  return hasFigure || lost < 0.5;
}
