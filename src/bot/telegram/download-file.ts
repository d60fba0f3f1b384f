/** Fetching a file that somebody sent, https://core.telegram.org/bots/api#getfile. */
import type { MessageContext } from '../bot-context.js';

/** A bot can download no more. */
export const largestFile = 20 * 1024 * 1024;

const timeoutMs = 60_000;

/**
 * The bytes of a file on Telegram's server.
 * @returns null when it is larger than a bot can download
 * @throws Error when it cannot be fetched; its words may hold the token
 */
export async function downloadFile(ctx: MessageContext, fileId: string): Promise<Uint8Array | null> {
  const { file_path: filePath, file_size: size = 0 } = await ctx.api.getFile(fileId);
  if (size > largestFile || filePath === undefined) return null;
  const root = ctx.api.options?.apiRoot ?? 'https://api.telegram.org';
  const address = `${root}/file/bot${ctx.api.token}/${filePath.split('/').map(encodeURIComponent).join('/')}`;
  const response = await fetch(address, { signal: AbortSignal.timeout(timeoutMs) });
  if (!response.ok) throw new Error(`the file cannot be fetched: HTTP ${response.status}`);
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += (chunk as Uint8Array).length;
    if (length > largestFile) return null;
    chunks.push(chunk as Uint8Array);
  }
  return Buffer.concat(chunks);
}
