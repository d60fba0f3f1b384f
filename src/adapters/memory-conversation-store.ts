/** Conversations in memory: gone with the process. */
import { conversationLimits, type ConversationStore, type Place, type Turn } from '../core/answer/conversation.js';

interface Conversation {
  readonly chatId: number;
  readonly at: number;
  readonly turns: readonly Turn[];
}

/** @param now milliseconds since 1970 */
export function createMemoryConversationStore(now: () => number): ConversationStore {
  const byPlace = new Map<string, Conversation>();
  const turnsOf = (place: Place): readonly Turn[] => {
    const kept = byPlace.get(keyOf(place));
    return kept && kept.at >= now() - conversationLimits.expiryMs ? kept.turns : [];
  };
  return {
    turns: async (place) => turnsOf(place),
    add: async (place, turn) => {
      for (const [key, { at }] of byPlace) {
        if (at < now() - conversationLimits.expiryMs) byPlace.delete(key);
      }
      const turns = [...turnsOf(place), turn].slice(-conversationLimits.turns);
      byPlace.set(keyOf(place), { chatId: place.chatId, at: now(), turns });
    },
    forget: async (place) => {
      if ('topicId' in place) byPlace.delete(keyOf(place));
      else {
        for (const [key, { chatId }] of byPlace) if (chatId === place.chatId) byPlace.delete(key);
      }
    },
  };
}

function keyOf({ chatId, topicId }: Place): string {
  return `${chatId} ${topicId ?? ''}`;
}
