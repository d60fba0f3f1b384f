/** Files that people send, as the Bot API serves them: `getFile`, then a download. */
import type { ServerResponse } from 'node:http';
import { Refusal } from './api-faults.js';

export class SentFiles {
  private readonly files = new Map<string, Uint8Array>();

  constructor(private readonly token: string) {}

  /** A document of a message. */
  add(name: string | undefined, content: string | Uint8Array, size?: number) {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content;
    const id = `file-${this.files.size}`;
    this.files.set(id, bytes);
    return {
      file_id: id,
      file_unique_id: id,
      ...(name !== undefined && { file_name: name }),
      file_size: size ?? bytes.length,
    };
  }

  getFile({ file_id: id }: Record<string, unknown>) {
    const bytes = this.files.get(String(id));
    if (!bytes) throw new Refusal(400, 'Bad Request: invalid file_id');
    return { file_id: id, file_size: bytes.length, file_path: `documents/${String(id)}` };
  }

  /** Serves a download; false when the address is none. */
  serve(url: string, response: ServerResponse): boolean {
    const prefix = `/file/bot${this.token}/documents/`;
    const bytes = url.startsWith(prefix) ? this.files.get(url.slice(prefix.length)) : undefined;
    if (bytes) response.end(bytes);
    return bytes !== undefined;
  }
}
