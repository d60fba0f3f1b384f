/**
 * The scripted server as a program, to try presscite with a model that is none: it answers with the offered sentence that
 * shares most with the question, word by word.
 *
 *     npx tsx tests/support/serve-openai.ts [port]
 *     OPENAI_BASE_URL=http://127.0.0.1:8089/v1 npm run -s chat
 *
 * A question that begins with one of these words gets that fault instead: 编造 (a false figure), 沉默 (no reply), 拒绝 (a refusal), 限流 (429),
 * 坏了 (500).
 */
import { fold } from '../../src/core/text/fold.js';
import { tables } from './tables.js';
import { evidenceOf, OpenAiServer, type ChatRequest, type Reply } from './openai-server.js';

const defaultPort = 8089;

const server = await OpenAiServer.start(Number(process.argv[2] ?? defaultPort));
server.answerWith(replyTo);
process.stdout.write(`OPENAI_BASE_URL=${server.baseUrl}\n`);

function replyTo(request: ChatRequest): Reply {
  const prompt = request.messages.map(({ content }) => content).join('\n');
  const question = /<question>\n(.*)\n<\/question>/u.exec(prompt)?.[1] ?? '';
  if (question.startsWith('沉默')) return { hang: true };
  if (question.startsWith('限流')) return { status: 429, headers: { 'retry-after': '60' } };
  if (question.startsWith('坏了')) return { status: 500 };
  if (question.startsWith('拒绝')) return 'NOT_IN_RELEASES';
  const [best] = evidenceOf(request)
    .map((line) => ({ ...line, score: commonPairs(plain(line.sentence), plain(question)) }))
    .toSorted((a, b) => b.score / b.sentence.length ** 0.5 - a.score / a.sentence.length ** 0.5);
  if (!best) return 'OK';
  const sentence = question.startsWith('编造') ? '投资额为12345亿元。' : best.sentence;
  return { text: `${sentence}[${best.id}]\n还有这一句没有出处。`, firstMs: 200, delayMs: 20 };
}

function plain(text: string): string {
  return fold(text, tables).text;
}

function commonPairs(a: string, b: string): number {
  let common = 0;
  for (let i = 0; i + 1 < b.length; i++) if (a.includes(b.slice(i, i + 2))) common++;
  return common;
}
