/** What is done in each step by several lanes beside one another, and once all of them are through it. */
export interface InStep<Step> {
  readonly lanes: readonly ((step: Step) => Promise<void>)[];
  /** Called for one step after another, in their order; the lanes do not wait for it. */
  readonly after: (step: Step, index: number) => Promise<void>;
}

/** Takes every lane through all steps; none begins a step before all have ended the one before its last. */
export async function inStep<Step>(
  steps: readonly Step[],
  { lanes, after }: InStep<Step>,
): Promise<void> {
  const ended = steps.map(() => ({ lanesLeft: lanes.length, ...Promise.withResolvers<void>() }));
  const through = async (lane: (step: Step) => Promise<void>) => {
    for (const [index, step] of steps.entries()) {
      await ended[index - 2]?.promise;
      await lane(step);
      const here = ended[index];
      if (here && --here.lanesLeft === 0) here.resolve();
    }
  };
  const follow = async () => {
    for (const [index, step] of steps.entries()) {
      await ended[index]?.promise;
      await after(step, index);
    }
  };
  await Promise.all([...lanes.map(through), follow()]);
}
