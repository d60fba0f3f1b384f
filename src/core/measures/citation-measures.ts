/**
 * Citation recall and precision as ALCE defines them (Gao et al. 2023, "Enabling Large Language Models to Generate Text with Citations"),
 * with our verifier in the place of its entailment model.
 */
import type { DraftClaim } from '../draft/draft.js';
import type { Evidence } from '../draft/evidence.js';
import { verifyClaim, type VerifyContext } from '../verify/verify-claim.js';

/** A draft that was recorded, split into its claims. */
export interface CitedDraft {
  readonly question: string;
  readonly evidence: Evidence;
  /** Claims without ids count, and are supported by nothing. */
  readonly claims: readonly DraftClaim[];
}

export interface CitationMeasures {
  /** Drafts with at least one claim; a bare refusal has none, and is left out as ALCE leaves out empty outputs. */
  readonly drafts: number;
  readonly claims: number;
  readonly citations: number;
  /** The share of claims that all their citations together support, 0 to 1; mean over the drafts. */
  readonly recall: number;
  /**
   * The share of citations that a supported claim needs: the citation alone supports it, or the others without it do not. 0 to 1; mean over
   * the drafts, 0 for one that cites nothing.
   */
  readonly precision: number;
}

/** Measures recorded drafts as they were written, before anything is dropped from them. */
export async function measureCitations(
  drafts: readonly CitedDraft[],
  context: Omit<VerifyContext, 'question'>,
): Promise<CitationMeasures> {
  const measured: DraftCounts[] = [];
  for (const draft of drafts.filter(({ claims }) => claims.length > 0)) {
    measured.push(await measureDraft(draft, context));
  }
  return {
    drafts: measured.length,
    claims: sum(measured.map(({ claims }) => claims)),
    citations: sum(measured.map(({ citations }) => citations)),
    recall: mean(measured.map(({ claims, supported }) => supported / claims)),
    precision: mean(measured.map(({ citations, needed }) => (citations ? needed / citations : 0))),
  };
}

interface DraftCounts {
  readonly claims: number;
  readonly supported: number;
  readonly citations: number;
  readonly needed: number;
}

async function measureDraft(
  { question, evidence, claims }: CitedDraft,
  context: Omit<VerifyContext, 'question'>,
): Promise<DraftCounts> {
  const supports = async (text: string, ids: readonly string[]): Promise<boolean> =>
    (await verifyClaim({ text, ids }, evidence, { ...context, question })).passed;
  let [supported, needed] = [0, 0];
  for (const { text, ids } of claims) {
    if (!(await supports(text, ids))) continue;
    supported++;
    for (const id of ids) {
      const others = ids.filter((other) => other !== id);
      if ((await supports(text, [id])) || !(await supports(text, others))) needed++;
    }
  }
  const citations = sum(claims.map(({ ids }) => ids.length));
  return { claims: claims.length, supported, citations, needed };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : sum(values) / values.length;
}
