/** Settling: what a checked draft comes to. Answered, partly answered, not in the releases, or what the releases say word for word. */
import type { Answer } from '../answer/answer.js';
import type { CheckedDraft, FailedClaim, StatementFault } from './checked-draft.js';
import { composeClaims, type ClaimOptions } from './compose-claims.js';
import type { ComposedAnswer } from './compose-answer.js';
import { trustedMissing } from './missing-words.js';
import type { ModelFailure } from '../model/model-failure.js';

/** What may go out instead of a draft. */
export interface Fallbacks {
  /** When nothing of the draft passes. */
  readonly extractive: ComposedAnswer;
  /** When the model says that the releases do not answer. */
  readonly refusal: ComposedAnswer;
}

/** How a draft ended. */
export interface DraftEnd {
  /** What the model says is missing, unchecked; null when it says nothing of the kind. */
  readonly missing: string | null;
  /** Whether the model says that it had finished. */
  readonly isWhole: boolean;
  readonly failure: ModelFailure | null;
}

export interface SettledAnswer extends ComposedAnswer, Pick<Answer, 'mode' | 'note'> {
  readonly failure: ModelFailure | null;
}

/** @param question whose words may name what is missing */
export function settleDraft(
  draft: CheckedDraft,
  { missing, isWhole, failure: failed }: DraftEnd,
  question: string,
  options: ClaimOptions & Fallbacks,
): SettledAnswer {
  const { passed, failed: dropped } = draft;
  const { extractive, refusal, wording } = options;
  const { notes } = wording;
  if (passed.length === 0) {
    const isEmpty = dropped.length === 0 && missing === null;
    const failure = failed ?? (isEmpty ? emptyDraft : null);
    if (failure) return withoutModel(options, failure);
    const isRefused = missing !== null && dropped.every(({ fault }) => fault === 'uncited');
    return isRefused
      ? { ...refusal, mode: 'generated', note: null, failure }
      : { ...extractive, mode: 'extractive', note: notes.nothingPassed, failure };
  }
  const answer = composeClaims(passed, options);
  const reason = missing === null ? null : missingReason(missing, question, options);
  const lost = dropped.filter(({ fault }) => fault !== 'uncited').length;
  const lostNote = lost > 0 ? notes.someDropped(lost) : null;
  return {
    ...answer,
    confidence: extractive.confidence,
    nearest: [],
    kind: reason === null ? 'answered' : 'partial',
    reason,
    text: reason === null ? answer.text : `${answer.text}\n${reason}`,
    mode: 'generated',
    note: isWhole ? lostNote : notes.cutOff,
    failure: failed,
  };
}

const emptyDraft: ModelFailure = { kind: 'nonsense', detail: 'the reply holds no claim' };

/** The extractive answer, marked as what goes out because the model failed. */
export function withoutModel(
  { extractive, wording: { notes } }: Pick<ClaimOptions & Fallbacks, 'extractive' | 'wording'>,
  failure: ModelFailure,
): SettledAnswer {
  const note = failure.kind === 'slow' ? notes.modelSlow : notes.modelFailed;
  return { ...extractive, mode: 'extractive', note, failure };
}

/** How many claims were dropped for each fault. */
export function countFaults(dropped: readonly FailedClaim[]): Readonly<Partial<Record<StatementFault, number>>> {
  const counts: Partial<Record<StatementFault, number>> = {};
  for (const { fault } of dropped) counts[fault] = (counts[fault] ?? 0) + 1;
  return counts;
}

/** Says what is missing in words that the question holds, otherwise that something is. */
function missingReason(missing: string, question: string, { tables, wording, toReader }: ClaimOptions): string {
  const words = trustedMissing(missing, question, tables);
  return words === null ? wording.missingRest : wording.missing([toReader(words)]) + wording.fullStop;
}
