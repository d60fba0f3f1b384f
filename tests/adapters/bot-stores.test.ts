import { readFileSync } from 'node:fs';
import { readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openBotDatabase } from '../../src/adapters/bot-database.js';
import { createMemoryStores, openBotStores } from '../../src/adapters/bot-stores.js';
import { forgetChat, type BotStores } from '../../src/core/stores/bot-stores.js';
import { conversationLimits } from '../../src/core/answer/conversation.js';
import { repeatWindowMs } from '../../src/core/stores/inbox.js';
import { conversationStoreContract } from '../contracts/conversation-store.js';
import { dailyCountsContract } from '../contracts/daily-counts.js';
import { feedbackStoreContract } from '../contracts/feedback-store.js';
import { inboxContract } from '../contracts/inbox.js';
import { settingsStoreContract } from '../contracts/settings-store.js';
import { makeFolder } from '../support/folder.js';

type Open = (now: () => number) => Promise<BotStores>;

const openInDatabase: Open = async (now) => {
  const stores = await openBotStores({
    file: path.join(await makeFolder(), 'bot.db'),
    now,
    warn: (line) => expect.unreachable(line),
  });
  onTestFinished(() => stores.close());
  return stores;
};

describe.each<[string, Open]>([
  ['in memory', async (now) => createMemoryStores(now)],
  ['in the database', openInDatabase],
])('%s', (name, open) => {
  const at0 = () => open(() => 0);
  inboxContract(async () => (await at0()).inbox);
  conversationStoreContract(async (now) => (await open(now)).conversations);
  settingsStoreContract(name, async () => (await at0()).settings);
  feedbackStoreContract(name, async () => (await at0()).feedback);
  dailyCountsContract(async () => (await at0()).dailyCounts);

  it('forgets a chat as a whole, and no other', async () => {
    const stores = await at0();
    const turn = { question: '问', answer: '答' };
    for (const chatId of [1001, 2002]) {
      await stores.settings.write(chatId, { language: 'en', commandsOnly: false });
      await stores.conversations.add({ chatId, topicId: 3 }, turn);
      await stores.feedback.record({ chatId, messageId: 1, personId: 1, isHelpful: true });
    }
    await forgetChat(stores, 1001);
    const left = [];
    for (const chatId of [1001, 2002]) {
      const turns = await stores.conversations.turns({ chatId, topicId: 3 });
      left.push([(await stores.settings.read(chatId)).language, turns.length]);
    }
    expect(left).toEqual([
      [null, 0],
      ['en', 1],
    ]);
    expect(await stores.feedback.count()).toEqual({ helpful: 1, unhelpful: 0 });
  });
});

describe('the database', () => {
  const setUp = async () => {
    const folder = await makeFolder();
    const file = path.join(folder, 'bot.db');
    let time = 1_700_000_000_000;
    const warnings: string[] = [];
    const open = () => openBotStores({ file, now: () => time, warn: (line) => void warnings.push(line) });
    return { folder, file, warnings, open, pass: (ms: number) => (time += ms) };
  };

  it('holds what was written when it is opened again', async () => {
    const { open } = await setUp();
    const first = await open();
    await first.settings.write(-100, { language: 'zh-Hant', commandsOnly: true });
    await first.inbox.receive([{ updateId: 1, chatId: -100, content: '{"message":{}}' }]);
    await first.inbox.begin(1);
    await first.close();
    const second = await open();
    expect(await second.settings.read(-100)).toEqual({ language: 'zh-Hant', commandsOnly: true });
    expect(await second.inbox.pending()).toMatchObject([{ updateId: 1, attempts: 1 }]);
    await second.close();
  });

  it('lets nobody in beside its owner, and says what to do', async () => {
    const { open, file } = await setUp();
    const owner = await open();
    // Another connection of this process stands for another process; it must not wait the whole time.
    const { default: Database } = await import('libsql');
    const other = new Database(file, { timeout: 0 });
    expect(() => other.exec('PRAGMA locking_mode = EXCLUSIVE; SELECT * FROM settings')).toThrow(/locked/);
    other.close();
    await owner.close();
  });

  it('leaves no word of a conversation or a question in its files once it is gone', async () => {
    const { open, folder, pass } = await setUp();
    const stores = await open();
    await stores.conversations.add({ chatId: 1, topicId: null }, { question: 'SECRET', answer: 'a' });
    await stores.inbox.receive([{ updateId: 1, chatId: 1, content: '{"text":"SECRET"}' }]);
    await stores.inbox.done(1);
    const found = async () => {
      const files = await readdir(folder);
      return files.filter((name) => readFileSync(path.join(folder, name)).includes('SECRET'));
    };
    expect(await found()).not.toEqual([]);
    pass(conversationLimits.expiryMs + 1);
    await stores.tidy();
    expect(await found()).toEqual([]);
    await stores.close();
  });

  it('knows of an update that is done neither the chat nor what was sent', async () => {
    const { open, file } = await setUp();
    const stores = await open();
    await stores.inbox.receive([{ updateId: 1, chatId: 1001, content: '{}' }]);
    await stores.inbox.sent(1, 41);
    await stores.inbox.done(1);
    await stores.close();
    const database = (await openBotDatabase(file, () => undefined))!;
    onTestFinished(() => database.close());
    expect(database.all('SELECT chat_id, content, sent FROM updates')).toEqual([
      { chat_id: null, content: null, sent: '[]' },
    ]);
  });

  it('forgets ids and counts that no one asks for any more', async () => {
    const { open, file, pass } = await setUp();
    const stores = await open();
    await stores.inbox.receive([1, 2].map((updateId) => ({ updateId, chatId: 1, content: '{}' })));
    await stores.inbox.done(1);
    await stores.dailyCounts.add('1', '2023-11-14');
    pass(repeatWindowMs + 1);
    await stores.dailyCounts.add('1', '2023-11-16');
    await stores.tidy();
    await stores.close();
    const database = (await openBotDatabase(file, () => undefined))!;
    expect(database.all('SELECT update_id FROM updates')).toEqual([{ update_id: 2 }]);
    expect(database.all('SELECT day FROM daily_counts')).toEqual([{ day: '2023-11-16' }]);
    database.close();
  });

  it.each([
    ['is no database', (): Uint8Array => Buffer.from('no database at all'.repeat(500))],
    ['is damaged', (whole: Uint8Array) => Uint8Array.from(whole).fill(0x5a, 4096, 8192)],
    ['is cut off', (whole: Uint8Array) => whole.subarray(0, 5000)],
  ])('is moved aside when it %s', async (_, damage) => {
    const { open, file, folder, warnings } = await setUp();
    const first = await open();
    await first.settings.write(1, { language: 'en', commandsOnly: false });
    await first.close();
    const damaged = damage(readFileSync(file));
    await writeFile(file, damaged);
    const second = await open();
    expect(warnings).toEqual([expect.stringContaining('bot.db.damaged')]);
    expect((await second.settings.read(1)).language).toBe(null);
    await second.close();
    expect(await readdir(folder)).toContain('bot.db.damaged');
    expect(readFileSync(`${file}.damaged`)).toHaveLength(damaged.length);
    await (await open()).close();
    expect(warnings).toHaveLength(1);
  });

  it('is left alone when a newer presscite wrote it', async () => {
    const { open, file } = await setUp();
    await (await open()).close();
    const database = (await openBotDatabase(file, () => undefined))!;
    database.run('PRAGMA user_version = 99');
    database.close();
    await expect(open()).rejects.toMatchObject({
      name: 'AppError',
      message: expect.stringMatching(/newer presscite \(schema 99.*update presscite/),
    });
  });

  it('says what to do when its folder cannot be made', async () => {
    const folder = await makeFolder({ file: '' });
    const file = path.join(folder, 'file', 'bot.db');
    await expect(openBotStores({ file, now: () => 0, warn: () => undefined })).rejects.toMatchObject({
      name: 'AppError',
      message: expect.stringContaining('--index'),
    });
  });
});
