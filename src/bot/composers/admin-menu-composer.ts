/** The menu of the bot's administrators. */
import { Composer } from 'grammy';
import type { MessageContext } from '../bot-context.js';
import { publishAdminCommands } from '../telegram/publish-commands.js';
import type { Log } from '../telegram/redacting-log.js';

/** Sets the menu of each administrator when they first write: before that there may be no chat to set it for. */
export function adminMenuComposer(adminIds: readonly number[], log: Log): Composer<MessageContext> {
  const waiting = new Set(adminIds);
  const composer = new Composer<MessageContext>();
  composer.use((ctx, next) => {
    if (waiting.delete(ctx.chat.id)) void publishAdminCommands(ctx.api, ctx.chat.id, log);
    return next();
  });
  return composer;
}
