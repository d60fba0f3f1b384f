/** Answers that a model is writing, so that they can be stopped: by their button, or by the next question of their place. */
import type { Place } from '../../core/answer/conversation.js';

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
  readonly place: Place;
  readonly draftId: number;
  readonly controller: AbortController;
  isShown: boolean;
}

export class RunningAnswers {
  private readonly entries = new Set<Entry>();

  begin(place: Place, draftId: number): RunningAnswer {
    const entry: Entry = { place, draftId, controller: new AbortController(), isShown: false };
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
    this.abort('stopped', (entry) => entry.place.chatId === chatId && entry.draftId === draftId);
  }

  /** Stops what is being written in a place; a question whose answer is not to be seen yet still gets it. */
  interrupt({ chatId, topicId }: Place): void {
    this.abort('interrupted', ({ place, isShown }) => isShown && place.chatId === chatId && place.topicId === topicId);
  }

  private abort(reason: StopReason, isMeant: (entry: Entry) => boolean): void {
    for (const entry of this.entries) if (isMeant(entry)) entry.controller.abort(reason);
  }
}
