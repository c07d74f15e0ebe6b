/** So many labels stand above each other; more would leave the shape that they belong to. */
const rows = 4;

/** Labels nearer than this, in pixels of the image, would cover each other. */
const near = 10;

/** Gives labels of the same corner (duplicates, above all) rows above each other. */
export class LabelRows {
  readonly #taken: { x: number; y: number; count: number }[] = [];

  next(anchor: { x: number; y: number }): number {
    const known = this.#taken.find(({ x, y }) => Math.abs(x - anchor.x) < near && Math.abs(y - anchor.y) < near);
    if (known) return known.count++ % rows;
    this.#taken.push({ ...anchor, count: 1 });
    return 0;
  }
}
