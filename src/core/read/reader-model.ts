/** The port to the reader: a trained model that marks the answer in a window and judges claims. */

/** What the reader sees at once, folded: a run of whole sentences under what it stands under. */
export interface Window {
  /** Title and day of publication; may be empty. */
  readonly header: string;
  readonly text: string;
}

/** A stretch `[start, end)` of a window's text. */
export interface SpanReading {
  readonly start: number;
  readonly end: number;
  /** Log-odds of the stretch against «this window does not answer». */
  readonly score: number;
}

export interface WindowReading {
  /** The best stretches, best first, three at most; none for a window without words. */
  readonly spans: readonly SpanReading[];
  /** The probability, 0 to 1, that the answer to a yes-no question is yes. */
  readonly yes: number;
}

/** A claim, folded, and the sentences, folded and joined, that should support it. */
export interface Entailment {
  readonly claim: string;
  readonly premise: string;
}

export interface ReadOptions {
  /** Given up when aborted: the promise then rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Who asks: turns go round by it, so that nobody waits for another's many questions. */
  readonly chat?: string | undefined;
}

export interface ReaderModel {
  /** Changes when the weights change. */
  readonly id: string;
  /**
   * Reads the windows for a folded question.
   * @returns one reading a window, in their order
   * @throws AppError when too many wait already, or the model's process has ended
   */
  read(question: string, windows: readonly Window[], options?: ReadOptions): Promise<WindowReading[]>;
  /** The probability, 0 to 1 and calibrated, that each claim is supported, in their order. @throws as `read` */
  support(claims: readonly Entailment[], options?: ReadOptions): Promise<number[]>;
}
