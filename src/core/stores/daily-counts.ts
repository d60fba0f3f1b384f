/** How many answers were given on a day: those of a model to each person, and all of them to {@link everybody}. */
export interface DailyCounts {
  /** @param day as `2024-12-27` */
  readonly count: (person: string, day: string) => Promise<number>;
  readonly add: (person: string, day: string) => Promise<void>;
}

/** Stands for all people together; nobody has this id. */
export const everybody = '';
