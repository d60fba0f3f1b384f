/** Answers that a model is writing, so that they can be stopped: by their button, or by the person's next question. */

/** Why an answer was stopped. */
export type StopReason = 'stopped' | 'interrupted';

export interface RunningAnswer {
  /** Aborted, with a {@link StopReason} as its reason, when the answer is no longer wanted. */
  readonly signal: AbortSignal;
  /** From now on the person sees the answer grow, and a next question stops it. */
  readonly show: () => void;
  readonly end: () => void;
}

interface Entry {
  readonly chatId: number;
  readonly draftId: number;
  readonly controller: AbortController;
  isShown: boolean;
}

export class RunningAnswers {
  private readonly entries = new Set<Entry>();

  begin(chatId: number, draftId: number): RunningAnswer {
    const entry: Entry = { chatId, draftId, controller: new AbortController(), isShown: false };
    this.entries.add(entry);
    return {
      signal: entry.controller.signal,
      show: () => {
        entry.isShown = true;
      },
      end: () => void this.entries.delete(entry),
    };
  }

  /** Stops the answer whose draft the person stopped. */
  stop(chatId: number, draftId: number): void {
    this.abort('stopped', (entry) => entry.chatId === chatId && entry.draftId === draftId);
  }

  /** Stops what is being written in a chat; a question whose answer is not to be seen yet still gets it. */
  interrupt(chatId: number): void {
    this.abort('interrupted', (entry) => entry.chatId === chatId && entry.isShown);
  }

  private abort(reason: StopReason, isMeant: (entry: Entry) => boolean): void {
    for (const entry of this.entries) if (isMeant(entry)) entry.controller.abort(reason);
  }
}
