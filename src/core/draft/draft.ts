/** A draft: what a model wrote. Nothing in it goes out unless it is verified. */

/** One statement of a draft with the ids of evidence that it cites; an id may be made up. */
export interface DraftClaim {
  /** Without ids, Markdown and HTML. */
  readonly text: string;
  /** As normalised ids, `R3S14`, in the order written, none twice. */
  readonly ids: readonly string[];
}
