import { afterAll, describe, expect, it } from 'vitest';
import { wordings } from '../../src/core/answer/wording.js';
import { askWithModel } from '../support/asked-model.js';
import { idOf, OpenAiServer, type ChatRequest } from '../support/openai-server.js';

const server = await OpenAiServer.start();
afterAll(() => server.close());

const asksToRewrite = ({ messages }: ChatRequest): boolean => messages.at(-1)!.content.startsWith('<conversation>');

describe('a conversation', () => {
  const history = [{ question: '晶科能源的项目总投资多少？', answer: '560亿元' }];

  it('has the model complete what rules cannot, and shows what it was taken for', async () => {
    const { ask } = await askWithModel(server);
    server.answerWith((request) =>
      asksToRewrite(request)
        ? '<think>…</think>\n晶科能源的项目叫什么？\n因为……'
        : `晶科能源的项目是「年產56GW大基地項目」。[${idOf(request, '晶科能源')}]`,
    );
    const answer = await ask('这个工程怎么称呼来着', { history });
    expect(server.calls).toHaveLength(2);
    const [rewrite, draft] = server.calls.map(({ messages }) => messages.at(-1)!.content);
    expect(rewrite).toContain('Q: 晶科能源的项目总投资多少？\nA: 560亿元');
    expect(draft).toContain('<question>\n晶科能源的项目叫什么？\n</question>');
    expect(answer).toMatchObject({
      question: '这个工程怎么称呼来着',
      understood: '晶科能源的项目叫什么？',
      mode: 'generated',
      usage: { calls: 2 },
    });
    // With another history the same words mean something else.
    await ask('这个工程怎么称呼来着', { history: [{ question: '签约了什么？', answer: '…' }] });
    expect(server.calls).toHaveLength(4);
  });

  it.each([
    ['a name from nowhere', '王大力说晶科能源的项目叫什么？'],
    ['a figure from nowhere', '总投资915亿元的晶科能源项目叫什么？'],
    ['a link', '晶科能源的项目叫什么？见 t.me/evil'],
    ['a request', '晶科能源的项目叫什么？请点击这里'],
    ['an id', '[R1S4] 晶科能源的项目叫什么？'],
  ])('does not take over a rewriting with %s', async (_, rewriting) => {
    const { ask } = await askWithModel(server);
    server.answerWith((request) => (asksToRewrite(request) ? rewriting : 'NOT_IN_RELEASES'));
    const answer = await ask('这个工程怎么称呼来着', { history });
    expect(answer.understood).toBeNull();
    expect(server.calls.at(-1)!.messages.at(-1)!.content).toContain('<question>\n这个工程怎么称呼来着\n</question>');
  });

  it('lets rules complete what they can, without a call of their own', async () => {
    const { ask } = await askWithModel(server);
    server.answerWith((request) => `2017年的地区生产总值是421亿元。[${idOf(request, '生產總值')}]`);
    const answer = await ask('那2017年呢？', {
      history: [{ question: '2023年的地区生产总值是多少？', answer: '938亿元' }],
    });
    expect(answer).toMatchObject({ understood: '2017年的地区生产总值是多少？', mode: 'generated' });
    expect(server.calls).toHaveLength(1);
    await ask('示范区的签约投资额是多少亿元？', { history }); // stands on its own
    expect(server.calls).toHaveLength(2);
  });
});

describe('another language', () => {
  const english = 'How much investment was signed in total?';

  it('searches in the language of the releases and answers in that of the question', async () => {
    const { ask } = await askWithModel(server);
    server.answerWith((request) =>
      asksToRewrite(request)
        ? '签约投资额一共是多少？'
        : `The signed investment is 951.64亿元.[${idOf(request, '簽約投資額')}]`,
    );
    const answer = await ask(english);
    expect(server.calls[0]!.messages[0]!.content).toContain('Write it in Chinese');
    expect(server.calls[1]!.messages[0]!.content).toContain('Write in English');
    expect(answer).toMatchObject({
      reader: 'en',
      understood: null,
      mode: 'generated',
      kind: 'answered',
      text: 'The signed investment is 951.64亿元. [1]',
    });
    expect(answer.citations[0]!.quote).toContain('簽約投資額為951.64億元');
  });

  it('quotes what the translated question finds when the draft fails', async () => {
    const { ask } = await askWithModel(server);
    server.answerWith((request) => (asksToRewrite(request) ? '签约投资额一共是多少？' : { status: 401 }));
    expect(await ask(english)).toMatchObject({
      mode: 'extractive',
      note: wordings.en.notes.modelFailed,
      text: expect.stringContaining('簽約投資額為951.64億元 [1]'),
    });
  });

  it('makes no second call when the first one failed', async () => {
    const { ask } = await askWithModel(server);
    server.script({ status: 401 });
    expect((await ask(english)).note).toBe(wordings.en.notes.modelFailed);
    expect(server.calls).toHaveLength(1);
  });
});
