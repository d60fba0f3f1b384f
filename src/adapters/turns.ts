/** Who comes next: what is urgent first, and among that everyone in turn, so that nobody waits for another's many. */

export interface Waiting {
  readonly isUrgent: boolean;
  /** Those of one group share its turns, in their order. */
  readonly group: unknown;
}

export interface Turns<T extends Waiting> {
  /** How many wait. */
  size(): number;
  add(one: T): void;
  /** Puts back one that was taken, before the others of its group. */
  putBack(one: T): void;
  /** The next one, which then waits no longer. */
  take(): T | undefined;
  remove(one: T): void;
}

export function createTurns<T extends Waiting>(): Turns<T> {
  // The groups in a map are in the order of their turns.
  const urgent = new Map<unknown, T[]>();
  const others = new Map<unknown, T[]>();
  const laneOf = ({ isUrgent }: T): Map<unknown, T[]> => (isUrgent ? urgent : others);

  function put(one: T, place: 'push' | 'unshift'): void {
    const group = laneOf(one).get(one.group);
    if (group) group[place](one);
    else laneOf(one).set(one.group, [one]);
  }

  return {
    size: () => [urgent, others].flatMap((lane) => [...lane.values()]).flat().length,
    add: (one) => put(one, 'push'),
    putBack: (one) => put(one, 'unshift'),
    take() {
      const lane = urgent.size > 0 ? urgent : others;
      for (const [group, waiting] of lane) {
        const one = waiting.shift();
        lane.delete(group);
        if (waiting.length > 0) lane.set(group, waiting);
        return one;
      }
      return undefined;
    },
    remove(one) {
      const lane = laneOf(one);
      const left = lane.get(one.group)?.filter((other) => other !== one) ?? [];
      if (left.length > 0) lane.set(one.group, left);
      else lane.delete(one.group);
    },
  };
}
