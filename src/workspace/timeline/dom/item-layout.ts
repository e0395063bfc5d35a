/** Items whose heights are kept as one sum. Of a hundred thousand, this many and a sixteen-hundredth are looked at for any place. */
const blockSize = 64;

/** Heights of all items of a list, and of blocks of them: one that changes costs a few additions, not a walk to the end of the list. */
export class ItemLayout {
  #heights = new Float64Array(0);
  #blocks = new Float64Array(0);

  constructor(count = 0, heightOf: (index: number) => number = () => 0) {
    this.#heights = new Float64Array(count);
    this.#blocks = new Float64Array(Math.ceil(count / blockSize));
    for (let index = 0; index < count; index++) {
      const height = heightOf(index);
      this.#heights[index] = height;
      this.#blocks[blockOf(index)] = (this.#blocks[blockOf(index)] as number) + height;
    }
  }

  get count(): number {
    return this.#heights.length;
  }

  get blocks(): number {
    return this.#blocks.length;
  }

  heightOf(index: number): number {
    return this.#heights[index] ?? 0;
  }

  heightOfBlock(block: number): number {
    return this.#blocks[block] ?? 0;
  }

  /** Gives by how much the item's height changes. */
  resize(index: number, height: number): number {
    const delta = height - this.heightOf(index);
    this.#heights[index] = height;
    this.#blocks[blockOf(index)] = this.heightOfBlock(blockOf(index)) + delta;
    return delta;
  }

  /** How far below the begin of its block an item begins. */
  startInBlock(index: number): number {
    let start = 0;
    for (let other = blockOf(index) * blockSize; other < index; other++) start += this.heightOf(other);
    return start;
  }

  /** The item at an offset in a block. */
  indexInBlock(block: number, offset: number): number {
    const last = Math.min(this.count, (block + 1) * blockSize) - 1;
    let left = offset;
    let index = block * blockSize;
    while (index < last && left >= this.heightOf(index)) left -= this.heightOf(index++);
    return index;
  }
}

/** The block that an item is in. */
export function blockOf(index: number): number {
  return Math.floor(index / blockSize);
}
