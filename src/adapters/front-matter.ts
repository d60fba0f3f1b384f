/** YAML front matter: what stands between `---` lines at the start of a file. */
import { parse } from 'yaml';

const pattern = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)(?:\r?\n)?^---[ \t]*\r?$\n?/mu;

/** The front matter's YAML, null when there is none, and where the text behind it starts. */
export function findFrontMatter(text: string): { yaml: string | null; end: number } {
  const found = pattern.exec(text);
  // Two rules further down are no front matter.
  if (found?.index !== 0) return { yaml: null, end: text.startsWith('\uFEFF') ? 1 : 0 };
  return { yaml: found[1]!, end: found[0].length };
}

/**
 * Parses YAML.
 * @throws Error whose message is one line that says what is wrong
 */
export function parseYaml(yaml: string): unknown {
  try {
    return parse(yaml);
  } catch (error) {
    const [line] = String(error instanceof Error ? error.message : error).split('\n');
    throw new Error(line, { cause: error });
  }
}
