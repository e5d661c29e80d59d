import { Socket } from 'node:net';

type Written = (error?: Error | null) => void;

/**
 * A socket that sends what one turn of the event loop wrote as one message. The driver writes every statement by
 * itself; of a command's statements that travel together each would wake the database once more.
 */
export class GatheringSocket extends Socket {
  private gathering = false;

  override write(
    bytes: Uint8Array | string,
    encoding?: BufferEncoding | Written,
    written?: Written,
  ): boolean {
    this.cork();
    return super.write(bytes, encoding as BufferEncoding, written);
  }

  override cork(): void {
    if (this.gathering || this.writableEnded) return;
    this.gathering = true;
    super.cork();
    process.nextTick(() => {
      this.gathering = false;
      super.uncork();
    });
  }

  /** The driver uncorks after each statement; the turn's end does it for all of them. */
  override uncork(): void {
    if (!this.gathering) super.uncork();
  }
}
