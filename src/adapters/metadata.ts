/** What a release's file says about it, in front matter, a sidecar or a `.jsonl` record. */
import { z } from 'zod';
import type { Release } from '../core/corpus/corpus.js';
import type { FoundRelease } from '../core/corpus/split-releases.js';

const text = z.string().trim().min(1);

/** The fields a person may give. Unknown fields are ignored. */
const metadataSchema = z.object({
  title: text.nullish(),
  publishedOn: z.iso.date('must be a date such as 2024-12-27').nullish(),
  source: text.nullish(),
  url: z.url({ protocol: /^https?$/, error: 'must be an http or https address' }).nullish(),
});

export type Metadata = z.infer<typeof metadataSchema>;

/** The valid fields of a value, with a sentence for each that is not. */
export function readMetadata(value: unknown): { metadata: Metadata; problems: string[] } {
  const result = metadataSchema.safeParse(value ?? {});
  if (result.success) return { metadata: result.data, problems: [] };
  const problems = result.error.issues.map((issue) =>
    `${issue.path.join('.') || 'metadata'}: ${issue.message}; ignored`.trim(),
  );
  if (typeof value !== 'object' || value === null) return { metadata: {}, problems };
  const invalid = new Set(result.error.issues.map((issue) => issue.path[0]));
  const valid = Object.entries(value).filter(([key]) => !invalid.has(key));
  return { metadata: metadataSchema.parse(Object.fromEntries(valid)), problems };
}

/** What is known about a release: what its metadata states wins over what its text states. */
export function describeRelease(
  metadata: Metadata,
  stated: FoundRelease,
): Omit<Release, 'id' | 'file' | 'body' | 'offset'> {
  const { title, source, reporters, publishedOn, printedDate } = stated;
  return {
    title: metadata.title ?? title,
    source: metadata.source ?? source,
    reporters,
    publishedOn: metadata.publishedOn ?? publishedOn,
    printedDate,
    url: metadata.url ?? null,
  };
}
