import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Message } from 'grammy/types';
import { beforeEach, describe, expect, it } from 'vitest';
import { sayIn } from '../../src/bot/texts.js';
import { partsOf } from '../support/corpus-of.js';
import { makeFolder } from '../support/folder.js';
import { manageFolder } from '../support/managed-folder.js';
import { covered } from './answers.js';
import { buttonsOf, dataOf } from './interactions.js';
import { privateChat } from './person-message.js';
import { bot, server } from './each-bot.js';

const hans = sayIn('zh-Hans');
const first = '全市外贸创新高\n新华社云港1月5日电（记者李明）2024年，全市进出口总额达3862.5亿元。新增外贸企业1280家。';
const second = '东港支线试运行\n新华社东港6月3日电（记者陈雅）东港支线全线设17个车站。平日日均载客约3.26万人次。';
const stranger = 2002;

let folder: string;

beforeEach(async () => {
  folder = await makeFolder({ 'a.txt': first, 'old/b.jsonl': `${JSON.stringify({ id: 'b1', text: '甲乙丙丁。' })}\n${JSON.stringify({ id: 'b2', text: '戊己庚辛。' })}\n` }); // prettier-ignore
  const { index, manager } = await manageFolder(folder);
  bot.adminIds = [privateChat];
  bot.manager = manager;
  bot.holdParts(partsOf(index));
  bot.start();
});

/** Sends a file and waits for the bot's answer. */
async function sendFile(name: string | undefined, content: string | Uint8Array, size?: number) {
  const before = server.answers().length;
  server.send({ document: server.files.add(name, content, size) });
  await server.until(() => server.answers().length > before);
  return server.answers()[before]!;
}

/** Presses a button and waits until its message says something else, other than that work goes on. */
async function press(message: Message.TextMessage, label: string): Promise<string> {
  await server.interactions.press(message, label);
  const now = () => server.interactions.current(message).text;
  await server.until(() => now() !== message.text && now() !== hans('manage-working'));
  return now();
}

const files = async () => (await readdir(folder, { recursive: true })).sort();

describe('an administrator', () => {
  it('adds a release by its text, sees it before, and can ask about it at once', async () => {
    const preview = await server.ask(`/add ${second}`);
    expect(preview.text).toBe(
      '📄 东港支线试运行.txt\n共 1 篇\n· 东港支线试运行\n新华社 · 6月3日 · 3 句\n要添加吗？添加后马上可以提问。',
    );
    expect(await files()).not.toContain('东港支线试运行.txt');
    expect(await press(preview, hans('button-add'))).toBe('✓ 已添加 1 篇，现在就可以提问：\n· 东港支线试运行');
    expect(await readFile(path.join(folder, '东港支线试运行.txt'), 'utf8')).toBe(second);
    expect((await server.ask('/check 平日日均载客约3.26万人次')).text).toMatch(/^✓/);
    expect(buttonsOf(server.interactions.current(preview))).toEqual([]);
  });

  it('adds a file, and is told what of it is there already', async () => {
    const records = [
      JSON.stringify({ id: 'c1', text: first.replace('1280家', '1290家') }),
      'nonsense',
      JSON.stringify({ id: 'c2', text: second, title: '东港' }),
    ];
    const preview = await sendFile('more.jsonl', records.join('\n'));
    expect(preview.text).toMatch(
      /^📄 more\.jsonl\n共 2 篇\n· 全市外贸创新高\n.*\n⚠ \d\d% 的文字已见于「全市外贸创新高」\n· 东港\n/,
    );
    expect(preview.text).toContain('⚠ 有 1 处读不了，会略过\n· line 2: is not valid JSON; skipped\n要添加吗？');
    expect(covered(preview, 'code')).toEqual(['more.jsonl']);
    expect(await press(preview, hans('button-add'))).toMatch(/^✓ 已添加 2 篇/);
    const same = await sendFile('again.txt', first);
    expect(same.text).toContain('⚠ 100% 的文字已见于「全市外贸创新高」');
    expect(await press(same, hans('button-cancel'))).toBe(hans('manage-cancelled'));
    expect(await files()).toEqual(['a.txt', 'more.jsonl', 'old', 'old/b.jsonl']);
  });

  it('never overwrites a file and never leaves the folder', async () => {
    for (const [name, expected] of [
      ['a.txt', 'a-2.txt'],
      ['../../../etc/A.TXT', 'A-3.txt'],
      ['..\\..\\.hidden.txt', 'hidden.txt'],
      ['CON.txt', 'release-CON.txt'],
      [`${'长'.repeat(300)}.md`, `${'长'.repeat(60)}.md`],
    ] as const) {
      const preview = await sendFile(name, second);
      expect(preview.text).toContain(`📄 ${expected}\n`);
      await press(preview, hans('button-add'));
      expect(await files()).toContain(expected);
    }
    expect(await readFile(path.join(folder, 'a.txt'), 'utf8')).toBe(first);
    const preview = await sendFile('same.txt', second);
    const other = await sendFile('same.txt', second);
    await press(preview, hans('button-add'));
    await server.interactions.press(other, hans('button-add'));
    await server.until(() => bot.log.some((line) => line.includes('EEXIST')));
    expect(server.interactions.current(other).text).toBe(hans('manage-failed'));
  });

  it('is told why a file cannot be used', async () => {
    expect((await sendFile('a.pdf', 'x')).text).toBe(hans('fault-ending'));
    expect((await sendFile(undefined, 'x')).text).toBe(hans('fault-ending'));
    expect((await sendFile('a.txt', new Uint8Array([0xff, 0xfe, 0x00]))).text).toBe(hans('fault-encoding'));
    expect((await sendFile('a.txt', ' \n')).text).toBe(hans('fault-empty'));
    expect((await sendFile('a.txt', 'x', 21 * 1024 * 1024)).text).toBe(hans('add-too-large'));
    expect((await server.ask('/add')).text).toBe(hans('add-what'));
    const taken = await sendFile('x.jsonl', JSON.stringify({ id: 'b1', text: '别的文字。' }));
    expect(taken.text).toContain(hans('add-blocked'));
    expect(buttonsOf(taken)).toEqual([]);
  });

  it('removes a file with all it holds, after saying so', async () => {
    const plan = await server.ask('/remove b1');
    expect(plan.text).toBe('要删除文件 old/b.jsonl 吗？它有 2 篇新闻稿，会一起移除：\n· 甲乙丙丁。\n· 戊己庚辛。');
    expect(await press(plan, hans('button-remove'))).toBe('✓ 已移除 2 篇。');
    expect(await files()).toEqual(['a.txt', 'old']);
    expect((await server.ask('/sources')).text).not.toContain('戊己庚辛');
    expect(covered(plan, 'code')).toEqual(['old/b.jsonl']);
    const cancelled = await server.ask('/remove 1');
    expect(await press(cancelled, hans('button-cancel'))).toBe(hans('manage-cancelled'));
    expect(await files()).toContain('a.txt');
    for (const name of ['a.txt', '全市外貿']) {
      expect((await server.ask(`/remove ${name}`)).text).toContain('要删除文件 a.txt 吗？');
    }
    expect((await server.ask('/remove')).text).toBe(hans('remove-which'));
    expect((await server.ask('/remove nothing')).text).toContain('nothing');
  });

  it('chooses by its number what fits several files, and by any name what is one file', async () => {
    const same = await sendFile('c.txt', first.replace('3862.5', '3862.6'));
    await press(same, hans('button-add'));
    const several = await server.ask('/remove 全市外贸创新高');
    expect(several.text).toBe('有好几篇符合「全市外贸创新高」，请用编号：\n1. 全市外贸创新高\n4. 全市外贸创新高');
    expect(buttonsOf(several)).toEqual([]);
    expect((await server.ask('/remove b.jsonl')).text).toContain('old/b.jsonl');
  });

  it('finds the commands in /help, where nobody else and no group is told of them', async () => {
    expect((await server.ask('/help')).text).toContain(hans('help-admin'));
    for (const chatId of [stranger, -1001]) {
      expect((await server.ask('/help', { chatId })).text).not.toContain('/reindex');
    }
  });

  it('confirms once', async () => {
    const preview = await server.ask(`/add ${second}`);
    const data = dataOf(preview, hans('button-add'));
    await press(preview, hans('button-add'));
    const answer = await server.interactions.pressData(preview, data);
    expect(answer).toMatchObject({ text: hans('manage-expired') });
    const forged = await server.interactions.pressData(preview, 'k:AAAAAAAA');
    expect(forged).toMatchObject({ text: hans('manage-expired') });
  });

  it('reads the folder again and sees the state of things', async () => {
    await writeFile(path.join(folder, 'c.txt'), second);
    expect((await server.ask('/reindex')).text).toBe(
      '✓ 读完了：新增或更新 1 个文件，未变 2 个，移除 0 个，有问题 0 个。',
    );
    await writeFile(path.join(folder, 'd.pdf'), 'x');
    await writeFile(path.join(folder, 'r2.md'), `---\npublishedOn: soon\n---\n${second}`);
    const faulty = await server.ask('/reindex');
    expect(faulty.text).toBe(
      '✓ 读完了：新增或更新 1 个文件，未变 3 个，移除 0 个，有问题 2 个。\n' +
        '· d.pdf · .pdf is not supported: use .txt, .md or .jsonl\n' +
        '· r2.md · publishedOn: must be a date such as 2024-12-27; ignored',
    );
    expect(covered(faulty, 'code')).toEqual(['d.pdf', 'r2.md']);
    expect((await server.ask('/stats')).text).toBe(
      '新闻稿 5 篇，句子 11 句\n索引 3 MB\n已运行 1 天 2 小时 5 分钟\n今天（UTC）回答了 7 次',
    );
  });
});

describe('anybody else', () => {
  it('gets a polite no, and cannot press an administrator’s buttons', async () => {
    for (const command of [`/add ${second}`, '/remove b1', '/reindex', '/stats']) {
      expect((await server.ask(command, { chatId: stranger })).text).toBe(hans('admin-only'));
    }
    server.send({ document: server.files.add('a.txt', second) }, { chatId: stranger });
    await server.until(() => server.answers(stranger).length === 5);
    expect(server.answers(stranger)[4]!.text).toBe(hans('not-text'));
    const preview = await server.ask(`/add ${second}`);
    const refused = await server.interactions.press(preview, hans('button-add'), { personId: stranger });
    expect(refused).toMatchObject({ text: hans('admin-only') });
    expect(await files()).toEqual(['a.txt', 'old', 'old/b.jsonl']);
    expect(await press(preview, hans('button-add'))).toMatch(/^✓/);
  });
});
