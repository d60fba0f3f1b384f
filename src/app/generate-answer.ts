/** Generating an answer: a model drafts it from evidence, and what is verified of the draft goes out, claim by claim. */
import { defuse, refusalPhrase, sentenceId } from '../core/draft/answer-protocol.js';
import type { AnswerSoFar } from '../core/answer/answer.js';
import { renderEvidence } from '../core/draft/build-evidence.js';
import { CheckedDraft, type FailedClaim } from '../core/compose/checked-draft.js';
import { renderClaim, renderFailures } from '../core/compose/claim-reasons.js';
import { composeClaims, type ClaimOptions } from '../core/compose/compose-claims.js';
import { DraftReader } from '../core/draft/draft-reader.js';
import type { DraftClaim } from '../core/draft/draft.js';
import type { Evidence } from '../core/draft/evidence.js';
import { languageNames } from '../core/draft/language-names.js';
import type { ChatMessage } from '../core/model/language-model.js';
import type { ReaderModel } from '../core/read/reader-model.js';
import { fillPrompt, type Prompts } from '../core/draft/prompt.js';
import {
  countFaults,
  settleDraft,
  type DraftEnd,
  type Fallbacks,
  type SettledAnswer,
} from '../core/compose/settle-draft.js';
import type { ModelSession } from './model-session.js';

/** A question with all that its answer may be made of. */
export interface GenerateRequest extends Omit<ClaimOptions, 'answering'>, Fallbacks {
  readonly question: string;
  /** The question of its own that a follow-up was taken for. */
  readonly understood: string | null;
  readonly evidence: Evidence;
  /** Judges the claims; null where its runtime cannot load. */
  readonly readerModel: ReaderModel | null;
  /** Who asks, for the reader's turns. */
  readonly chat?: string | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((soFar: AnswerSoFar) => void) | undefined;
}

/** How a draft fared, for the log: numbers, no texts. */
export interface DraftReport {
  readonly passed: number;
  /** Of these, how many only when they were asked for once more. */
  readonly repaired: number;
  /** How many claims were dropped for each fault. */
  readonly dropped: ReturnType<typeof countFaults>;
}

/**
 * A repair is asked for while more than this share of the time is left: the draft took the rest, and a repair is seldom longer.
 */
const repairShare = 0.5;

/**
 * Drafts, verifies and composes.
 *
 * Guarantee: what goes out is verified, calculated or copied. Every failure of the model is an answer with a note.
 * @throws the reason of the person's signal when that is aborted; AppError of the reader
 */
export async function generateAnswer(
  request: GenerateRequest,
  session: ModelSession,
  prompts: Prompts,
): Promise<{ readonly answer: SettledAnswer; readonly report: DraftReport }> {
  const { question, understood, reader, readerModel, evidence, extractive } = request;
  const asked = understood ?? question;
  const { tables, signal, chat } = request;
  const context = {
    question: [...new Set([question, asked])].join('\n'),
    tables,
    reader: readerModel,
    signal,
    chat,
  };
  const options = {
    ...request,
    answering: extractive.emphasis.map(([start, end]) => extractive.text.slice(start, end)),
  };
  const checked = new CheckedDraft(evidence, context);

  function showProgress(): void {
    const { text, citations } = composeClaims(checked.passed, options);
    request.onProgress?.({ reader, understood, text, citations });
  }

  async function readDraft(
    messages: readonly ChatMessage[],
    onClaim: (claim: DraftClaim) => Promise<void>,
  ): Promise<DraftEnd> {
    const draft = new DraftReader((id) => evidence.has(id));
    // One claim after the other, while the rest is being written.
    let checking = Promise.resolve();
    const check = (claims: readonly DraftClaim[]): void => {
      for (const claim of claims) checking = checking.then(() => onClaim(claim));
      checking.catch(() => {}); // thrown below, when the model has finished
    };
    const { failure, isWhole } = await session.call(messages, (text) => check(draft.push(text)));
    check(draft.end(isWhole));
    await checking;
    return { missing: draft.refusal?.missing ?? null, failure, isWhole };
  }

  const msInAll = session.msLeft();
  const protocol = {
    refusal: refusalPhrase,
    exampleId: sentenceId(1, 4),
    language: languageNames[reader],
  };
  const messages = fillPrompt(prompts.answer, {
    ...protocol,
    evidence: renderEvidence(evidence),
    question: defuse(asked),
  });
  const end = await readDraft(messages, async (claim) => {
    if (await checked.add(claim)) showProgress();
  });

  const failed = worthRepairing(checked);
  const passedAtOnce = checked.passed.length;
  if (failed.length > 0 && end.failure === null && session.msLeft() > repairShare * msInAll) {
    const again: DraftClaim[] = [];
    const repair = [
      ...messages,
      {
        role: 'assistant' as const,
        content: failed.map(({ claim }) => renderClaim(claim)).join('\n'),
      },
      ...fillPrompt(prompts.repair, { ...protocol, claims: renderFailures(failed) }),
    ];
    await readDraft(repair, async (claim) => void again.push(claim));
    if (await checked.repair(failed, again)) showProgress();
  }

  const { passed, failed: dropped } = checked;
  const repaired = passed.length - passedAtOnce;
  return {
    answer: settleDraft(checked, end, context.question, options),
    report: { passed: passed.length, repaired, dropped: countFaults(dropped) },
  };
}

/** All that failed but small talk: beside others that passed, a sentence without ids and without a figure. */
function worthRepairing({ passed, failed }: CheckedDraft): FailedClaim[] {
  return failed.filter(({ claim, fault }) => passed.length === 0 || fault !== 'uncited' || /\p{Nd}/u.test(claim.text));
}
