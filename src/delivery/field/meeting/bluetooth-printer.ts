/** The part of Web Bluetooth that is used; the compiler does not know it. */
interface Bluetooth {
  requestDevice(asked: {
    filters: readonly { services: readonly (string | number)[] }[];
  }): Promise<{
    readonly gatt?: {
      connect(): Promise<{
        getPrimaryService(id: string | number): Promise<{
          getCharacteristic(id: string | number): Promise<{
            writeValueWithoutResponse(bytes: Uint8Array): Promise<void>;
          }>;
        }>;
        disconnect(): void;
      }>;
    };
  }>;
}

/** The service that cheap 58 mm printers offer, and where it takes bytes. */
const printerService = 0x18f0;
const printerInput = 0x2af1;
/** What such a printer takes at once. */
const pieceBytes = 100;

function bluetoothOf(): Bluetooth | null {
  return 'bluetooth' in navigator ? (navigator.bluetooth as Bluetooth) : null;
}

export function hasBluetooth(): boolean {
  return bluetoothOf() !== null;
}

/** Asks for a printer and sends it a slip. Rejects when none is chosen or it does not answer. */
export async function printOnBluetooth(lines: readonly string[], qr: string): Promise<void> {
  const device = await bluetoothOf()?.requestDevice({
    filters: [{ services: [printerService] }],
  });
  const server = await device?.gatt?.connect();
  if (!server) throw new Error('no printer');
  try {
    const service = await server.getPrimaryService(printerService);
    const input = await service.getCharacteristic(printerInput);
    const bytes = escPos(lines, qr);
    for (let at = 0; at < bytes.length; at += pieceBytes)
      await input.writeValueWithoutResponse(bytes.slice(at, at + pieceBytes));
  } finally {
    server.disconnect();
  }
}

/** ESC/POS: reset, lines, a QR of error correction M, and paper to tear off. Such printers know plain ASCII only. */
export function escPos(lines: readonly string[], qr: string): Uint8Array {
  const plain = (text: string) => text.replace(/\u00a0/g, ' ').replace(/[^\x20-\x7e\n]/g, '?');
  const bytesOf = (text: string) => [...new TextEncoder().encode(text)];
  const length = qr.length + 3;
  return Uint8Array.from([
    ...[0x1b, 0x40],
    ...bytesOf(lines.map((line) => `${plain(line)}\n`).join('')),
    ...[0x1b, 0x61, 1],
    ...[0x1d, 0x28, 0x6b, 4, 0, 49, 65, 50, 0],
    ...[0x1d, 0x28, 0x6b, 3, 0, 49, 67, 6],
    ...[0x1d, 0x28, 0x6b, 3, 0, 49, 69, 49],
    ...[0x1d, 0x28, 0x6b, length & 255, length >> 8, 49, 80, 48, ...bytesOf(qr)],
    ...[0x1d, 0x28, 0x6b, 3, 0, 49, 81, 48],
    ...bytesOf('\n\n\n'),
  ]);
}
