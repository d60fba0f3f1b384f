/** How many answers of a model each person had on a day. */
export interface DailyCounts {
  /** @param day as `2024-12-27` */
  readonly count: (person: string, day: string) => Promise<number>;
  readonly add: (person: string, day: string) => Promise<void>;
}
