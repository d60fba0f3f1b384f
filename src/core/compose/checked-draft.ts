/** A draft as far as it has been checked: its statements in their places, each verified or with the reason why not. */
import { unmarked } from '../text/unmarked.js';
import type { Calculation } from '../calculation/calculation.js';
import type { DraftClaim } from '../draft/draft.js';
import type { Evidence } from '../draft/evidence.js';
import { fold } from '../text/fold.js';
import {
  calculateProposed,
  holdsCalculation,
  parseCalculation,
  startsCalculation,
  type ProposalFault,
} from '../draft/proposed-calculation.js';
import { verifyClaim, type ClaimFault, type VerifiedClaim, type VerifyContext } from '../verify/verify-claim.js';

/** What may go out: a claim that its sentences say, or a calculation over their figures. */
export type Statement = VerifiedClaim | Calculation;

export type StatementFault = ClaimFault | ProposalFault | 'malformed';

export interface FailedClaim {
  readonly claim: DraftClaim;
  readonly fault: StatementFault;
  /** The words at fault; may be empty. */
  readonly detail: string;
}

export class CheckedDraft {
  private readonly entries: (
    { readonly passed: Statement; readonly words: string } | { readonly failed: FailedClaim }
  )[] = [];
  private readonly evidence: Evidence;
  private readonly context: VerifyContext;

  constructor(evidence: Evidence, context: VerifyContext) {
    this.evidence = evidence;
    this.context = context;
  }

  /** What has passed, in the order of the draft, nothing twice. */
  get passed(): Statement[] {
    return this.entries.flatMap((entry) => ('passed' in entry ? [entry.passed] : []));
  }

  get failed(): FailedClaim[] {
    return this.entries.flatMap((entry) => ('failed' in entry ? [entry.failed] : []));
  }

  /**
   * Checks a claim and puts it at the end. One must be done before the next begins.
   * @returns whether something new passed
   * @throws as `verifyClaim`
   */
  async add(claim: DraftClaim): Promise<boolean> {
    const result = await this.check(claim);
    if ('fault' in result) this.entries.push({ failed: { claim, ...result } });
    else if (this.isSaid(claim)) return false;
    else this.entries.push({ passed: result, words: this.wordsOf(claim) });
    return !('fault' in result);
  }

  /**
   * Checks what was written in place of claims that failed. One that passes and is new takes the place of the claim that it stands for when
   * there are as many as failed, otherwise of the first.
   * @returns whether something new passed
   * @throws as `verifyClaim`
   */
  async repair(failed: readonly FailedClaim[], again: readonly DraftClaim[]): Promise<boolean> {
    const waiting = [...failed];
    for (const [i, claim] of again.entries()) {
      const result = await this.check(claim);
      const instead = again.length === failed.length ? failed[i] : waiting[0];
      if ('fault' in result || !instead || this.isSaid(claim)) continue;
      waiting.splice(waiting.indexOf(instead), 1);
      const at = this.entries.findIndex((entry) => 'failed' in entry && entry.failed === instead);
      this.entries.splice(at, 1, { passed: result, words: this.wordsOf(claim) });
    }
    return waiting.length < failed.length;
  }

  private isSaid(claim: DraftClaim): boolean {
    const words = this.wordsOf(claim);
    return this.entries.some((entry) => 'passed' in entry && entry.words === words);
  }

  private wordsOf({ text }: DraftClaim): string {
    return unmarked(fold(text, this.context.tables).text);
  }

  private async check(claim: DraftClaim): Promise<Statement | Omit<FailedClaim, 'claim'>> {
    if (!startsCalculation(claim.text)) {
      if (holdsCalculation(claim.text)) return { fault: 'malformed', detail: '' };
      const verdict = await verifyClaim(claim, this.evidence, this.context);
      return verdict.passed ? verdict.claim : { fault: verdict.fault, detail: verdict.detail };
    }
    const proposed = parseCalculation(claim.text);
    if (!proposed) return { fault: 'malformed', detail: '' };
    const calculated = calculateProposed(proposed, this.evidence, this.context.tables);
    return 'fault' in calculated ? { fault: calculated.fault, detail: '' } : calculated;
  }
}
