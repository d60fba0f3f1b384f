/** The sentence that a person points at by replying to an answer with a part of it. */
import type { Message, UserFromGetMe } from 'grammy/types';
import type { AskOptions } from '../../core/answer/answer.js';
import type { SearchSentences } from '../../core/answer/search-sentences.js';

/** The sentence that holds the first line quoted of a message of the bot; undefined when nothing or no sentence is quoted. */
export function quotedSentence(
  { quote, reply_to_message: replied }: Message,
  me: UserFromGetMe,
  search: SearchSentences,
): AskOptions['about'] {
  if (quote === undefined || replied?.from?.id !== me.id) return undefined;
  for (const line of quote.text.split('\n')) {
    const words = withoutSpace(line);
    const [best] = words === '' ? [] : search(line, 0, 1).citations;
    if (best && withoutSpace(best.quote).includes(words)) {
      return { releaseId: best.release.id, sentence: best.sentence };
    }
  }
  return undefined;
}

/** Also without the ellipses of a shortened quote. */
function withoutSpace(text: string): string {
  return text.replace(/\s+|^…|…$/gu, '');
}
