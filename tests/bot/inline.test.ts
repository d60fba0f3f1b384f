import { beforeEach, describe, expect, it } from 'vitest';
import { sayIn } from '../../src/bot/texts.js';
import { answer, release } from './answers.js';
import { bot, server } from './each-bot.js';
import { gate } from './test-bot.js';

beforeEach(() => bot.start());

const inline = (query: string, offset?: string) => server.interactions.inline(query, offset);

describe('inline mode', () => {
  it('finds original sentences and sends the chosen one with its source and a link to its context', async () => {
    const { results, is_personal: isPersonal, next_offset: next } = await inline('签约投资');
    expect(results).toHaveLength(1);
    expect(results[0]).toMatchObject({
      type: 'article',
      title: '簽約投資額為951.64億元。',
      description: '黃河新聞網 · 綜改示範區招商引資 · 12月27日',
    });
    expect({ isPersonal, next }).toEqual({ isPersonal: false, next: '' });
    const { message_text: text, entities } = (
      results[0] as unknown as {
        input_message_content: { message_text: string; entities: { type: string; url?: string }[] };
      }
    ).input_message_content;
    expect(text).toBe('簽約投資額為951.64億元。\n黃河新聞網 · 綜改示範區招商引資 · 12月27日');
    expect(entities.map(({ type }) => type)).toEqual(['blockquote', 'text_link']);

    const [username, payload] = /^https:\/\/t\.me\/(\w+)\?start=([\w-]{1,64})$/.exec(entities[1]!.url!)!.slice(1);
    expect(username).toBe('presscite_test_bot');
    const context = await server.ask(`/start ${payload}`);
    expect(context.text).toContain('第 2 句，共 3 句');
    expect(context.text).toContain('黃河新聞網訊。簽約投資額為951.64億元。');
  });

  it('shows the newest releases before anything is typed', async () => {
    bot.hold([
      release({ id: 'old', body: '旧的。', publishedOn: '2020-01-01' }),
      release({ id: 'new', body: '新的。', publishedOn: '2024-12-27' }),
    ]);
    const { results } = await inline('');
    expect(results.map((result) => 'title' in result && result.title)).toEqual(['新的。', '旧的。']);
  });

  it('turns pages of twenty', async () => {
    bot.hold(Array.from({ length: 45 }, (_, i) => release({ id: String(i), body: `落地率是${i}。` })));
    for (const query of ['', '落地率']) {
      const pages = [await inline(query), await inline(query, '20'), await inline(query, '40')];
      const sizes = query === '' ? [20, 20, 5] : [20, 20, 0]; // so many releases are searched
      expect(pages.map(({ results }) => results.length)).toEqual(sizes);
      const ids = pages.flatMap(({ results }) => results.map(({ id }) => id));
      expect(new Set(ids).size).toBe(ids.length);
      expect(pages.at(-1)!.next_offset).toBe('');
      expect(pages.at(-1)!.button).toBeUndefined();
    }
    expect((await inline('', 'nonsense')).results).toHaveLength(20);
  });

  it('offers to ask the bot when nothing is found, in the language of the person', async () => {
    const nothing = await inline('火星探测器');
    expect(nothing.results).toEqual([]);
    expect(nothing.button?.text).toBe(sayIn('zh-Hans')('inline-nothing'));
    expect(nothing.is_personal).toBe(true);
    const english = await server.interactions.inline('zzz', '', { languageCode: 'de' });
    expect(english.button?.text).toBe('Nothing found. Ask the bot');
    const greeting = await server.ask(`/start ${nothing.button!.start_parameter}`);
    expect(greeting.text).toBe(sayIn('zh-Hans')('start'));
    bot.hold([]);
    expect((await inline('')).button?.text).toBe(sayIn('zh-Hans')('inline-no-releases'));
  });

  it('does not wait for a slow answer in the same chat', async () => {
    const { opened, open } = gate();
    bot.ask = async () => {
      await opened;
      return answer();
    };
    server.say('慢的问题');
    await server.until(() => bot.questions.length === 1);
    const asked = Date.now();
    await inline('签约');
    expect(Date.now() - asked).toBeLessThan(1000);
    open();
    await server.until(() => server.answers().length === 1);
  });

  it('is answered when the search fails', async () => {
    bot.search = () => {
      throw new TypeError('broke');
    };
    expect(await inline('签约')).toMatchObject({ results: [], cache_time: 0 });
    await server.until(() => bot.events.includes('update-failed'));
  });
});

describe('a deep link', () => {
  it('greets when its payload is not one of ours, and says so when the sentence is gone', async () => {
    for (const payload of ['x', 'A'.repeat(25), '💥', '-'.repeat(64), '']) {
      expect((await server.ask(`/start ${payload}`)).text).toBe(sayIn('zh-Hans')('start'));
    }
    const { id } = (await inline('签约')).results[0]!;
    bot.hold([release({ id: 'b' })]);
    expect((await server.ask(`/start ${id}`)).text).toBe(sayIn('zh-Hans')('gone'));
  });
});
