interface Event {
  readonly at: number;
  readonly order: number;
  readonly run: () => void;
}

/** Things to come, by time and then by who asked first. The world's own clock: no phone sees it. */
export interface Events {
  now(): number;
  at(time: number, run: () => void): void;
  after(delayMs: number, run: () => void): void;
  /** Lets everything happen up to a time; what each event set in motion comes to rest before the next. */
  runUntil(time: number): Promise<void>;
}

export function eventsFrom(start: number): Events {
  const heap: Event[] = [];
  let now = start;
  let order = 0;
  const before = (a: Event, b: Event) => a.at < b.at || (a.at === b.at && a.order < b.order);
  const push = (event: Event): void => {
    let i = heap.push(event) - 1;
    while (i > 0) {
      const parent = (i - 1) >> 1;
      if (!before(heap[i]!, heap[parent]!)) break;
      [heap[i], heap[parent]] = [heap[parent]!, heap[i]!];
      i = parent;
    }
  };
  const pop = (): Event => {
    const top = heap[0]!;
    const last = heap.pop()!;
    if (heap.length === 0) return top;
    heap[0] = last;
    for (let i = 0; ;) {
      const [left, right] = [2 * i + 1, 2 * i + 2];
      let least = i;
      if (left < heap.length && before(heap[left]!, heap[least]!)) least = left;
      if (right < heap.length && before(heap[right]!, heap[least]!)) least = right;
      if (least === i) return top;
      [heap[i], heap[least]] = [heap[least]!, heap[i]!];
      i = least;
    }
  };
  const at = (time: number, run: () => void) =>
    push({ at: Math.max(time, now), order: (order += 1), run });
  return {
    now: () => now,
    at,
    after: (delayMs, run) => at(now + delayMs, run),
    async runUntil(time) {
      while (heap.length > 0 && heap[0]!.at <= time) {
        const event = pop();
        now = event.at;
        event.run();
        await rest();
      }
      now = Math.max(now, time);
    },
  };
}

/** Every promise that can go on has gone on. */
function rest(): Promise<void> {
  return new Promise((done) => setImmediate(done));
}
