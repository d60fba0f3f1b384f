/**
 * Citation recall and precision as ALCE defines them (Gao et al. 2023, "Enabling Large Language Models to Generate Text with Citations"),
 * with our verifier in the place of its entailment model.
 */
import type { DraftClaim } from '../draft/draft.js';
import type { Evidence } from '../draft/evidence.js';
import type { FoldTables } from '../text/fold.js';
import { verifyClaim } from '../verify/verify-claim.js';

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
export function measureCitations(
  drafts: readonly CitedDraft[],
  tables: FoldTables,
): CitationMeasures {
  const measured = drafts
    .filter(({ claims }) => claims.length > 0)
    .map((draft) => measureDraft(draft, tables));
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

function measureDraft({ question, evidence, claims }: CitedDraft, tables: FoldTables): DraftCounts {
  const supports = (text: string, ids: readonly string[]): boolean =>
    verifyClaim({ text, ids }, evidence, { question, tables }).passed;
  const supported = claims.filter(({ text, ids }) => supports(text, ids));
  const needed = supported.map(({ text, ids }) => {
    const others = (id: string): string[] => ids.filter((other) => other !== id);
    return ids.filter((id) => supports(text, [id]) || !supports(text, others(id))).length;
  });
  return {
    claims: claims.length,
    supported: supported.length,
    citations: sum(claims.map(({ ids }) => ids.length)),
    needed: sum(needed),
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : sum(values) / values.length;
}
