/** Votes in memory: gone with the process. */
import type { FeedbackStore, Vote } from '../core/stores/feedback.js';

export function createMemoryFeedbackStore(): FeedbackStore {
  const votes = new Map<string, Vote>();
  return {
    record: async (vote) => {
      votes.set(keyOf(vote), vote);
    },
    withdraw: async (vote) => {
      const isSame = votes.get(keyOf(vote))?.isHelpful === vote.isHelpful;
      return isSame && votes.delete(keyOf(vote));
    },
    count: async () => {
      const helpful = [...votes.values()].filter(({ isHelpful }) => isHelpful).length;
      return { helpful, unhelpful: votes.size - helpful };
    },
    forget: async (chatId) => {
      for (const [key, vote] of votes) if (vote.chatId === chatId) votes.delete(key);
    },
  };
}

function keyOf({ chatId, messageId, personId }: Vote): string {
  return `${chatId} ${messageId} ${personId}`;
}
