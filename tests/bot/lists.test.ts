import { beforeEach, describe, expect, it } from 'vitest';
import { sayIn } from '../../src/bot/texts.js';
import { release } from './answers.js';
import { buttonsOf } from './interactions.js';
import { bot, server } from './each-bot.js';

const hans = sayIn('zh-Hans');

beforeEach(() => bot.start());

describe('/sources', () => {
  it('lists the releases with outlet, date and number of sentences', async () => {
    bot.hold([release(), release({ id: 'b', title: null, source: null, body: '一句。' })]);
    const { text } = await server.ask('/sources');
    expect(text).toBe(
      '收录了 2 篇新闻稿\n\n1. 綜改示範區招商引資\n黃河新聞網 · 12月27日 · 3 句\n\n2. 一句。\n12月27日 · 1 句',
    );
    bot.hold([]);
    expect((await server.ask('/sources')).text).toBe(hans('no-releases'));
  });

  it('turns pages in place, and opens a release by its number', async () => {
    bot.hold(Array.from({ length: 20 }, (_, i) => release({ id: `${i}`, title: `标题${i + 1}` })));
    const list = await server.ask('/sources');
    expect(list.text).toMatch(/^收录了 20 篇新闻稿 · 1\/3\n\n1\. 标题1\n/);
    expect(buttonsOf(list).map(({ text }) => text)).toEqual([...'12345678', '▶']);
    await server.interactions.press(list, '▶');
    await server.until(() => server.callsOf('editMessageText').length === 1);
    const second = server.interactions.current(list);
    expect(second.text).toMatch(/ · 2\/3\n\n9\. 标题9\n/);
    expect(
      buttonsOf(second)
        .map(({ text }) => text)
        .slice(-2),
    ).toEqual(['◀', '▶']);

    await server.interactions.press(second, '12');
    await server.until(() => server.answers().length === 2);
    const card = server.answers()[1]!;
    expect(card.text).toMatch(/^黃河新聞網 · 标题12 · 12月27日\na\.txt · 3 句\n黃河新聞網訊。$/);
    await server.interactions.press(card, hans('button-read'));
    await server.until(() => server.answers().length === 3);
    expect(server.answers()[2]!.text).toContain('第 1 句，共 3 句');
  });
});

describe('/latest', () => {
  it('lists the newest first, with the numbers of /sources', async () => {
    bot.hold([
      release({ id: 'a', title: '甲', publishedOn: '2020-01-01' }),
      release({ id: 'b', title: '乙', publishedOn: '2024-12-27' }),
      release({ id: 'c', title: '丙' }),
    ]);
    const { text } = await server.ask('/latest');
    expect(text.match(/^\d\. .*$/gm)).toEqual(['2. 乙', '1. 甲', '3. 丙']);
  });
});

describe('/release', () => {
  it('opens a release by its title or a part of it, and lists those that fit', async () => {
    bot.hold([release({ id: '甲' }), release({ id: '乙', title: '第二篇：招商引資' })]);
    expect((await server.ask('/release 第二篇')).text).toMatch(/^黃河新聞網 · 第二篇/);
    expect((await server.ask('/release 招商引资')).text).toBe(
      '有好几篇符合「招商引资」，请用编号：\n1. 綜改示範區招商引資\n2. 第二篇：招商引資',
    );
  });

  it('says what to do when there is no such release', async () => {
    expect((await server.ask('/release')).text).toBe(hans('release-which'));
    for (const name of ['0', '99', '-1', '1.5', 'x'.repeat(3000)]) {
      expect((await server.ask(`/release ${name}`)).text).toMatch(/^没有「.{1,100}」这一篇。/);
    }
  });
});
