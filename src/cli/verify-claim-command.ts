/** `presscite verify-claim`: whether sentences support claims, one line of JSON a claim. */
import { z } from 'zod';
import { AppError } from '../core/app-error.js';
import { judgeClaim, type ClaimJudge } from '../core/verify/judge-claim.js';
import type { BatchLine } from './batch-lines.js';
import type { Terminal } from './terminal.js';

const withId = z.object({ id: z.union([z.string(), z.number()]) });
const claimLine = z.object({
  id: withId.shape.id.nullable().default(null),
  claim: z.string().trim().min(1),
  sentences: z.array(z.string().trim().min(1)).min(1),
});

/** So many claims are judged at once; their lines come in order. */
const atOnce = 16;

/**
 * Judges a batch: one line `{"id","supported","probability","reason"}` a line, in their order. What is no claim, or
 * fails, is not supported, and its reason says why; it never ends the batch.
 * @param why whether each line shall also hold what was weighed, as `features`
 */
export async function verifyClaims(
  lines: readonly BatchLine[],
  why: boolean,
  judge: ClaimJudge,
  terminal: Pick<Terminal, 'print' | 'note' | 'progress'>,
): Promise<void> {
  for (let at = 0; at < lines.length; at += atOnce) {
    const judged = await Promise.all(lines.slice(at, at + atOnce).map(judgeLine));
    for (const line of judged) terminal.print(JSON.stringify(line));
    terminal.progress('judging', at + judged.length, lines.length);
  }

  async function judgeLine({ json, number }: BatchLine): Promise<unknown> {
    const parsed = claimLine.safeParse(json);
    if (!parsed.success) {
      const id = withId.safeParse(json).data?.id ?? null;
      return unjudged(id, `line ${number} is not {"id": "…", "claim": "…", "sentences": ["…"]}`);
    }
    const { id, ...claim } = parsed.data;
    try {
      const { supported, probability, reason, features } = await judgeClaim(claim, judge);
      const rounded = Number(probability.toFixed(4));
      return { id, supported, probability: rounded, reason, ...(why && { features }) };
    } catch (error) {
      const { message, stack } = error as Error;
      terminal.note(`claim ${id ?? number}: ${error instanceof AppError ? message : stack}`);
      return unjudged(id, message);
    }
  }
}

function unjudged(id: string | number | null, reason: string) {
  return { id, supported: false, probability: 0, reason };
}
