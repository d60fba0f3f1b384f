import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

/** Which folders of `src` a folder may import from; `.` is `src` itself. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  core: ['core'],
  app: ['app', 'core'],
  adapters: ['adapters', 'core'],
  bot: ['bot', 'core'],
  cli: ['cli', 'app', 'core', '.'],
  '.': ['.', 'adapters', 'app', 'bot', 'cli', 'core'],
};

/** The folders of core in their order: each may import from those before it, and from the files that lie in core itself. */
const stages =
  'text model corpus answer search read calculation draft verify compose conversation quotes stores measures'.split(
    ' ',
  );

/** The one file that owns each package. */
const owners: Readonly<Record<string, string>> = {
  '@xenova/transformers': 'adapters/onnx-model.ts',
  'onnxruntime-node': 'adapters/onnx-model.ts',
  'hnswlib-node': 'adapters/hnsw-index.ts',
  libsql: 'adapters/bot-database.ts',
  'opencc-js/cn2t': 'adapters/script-converter.ts',
  'pinyin-pro': 'adapters/han-tables.ts',
  openai: 'adapters/openai-model.ts',
  yaml: 'adapters/front-matter.ts',
  '@fluent/bundle': 'bot/texts.ts',
  dotenv: 'config.ts',
  commander: 'cli/program.ts',
  'cli-progress': 'cli/terminal.ts',
};

interface Import {
  readonly file: string;
  /** The folder of `src` that the file is in, `.` for `src` itself. */
  readonly folder: string;
  readonly from: string;
  /** What a relative import leads to, from `src`; null for a package. */
  readonly target: string | null;
}

const files = readdirSync('src', { recursive: true })
  .map(String)
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.split(path.sep).join('/'));

function importsOf(file: string): Import[] {
  const text = readFileSync(path.join('src', file), 'utf8');
  const specifiers = text.matchAll(/(?:^|\s)(?:from|import)\s*\(?\s*'([^']+)'/gmu);
  return Array.from(specifiers, ([, from]) => ({
    file,
    folder: folderOf(file),
    from: from!,
    target: from!.startsWith('.') ? path.posix.join(path.posix.dirname(file), from!) : null,
  }));
}

function folderOf(file: string): string {
  return file.includes('/') ? file.slice(0, file.indexOf('/')) : '.';
}

/** Which of the {@link stages} a file of core belongs to; -1 for core itself. */
function stageOf(file: string): number {
  const [, stage, inside] = file.split('/');
  return inside === undefined ? -1 : stages.indexOf(stage!);
}

const imports = files.flatMap(importsOf);

describe('the architecture', () => {
  it('has sources to look at', () => {
    expect(files.length).toBeGreaterThan(30);
    expect(imports.length).toBeGreaterThan(100);
  });

  it('imports inward only', () => {
    const outward = imports.filter(
      ({ folder, target }) => target !== null && !allowed[folder]?.includes(folderOf(target)),
    );
    expect(outward).toEqual([]);
  });

  it('has stages in core that build on those before them', () => {
    const folders = readdirSync('src/core', { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name);
    expect(folders.toSorted()).toEqual(stages.toSorted());
    const within = imports.filter(({ folder, target }) => folder === 'core' && target !== null);
    const backward = within.filter(({ file, target }) => stageOf(target!) > stageOf(file));
    expect(backward).toEqual([]);
  });

  it('keeps core free of packages and of Node.js', () => {
    const foreign = imports.filter(({ folder, from }) => folder === 'core' && !from.startsWith('.'));
    expect(foreign).toEqual([]);
  });

  it('keeps I/O, clocks and randomness out of core', () => {
    const impure = files
      .filter((file) => file.startsWith('core/'))
      .filter((file) =>
        /\b(?:Date\.now|new Date\(\)|Math\.random|performance\.now|process\.|console\.|fetch\()/u.test(
          readFileSync(path.join('src', file), 'utf8'),
        ),
      );
    expect(impure).toEqual([]);
  });

  it('has one owner for each package', () => {
    const strangers = imports.filter(({ file, from }) => from in owners && owners[from] !== file);
    expect(strangers).toEqual([]);
    for (const [name, owner] of Object.entries(owners)) {
      expect(
        imports.some(({ file, from }) => from === name && file === owner),
        name,
      ).toBe(true);
    }
  });

  it('lets grammY live in bot/ only', () => {
    const grammy = imports.filter(({ from }) => /^(?:grammy|@grammyjs\/)/u.test(from));
    expect(grammy.filter(({ folder }) => folder !== 'bot')).toEqual([]);
    expect(grammy).not.toEqual([]);
  });

  it('reads the environment in config.ts only', () => {
    const readers = files.filter((file) => readFileSync(path.join('src', file), 'utf8').includes('process.env'));
    expect(readers).toEqual(['config.ts']);
  });

  it('has no drawers', () => {
    expect(
      files.filter((file) => /(?:^|\/)(?:utils?|helpers?|common|misc|services?|index)(?:\/|\.ts$)/u.test(file)),
    ).toEqual([]);
  });
});
