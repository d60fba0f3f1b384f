/** The parameters of a call, as JSON or as a form with a file. */
import type { IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';

/** Of a call with a file also `file`: its name and its text. Empty when the body is neither. */
export async function readBody(request: IncomingMessage): Promise<Record<string, unknown>> {
  const body = await text(request);
  const boundary = /^multipart\/.*boundary="?([^";]+)/.exec(request.headers['content-type'] ?? '');
  if (boundary) return readForm(body, boundary[1]!);
  try {
    return JSON.parse(body) as Record<string, unknown>;
  } catch {
    return {};
  }
}

function readForm(body: string, boundary: string): Record<string, unknown> {
  const params: Record<string, unknown> = {};
  for (const part of body.split(`--${boundary}`)) {
    const [, head, content] = /^\r\n([^]*?)\r\n\r\n([^]*)\r\n$/.exec(part) ?? [];
    if (head === undefined || content === undefined) continue;
    const name = /\bname="?([^";]+)/.exec(head)?.[1] ?? '';
    const fileName = /filename="?([^";\r]+)/.exec(head)?.[1];
    if (fileName === undefined) params[name] = content;
    else params.file = { name: fileName, text: content };
  }
  return params;
}
