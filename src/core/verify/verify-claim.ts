/** Verification: whether the sentences that a claim of a draft cites say what it says. */
import type { DraftClaim } from '../draft/draft.js';
import type { Evidence, EvidenceSentence } from '../draft/evidence.js';
import type { ReaderModel, ReadOptions } from '../read/reader-model.js';
import { fold, type FoldTables } from '../text/fold.js';
import { clip } from '../text/passages.js';
import { checkableSentence, makeCheckable, type CheckableText } from './checkable-text.js';
import { findUnstatedFigure } from './claim-figures.js';
import { findInjected, isInstruction } from './claim-injection.js';
import { findStrangeName } from './claim-names.js';
import { checkQuotes } from './claim-quotes.js';
import { clauseEnd, isSlice } from './is-slice.js';
import { leastSupport } from './least-support.js';

export type ClaimFault = 'uncited' | 'unknownId' | 'figure' | 'quote' | 'name' | 'unsupported';

/**
 * A claim that passed: its text as it may go out (quoted stretches are slices of the cited sentences) and what it
 * cites.
 */
export interface VerifiedClaim {
  readonly text: string;
  readonly cited: readonly EvidenceSentence[];
}

export type Verdict =
  | { readonly passed: true; readonly claim: VerifiedClaim }
  | { readonly passed: false; readonly fault: ClaimFault; readonly detail: string };

export interface VerifyContext extends ReadOptions {
  /** Names in it may be used. */
  readonly question: string;
  readonly tables: FoldTables;
  /** Null where its runtime cannot load: then only copied clauses pass, see `is-slice.ts`. */
  readonly reader: ReaderModel | null;
}

const fail = (fault: ClaimFault, detail: string): Verdict => ({ passed: false, fault, detail });

/**
 * Verifies a claim against the sentences that it cites.
 *
 * Guarantee of a claim that passed, whatever a model wrote: every id is one of the evidence; every figure, date and
 * unit is stated by a cited sentence (the question licenses none); every quotation is a slice of one, in its glyphs;
 * every name that the rules know for one is in a cited sentence, its release's headline or the question; no link,
 * mention or command is its own. That the sentences say what is not copied is the reader's judgement.
 *
 * @returns the first fault found; `detail` is the stretch of the claim at fault, folded except for ids, names and
 * quotations
 * @throws as {@link ReaderModel.support}
 */
export async function verifyClaim(claim: DraftClaim, evidence: Evidence, context: VerifyContext): Promise<Verdict> {
  const unknown = claim.ids.find((id) => !evidence.has(id));
  if (unknown !== undefined) return fail('unknownId', unknown);
  const named = claim.ids.map((id) => evidence.get(id)!);
  if (named.length === 0) return fail('uncited', claim.text);
  const cited = named.filter((one) => !isInstruction(checkableSentence(one, context.tables)));
  if (cited.length === 0) return fail('unsupported', claim.text);
  const own = makeCheckable(claim.text, context.tables);
  const check = (sentences: readonly EvidenceSentence[]): Promise<Verdict> =>
    verify(claim.text, own, sentences, context);
  const verdict = await check(cited);
  const needed = verdict.passed ? await neededOf(cited, check) : cited;
  // Again, so that the quotations are slices of what stays cited.
  return needed === cited ? verdict : check(needed);
}

/** Leaves out the sentences that neither support the claim by themselves nor are missed by the others. */
async function neededOf(
  cited: readonly EvidenceSentence[],
  check: (sentences: readonly EvidenceSentence[]) => Promise<Verdict>,
): Promise<readonly EvidenceSentence[]> {
  let needed = cited;
  for (const one of cited) {
    const others = needed.filter((other) => other !== one);
    if (others.length === 0 || (await check([one])).passed) continue;
    if ((await check(others)).passed) needed = others;
  }
  return needed;
}

async function verify(
  text: string,
  own: CheckableText,
  cited: readonly EvidenceSentence[],
  context: VerifyContext,
): Promise<Verdict> {
  const { question, tables } = context;
  const sentences = cited.map((one) => checkableSentence(one, tables));
  const injected = findInjected(own, sentences);
  if (injected !== null) return fail('unsupported', injected);
  const quotes = checkQuotes(text, cited, tables);
  if (quotes.fault !== null) return fail('quote', quotes.fault);
  const figure = findUnstatedFigure(own, sentences);
  if (figure !== null) return fail('figure', figure);
  const name = findStrangeName(own, text, [
    ...sentences.map((one) => one.text),
    ...cited.map(({ prepared }) => prepared.foldedTitle),
    fold(question, tables).text,
  ]);
  if (name !== null) return fail('name', name);
  if (!(await isSupported(text, cited, context))) return fail('unsupported', '');
  return { passed: true, claim: { text: quotes.text.trim(), cited } };
}

async function isSupported(
  text: string,
  cited: readonly EvidenceSentence[],
  { reader, tables, signal, chat }: VerifyContext,
): Promise<boolean> {
  const claim = fold(text, tables).text;
  const sentences = cited.map(({ shown }) => fold(shown, tables).text);
  if (sentences.some((one) => isSlice(claim, one))) return true;
  if (!reader) return false;
  const premise = sentences.join(' ');
  const parts = partsOf(claim).map((part) => ({ claim: part, premise }));
  const probabilities = await reader.support(parts, { signal, chat });
  return probabilities.every((probability) => probability >= leastSupport);
}

/** In Han characters. */
const mostOfClaim = 70;

/** The reader sees some 80 Han characters of a claim, so a longer one is judged clause by clause. */
function partsOf(claim: string): string[] {
  if (clip(claim, mostOfClaim) === claim) return [claim];
  const parts: string[] = [];
  for (const clause of claim.split(clauseEnd).filter((one) => one.trim() !== '')) {
    const joined = parts.length > 0 ? `${parts.at(-1)!},${clause}` : clause;
    if (parts.length > 0 && clip(joined, mostOfClaim) === joined) parts[parts.length - 1] = joined;
    else parts.push(clause);
  }
  return parts;
}
