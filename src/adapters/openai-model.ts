/** A language model behind an OpenAI-compatible server: chat completions, streamed. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { APIError } from 'openai';
import type { ChatCompletionChunk, ChatCompletion } from 'openai/resources/chat/completions';
import { abortWith } from '../core/abort-with.js';
import type { CallLimits, ChatMessage, LanguageModel, ModelEvent } from '../core/model/language-model.js';
import type { FailureKind, ModelFailure } from '../core/model/model-failure.js';

export interface OpenAiOptions {
  /** A secret: in no event and no error. Null for a server that asks for none. */
  readonly apiKey: string | null;
  /** Such as `http://127.0.0.1:11434/v1`. */
  readonly baseUrl: string;
  readonly model: string;
  /** 0 to 2. */
  readonly temperature: number;
  /** The pause before the first retry; doubled for the second. */
  readonly backoffMs?: number;
}

const retries = 2;
const defaultBackoffMs = 500;

/**
 * A server that says nothing for this share of the time that is left is given up, so that a retry has as much. Unmeasured; a slow
 * machine's first token needs ANSWER_TIMEOUT_MS raised anyway.
 */
const silentShare = 0.5;

/** What not every server takes: a call that is refused for it is made again without, and when that helps so are all that follow. */
type Extra = 'temperature' | 'stream_options';

/** The SDK is loaded only when there is a model: it takes longer than the answer of a short corpus. */
export async function loadOpenAiModel(options: OpenAiOptions): Promise<LanguageModel> {
  const sdk = await import('openai');
  const { apiKey, baseUrl, model, temperature, backoffMs = defaultBackoffMs } = options;
  const client = new sdk.OpenAI({
    apiKey: apiKey ?? 'none',
    baseURL: baseUrl,
    // Nothing of the SDK's own is read from the environment.
    organization: null,
    project: null,
    logLevel: 'off',
    maxRetries: 0,
  });
  let accepted: readonly Extra[] = ['temperature', 'stream_options'];

  async function* attempt(
    messages: readonly ChatMessage[],
    limits: CallLimits,
    extras: readonly Extra[],
  ): AsyncGenerator<ModelEvent> {
    const silence = new AbortController();
    const silentMs = limits.msLeft() * silentShare;
    const timer = setTimeout(() => silence.abort(), silentMs);
    const unfollow = abortWith(silence, limits.signal);
    const { signal } = silence;
    try {
      const request = {
        model,
        messages: [...messages],
        stream: true as const,
        ...(extras.includes('temperature') && { temperature }),
        ...(extras.includes('stream_options') && { stream_options: { include_usage: true } }),
      };
      const { data, response } = await client.chat.completions.create(request, { signal }).withResponse();
      const isJson = response.headers.get('content-type')?.includes('json') ?? false;
      const chunks = isJson ? [wholeReply(await response.json())] : data;
      let isWhole = false;
      let hasText = false;
      for await (const { choices, usage } of chunks) {
        timer.refresh();
        const text = choices?.[0]?.delta?.content;
        if (text) {
          hasText = true;
          yield { type: 'text', text };
        }
        const finished = choices?.[0]?.finish_reason;
        if (finished) isWhole = finished !== 'length' && finished !== 'content_filter';
        if (usage) {
          const { prompt_tokens: tokensIn, completion_tokens: tokensOut } = usage;
          yield { type: 'tokens', count: { tokensIn, tokensOut } };
        }
      }
      // The SDK ends an aborted stream as if it were over.
      signal.throwIfAborted();
      if (!hasText) throw new SyntaxError('the reply is empty');
      yield { type: 'end', isWhole };
    } catch (error) {
      limits.signal.throwIfAborted();
      throw signal.aborted ? new Silence(`nothing for ${Math.round(silentMs)} ms`) : error;
    } finally {
      clearTimeout(timer);
      unfollow();
    }
  }

  return {
    id: model,
    async *stream(messages, limits) {
      let extras = accepted;
      for (let tries = 0; ;) {
        let hasText = false;
        try {
          for await (const event of attempt(messages, limits, extras)) {
            hasText ||= event.type === 'text';
            accepted = extras;
            yield event;
          }
          return;
        } catch (error) {
          limits.signal.throwIfAborted();
          const refused = error instanceof sdk.APIError ? refusedExtras(error, extras) : [];
          const waitMs = retryAfterMs(error) ?? backoffMs * 2 ** tries;
          if (refused.length > 0) extras = extras.filter((extra) => !refused.includes(extra));
          else if (hasText || !isWorthRetrying(error) || tries++ === retries || waitMs >= limits.msLeft()) {
            yield { type: 'failure', failure: describe(error, messages) };
            return;
          } else {
            await sleep(waitMs, undefined, { signal: limits.signal }).catch(() => undefined);
            limits.signal.throwIfAborted();
          }
        }
      }
    },
  };

  function describe(error: unknown, messages: readonly ChatMessage[]): ModelFailure {
    const { code, message, cause } = error as APIError;
    const kind = kindOf(error);
    const [line = ''] = redacted(message).split('\n');
    const why = kind === 'down' ? redacted((cause as Error | undefined)?.message ?? '') : redacted(code ?? '');
    const detail = [line.slice(0, 160), why].filter(Boolean).join(' ');
    const isEcho = echoes(detail, messages);
    return { kind, detail: isEcho ? 'the server repeats the prompt in its error' : detail };
  }

  function redacted(text: string): string {
    const shown = apiKey ? text.replaceAll(apiKey, '[key]') : text;
    return shown.replace(/\bsk-[\w*.-]+/gu, '[key]');
  }

  function isWorthRetrying(error: unknown): boolean {
    const kind = kindOf(error);
    if (kind === 'rateLimited') return (error as APIError).code !== 'insufficient_quota';
    return kind === 'down' || kind === 'slow' || kind === 'serverError';
  }

  function kindOf(error: unknown): FailureKind {
    if (error instanceof Silence || error instanceof sdk.APIConnectionTimeoutError) return 'slow';
    if (error instanceof SyntaxError) return 'nonsense';
    // A connection that breaks in the middle of a reply is an error of `fetch`, without a status.
    if (!(error instanceof sdk.APIError) || error instanceof sdk.APIConnectionError) return 'down';
    const { status } = error as APIError;
    if (status === 401 || status === 403) return 'badKey';
    if (status === 429) return 'rateLimited';
    return status === undefined || status >= 500 ? 'serverError' : 'rejected';
  }
}

class Silence extends Error {}

/** So many UTF-16 units in a row are no chance. */
const echoLength = 12;

/** Whether a server's words repeat what it was sent: people's questions and releases, which do not belong into a log. */
function echoes(words: string, messages: readonly ChatMessage[]): boolean {
  for (let at = 0; at + echoLength <= words.length; at++) {
    const stretch = words.slice(at, at + echoLength);
    if (messages.some(({ role, content }) => role !== 'system' && content.includes(stretch))) return true;
  }
  return false;
}

/** A reply that was not streamed although it should have been, as a chunk. */
function wholeReply(body: unknown): Pick<ChatCompletionChunk, 'choices' | 'usage'> {
  const { choices, usage } = body as Partial<ChatCompletion>;
  const first = choices?.[0];
  if (!first?.message) throw new SyntaxError('the reply is no chat completion');
  const { finish_reason, message } = first;
  return {
    choices: [{ index: 0, finish_reason, delta: { content: message.content } }],
    usage: usage ?? null,
  };
}

/** What of the request a server may have refused: what it names, or when it names nothing of it, all. */
function refusedExtras({ status, message }: APIError, extras: readonly Extra[]): Extra[] {
  if (status !== 400 && status !== 422) return [];
  const named = extras.filter((extra) => message.includes(extra));
  return named.length > 0 ? named : [...extras];
}

/** How long a server asks to wait; null when it does not. */
function retryAfterMs(error: unknown): number | null {
  const headers = (error as Partial<APIError>).headers;
  const ms = Number(headers?.get('retry-after-ms') ?? Number.NaN);
  if (Number.isFinite(ms)) return ms;
  const after = headers?.get('retry-after');
  if (!after) return null;
  const seconds = Number(after);
  return Number.isFinite(seconds) ? seconds * 1000 : Math.max(0, Date.parse(after) - Date.now());
}
