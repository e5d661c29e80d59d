import type { Store, StoreTx } from '#platform/sync/ports.ts';

/** Ways to break the core from outside, to see that the simulation would notice. */
export interface Faults {
  /** The server does not look whether it has had a command. */
  readonly forgetsReceipts?: boolean;
  /** "Tersimpan" before the transaction is complete. */
  readonly speaksTooEarly?: boolean;
  /** A command leaves the phone when it is sent, not when it is answered. */
  readonly deletesOnSend?: boolean;
  /** What may go is chosen without a look at subjects. */
  readonly forgetsOrder?: boolean;
  /** Of a meeting's sheet the server books all lines but the last. */
  readonly dropsALine?: boolean;
  /** Money of a day that was closed before it came is booked as if nothing were the matter. */
  readonly overlooksClosedDays?: boolean;
  /** Delivered work is forgotten by the screen before a document shows it. */
  readonly forgetsDelivered?: boolean;
}

/** The store as a broken core would use it. */
export function faultyStore(store: Store, faults: Faults): Store {
  const change = (tx: StoreTx): StoreTx => ({
    ...tx,
    putCommand: async (command) => {
      // Only the choice forgets them; what is kept keeps them.
      const before = faults.forgetsOrder ? await tx.findCommand(command.id) : undefined;
      if (before) return tx.putCommand({ ...command, subjects: before.subjects });
      if (faults.deletesOnSend && command.state === 'sending') return tx.deleteCommand(command.id);
      if (!faults.forgetsDelivered) return tx.putCommand(command);
      const { deliveredTick: _tick, ...rest } = command;
      return tx.putCommand(rest);
    },
    listCommands: async () => {
      const commands = await tx.listCommands();
      if (!faults.forgetsOrder) return commands;
      return commands.map((command) => ({ ...command, subjects: [] }));
    },
  });
  if (Object.keys(faults).length === 0) return store;
  return {
    read: (work) => store.read(work),
    write: (work) => store.write((tx) => work(change(tx))),
  };
}
