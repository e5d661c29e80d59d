import type { Sector } from '#domains/registry/server/index.ts';

/** What a business makes or does, how such shops are called, and its KBLI 2020 code. */
export interface Trade {
  readonly product: string;
  readonly shop: string;
  /** Null where the common list has no code for it. */
  readonly kbli: string | null;
}

function trade(product: string, shop: string, kbli: string | null): Trade {
  return { product, shop, kbli };
}

/** Trades by sector, each with how common it is. */
export const trades: Readonly<Record<Sector, readonly (readonly [Trade, number])[]>> = {
  culinary: [
    [trade('Pempek', 'Pempek', '10750'), 14],
    [trade('Keripik pisang', 'Keripik', '10794'), 10],
    [trade('Tempoyak', 'Tempoyak', '10399'), 5],
    [trade('Kerupuk kemplang', 'Kemplang', '10794'), 9],
    [trade('Dodol nanas', 'Dodol', '10796'), 4],
    [trade('Kue basah', 'Kue', '10792'), 12],
    [trade('Nasi gemuk', 'Nasi Gemuk', '56102'), 11],
    [trade('Kopi bubuk liberika', 'Kopi', '10761'), 5],
    [trade('Roti dan bolu', 'Roti', '10710'), 7],
    [trade('Ikan salai', 'Ikan Salai', '10212'), 3],
    [trade('Bumbu masak', 'Bumbu', '10772'), 3],
    [trade('Lauk matang', 'Warung Makan', '56102'), 12],
    [trade('Minuman segar', 'Es', '56304'), 6],
    [trade('Tahu dan tempe', 'Tempe', '10391'), 3],
  ],
  fashion: [
    [trade('Batik Jambi', 'Batik', '13134'), 4],
    [trade('Jahitan pakaian', 'Penjahit', '14120'), 6],
    [trade('Hijab dan mukena', 'Hijab', '14111'), 5],
    [trade('Songket', 'Songket', '13122'), 2],
    [trade('Pakaian anak', 'Busana', '47711'), 4],
  ],
  automotive: [
    [trade('Bengkel sepeda motor', 'Bengkel', '45407'), 6],
    [trade('Tambal ban', 'Tambal Ban', '45407'), 3],
    [trade('Cuci kendaraan', 'Steam', null), 3],
  ],
  it: [
    [trade('Servis ponsel', 'Ponsel', null), 6],
    [trade('Percetakan digital', 'Cetak', '18111'), 3],
    [trade('Desain grafis', 'Desain', null), 2],
  ],
  agro: [
    [trade('Bibit tanaman', 'Bibit', null), 1],
    [trade('Sayur hidroponik', 'Hidroponik', null), 1],
  ],
  education: [[trade('Bimbingan belajar', 'Bimbel', null), 1]],
  other: [
    [trade('Barang harian', 'Toko', '47112'), 22],
    [trade('Sayur dan bumbu dapur', 'Warung Sayur', null), 9],
    [trade('Pulsa dan pembayaran', 'Kios', null), 8],
    [trade('Binatu', 'Laundry', '96200'), 6],
    [trade('Pangkas rambut', 'Pangkas', '96111'), 4],
    [trade('Salon dan rias pengantin', 'Salon', '96112'), 5],
    [trade('Gas dan air galon', 'Depot', null), 6],
    [trade('Anyaman resam', 'Anyaman', '16291'), 3],
    [trade('Mebel kayu', 'Mebel', '31001'), 3],
    [trade('Alat tulis dan fotokopi', 'Fotokopi', null), 3],
    [trade('Bunga dan tanaman hias', 'Taman', null), 2],
    [trade('Pakaian bekas layak', 'Preloved', null), 2],
  ],
};

/** The second word of a shop's name; `Bu`, `Ibu` and `Mak` are followed by its owner's. */
export const shopWords = [
  'Berkah',
  'Barokah',
  'Bu',
  'Mandiri',
  'Jaya',
  'Sejahtera',
  'Ibu',
  'Rezeki',
  'Mak',
  'Batanghari',
  'Angso Duo',
  'Sekojo',
] as const;
