/** For administrators: `/add` and sent files, `/remove`, `/reindex`, `/stats`. Everybody else gets a polite no. */
import { Composer } from 'grammy';
import type { CorpusView } from '../../core/answer/corpus-view.js';
import type { ReleaseManager, RemovalPlan, Upload, UploadPreview } from '../../core/corpus/manage-releases.js';
import { ignoreRefusal } from '../updates/answer-every-query.js';
import type { BotContext, ButtonContext, MessageContext } from '../bot-context.js';
import { ambiguousMessage } from '../messages/ambiguous-message.js';
import { buttonData, buttonPattern } from '../messages/button-data.js';
import { downloadFile, largestFile } from '../telegram/download-file.js';
import type { FormattedText } from '../messages/formatted-text.js';
import { addedMessage, isBlocked, previewMessage, reindexMessage, removalMessage, statsMessage } from '../messages/manage-messages.js'; // prettier-ignore
import { PendingActions } from '../updates/pending-actions.js';
import { edit, reply, type Keyboard } from '../replies/reply.js';
import type { Say } from '../texts.js';
import { whileTyping } from '../replies/while-typing.js';

export interface ManageDeps {
  readonly adminIds: readonly number[];
  readonly manager: ReleaseManager;
  readonly corpus: CorpusView;
}

type Action =
  { readonly kind: 'add'; readonly preview: UploadPreview } | { readonly kind: 'remove'; readonly plan: RemovalPlan };

/** A text's first line names its file, if it is short enough to be a headline; in UTF-16 units. */
const longestHeadline = 100;

export function manageComposer({ adminIds, manager, corpus }: ManageDeps): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  const pending = new PendingActions<Action>();
  const isAdmin = (ctx: BotContext) => ctx.from !== undefined && adminIds.includes(ctx.from.id);
  const messages = composer.on('message');

  messages.command(['add', 'remove', 'reindex', 'stats'], async (ctx, next) => {
    if (isAdmin(ctx)) await next();
    else await reply(ctx, ctx.say('admin-only'));
  });

  messages.command('add', async (ctx) => {
    const replied = ctx.message.reply_to_message;
    const text = ctx.match.trim() || (replied?.text ?? '').trim();
    if (replied?.document && ctx.match.trim() === '') await addDocument(ctx, replied.document);
    else if (text === '') await reply(ctx, ctx.say('add-what'));
    else await showPreview(ctx, { name: nameFor(text), bytes: Buffer.from(text, 'utf8') });
  });

  // A file is meant for the corpus when an administrator sends it to the bot alone.
  messages.on('message:document', async (ctx, next) => {
    if (ctx.chat.type !== 'private' || !isAdmin(ctx)) return next();
    return addDocument(ctx, ctx.message.document);
  });

  messages.command('remove', async (ctx) => {
    const name = ctx.match.trim();
    if (name === '') return reply(ctx, ctx.say('remove-which'));
    const found = corpus.named(name);
    const isOfOneFile = new Set(found.map(({ file }) => file)).size === 1;
    const plan = isOfOneFile ? manager.planRemoval(found[0]!.id) : null;
    if (!plan) return reply(ctx, ambiguousMessage(name, found, corpus, ctx.say));
    const keyboard = confirmKeyboard({ kind: 'remove', plan }, ctx.say);
    return reply(ctx, removalMessage(plan, corpus.nameOf, ctx.say), { keyboard });
  });

  messages.command('reindex', async (ctx) => {
    const counts = await whileTyping(ctx, () => manager.reindex());
    await reply(ctx, reindexMessage(counts, ctx.say));
  });

  messages.command('stats', async (ctx) => {
    await reply(ctx, statsMessage(await manager.stats(), ctx.say));
  });

  composer.callbackQuery(buttonPattern('confirm', 1), async (ctx) => {
    const action = await taken(ctx);
    if (action) await carryOut(ctx, action);
  });

  composer.callbackQuery(buttonPattern('cancel', 1), async (ctx) => {
    if (await taken(ctx)) await edit(ctx, ctx.msgId!, ctx.say('manage-cancelled'));
  });

  async function addDocument(
    ctx: MessageContext,
    { file_id: fileId, file_name: name = '', file_size: size = 0 }: SentDocument,
  ): Promise<void> {
    const bytes = size > largestFile ? null : await downloadFile(ctx, fileId);
    if (bytes) await showPreview(ctx, { name, bytes });
    else await reply(ctx, ctx.say('add-too-large'));
  }

  async function showPreview(ctx: MessageContext, upload: Upload): Promise<void> {
    const preview = await manager.preview(upload);
    if (typeof preview === 'string') {
      await reply(ctx, ctx.say(`fault-${preview}`));
      return;
    }
    const keyboard = isBlocked(preview) ? [] : confirmKeyboard({ kind: 'add', preview }, ctx.say);
    await reply(ctx, previewMessage(preview, corpus.nameOf, ctx.say), { keyboard });
  }

  function confirmKeyboard(action: Action, say: Say): Keyboard {
    const token = pending.keep(action);
    const isAdding = action.kind === 'add';
    return [
      [
        {
          text: isAdding ? say('button-add') : say('button-remove'),
          callback_data: buttonData('confirm', token),
        },
        { text: say('button-cancel'), callback_data: buttonData('cancel', token) },
      ],
    ];
  }

  /** The action of a pressed button, for administrators and once. */
  async function taken(ctx: ButtonContext): Promise<Action | null> {
    if (!isAdmin(ctx)) {
      await ctx.answerCallbackQuery({ text: ctx.say('admin-only') }).catch(ignoreRefusal);
      return null;
    }
    const action = pending.take(String(ctx.match![1]));
    const text = action ? {} : { text: ctx.say('manage-expired') };
    await ctx.answerCallbackQuery(text).catch(ignoreRefusal);
    return action;
  }

  async function carryOut(ctx: ButtonContext, action: Action): Promise<void> {
    await edit(ctx, ctx.msgId!, ctx.say('manage-working'));
    try {
      await edit(ctx, ctx.msgId!, await outcomeOf(ctx, action));
    } catch (error) {
      await edit(ctx, ctx.msgId!, ctx.say('manage-failed'));
      throw error;
    }
  }

  async function outcomeOf(ctx: ButtonContext, action: Action): Promise<string | FormattedText> {
    if (action.kind === 'add') return addedMessage(await manager.add(action.preview), corpus.nameOf, ctx.say);
    const { file, releases } = action.plan;
    await manager.remove(file);
    return ctx.say('remove-done', { count: releases.length });
  }

  return composer;
}

interface SentDocument {
  readonly file_id: string;
  readonly file_name?: string;
  readonly file_size?: number;
}

function nameFor(text: string): string {
  const [line = ''] = text.split('\n');
  return `${line.length <= longestHeadline ? line.replace(/[./\\]/gu, ' ') : 'release'}.txt`;
}
