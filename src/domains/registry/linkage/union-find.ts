/** Sets of numbers that are joined; the root of a set is its smallest number. */
export class UnionFind {
  readonly #parent: Uint32Array;

  constructor(size: number) {
    this.#parent = Uint32Array.from({ length: size }, (_, index) => index);
  }

  root(of: number): number {
    let at = of;
    while (this.#parent[at] !== at) {
      this.#parent[at] = this.#parent[this.#parent[at]!]!;
      at = this.#parent[at]!;
    }
    return at;
  }

  join(one: number, other: number): void {
    const [a, b] = [this.root(one), this.root(other)];
    this.#parent[Math.max(a, b)] = Math.min(a, b);
  }

  /** Alone again; all members of a set are to be reset together. */
  reset(member: number): void {
    this.#parent[member] = member;
  }
}
