type Answers<Work extends readonly unknown[]> = { -readonly [I in keyof Work]: Awaited<Work[I]> };

/**
 * Waits for statements that were started one after the other without waiting, so that they travel together. Throws
 * what the first of them threw, in the order given: PostgreSQL refuses those after it only because of it.
 *
 * @example const [book, bag] = await together(getBook(tx, id), findBag(tx, mentor))
 */
export async function together<const Work extends readonly unknown[]>(
  ...work: Work
): Promise<Answers<Work>> {
  const settled = await Promise.allSettled(work);
  for (const one of settled) if (one.status === 'rejected') throw one.reason;
  return settled.map((one) =>
    one.status === 'fulfilled' ? one.value : undefined,
  ) as Answers<Work>;
}
