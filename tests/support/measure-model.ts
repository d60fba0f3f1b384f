/**
 * Measures what presscite adds to a language model's own time, against the scripted server:
 *
 *     npx tsx tests/support/measure-model.ts
 */
import { fold } from '../../src/core/text/fold.js';
import { verifyClaim } from '../../src/core/verify/verify-claim.js';
import { buildEvidence, evidenceDefaults } from '../../src/core/draft/build-evidence.js';
import { texts } from '../app/model-cases.js';
import { goodClaims } from '../core/verify/claims/good-claims.js';
import { evidence } from '../core/verify/claims/releases.js';
import { askWithModel } from './asked-model.js';
import { indexTexts } from './engine-parts.js';
import { idOf, OpenAiServer } from './openai-server.js';
import { tables } from './tables.js';

const runs = 200;

function print(what: string, values: readonly number[]): void {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number): string => sorted[Math.floor((sorted.length - 1) * share)]!.toFixed(2);
  process.stdout.write(`${what}: median ${at(0.5)} ms, p95 ${at(0.95)} ms (${sorted.length})\n`);
}

const server = await OpenAiServer.start();
const index = await indexTexts(texts);
server.answerWith((request) => ({
  text: [
    `签约投资额为951.64亿元。[${idOf(request, '簽約投資額')}]\n`,
    `落地项目累计达到48个。[${idOf(request, '落地項目累計')}]`,
  ],
  delayMs: 30,
}));
const before: number[] = [];
const firstWords: number[] = [];
for (let run = 0; run < runs; run++) {
  const { ask } = await askWithModel(index, server);
  const asked = performance.now();
  let shownAt = 0;
  await ask('签约投资额是多少？', { onProgress: () => (shownAt ||= performance.now()) });
  before.push(server.calledAt - asked);
  firstWords.push(shownAt - server.firstTextAt);
}
await server.close();
print('from the question to the call of the model', before);
print('from the text of the first claim to its words, verified, on the screen', firstWords);

const verified: number[] = [];
for (let round = 0; round < 10; round++) {
  for (const { ids, claim, question } of goodClaims) {
    const started = performance.now();
    const draft = { text: claim, ids: ids.split(' ') };
    verifyClaim(draft, evidence, { question: question ?? '', tables });
    if (round > 0) verified.push(performance.now() - started);
  }
}
print('verification of a claim', verified);

const [{ prepared }] = index.releases as [(typeof index.releases)[number]];
const offers = prepared.sentences.map((_, sentence) => ({ prepared, sentence }));
const built: number[] = [];
for (let run = 0; run < runs; run++) {
  const started = performance.now();
  buildEvidence(offers, { ...evidenceDefaults, tables, tokens: 2500 });
  built.push(performance.now() - started);
}
print(`evidence of ${fold(prepared.release.body, tables).text.length} characters`, built);
