import { spawn } from 'node:child_process';
import path from 'node:path';

export interface Finished {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const root = path.resolve('.');

/** How to run presscite as it is built: `npm run build` first. */
export const command = [process.execPath, [path.join(root, 'dist', 'main.js')]] as const;

/** The environment of a process under test: nothing of the developer's own configuration. */
export function cleanEnvironment(extra: Record<string, string> = {}): Record<string, string> {
  const { PATH = '', HOME = '' } = process.env;
  return { PATH, HOME, BOT_TOKEN: '', EMBEDDING_MODEL: '', OPENAI_API_KEY: '', OPENAI_BASE_URL: '', ...extra };
}

/** Runs presscite as a person would and waits for its end. */
export function runPresscite(
  args: readonly string[],
  input = '',
  environment: Record<string, string> = {},
): Promise<Finished> {
  return new Promise((resolve, reject) => {
    const [file, fixed] = command;
    const child = spawn(file, [...fixed, ...args], { cwd: root, env: cleanEnvironment(environment) });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
    child.stdin.end(input);
  });
}
