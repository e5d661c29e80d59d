import type { Random } from './random.ts';

// First and second names as heard in Jambi: Malay, Javanese, Minang, Palembang, Batak, Bugis. Put together at random,
// they name nobody.
const women = [
  'Siti', 'Nur', 'Sri', 'Dewi', 'Rina', 'Yulia', 'Fitri', 'Ratna', 'Wati', 'Lestari', 'Asmawati', 'Rosmala', 'Zubaidah', 'Halimah',
  'Maimunah', 'Rohani', 'Rusmini', 'Suryani', 'Hartati', 'Marlina', 'Nurhayati', 'Nurjanah', 'Kartini', 'Sumiati', 'Sulastri',
  'Erna', 'Elvira', 'Desi', 'Mira', 'Novita', 'Indah', 'Susi', 'Yanti', 'Emilia', 'Fatimah', 'Khadijah', 'Aminah', 'Zahara',
  'Masnah', 'Jamilah', 'Ropiah', 'Saodah', 'Raudah', 'Hasnah', 'Mariani', 'Murni', 'Eliza', 'Yusnidar', 'Syamsiah', 'Darmawati',
  'Tuti', 'Endang', 'Partini', 'Wahyuni', 'Puspita', 'Anita', 'Melati', 'Intan', 'Mutiara', 'Cahaya',
] as const;
const men = [
  'Ahmad', 'Muhammad', 'Abdul', 'Hasan', 'Husin', 'Ibrahim', 'Ismail', 'Yusuf', 'Zainal', 'Zulkifli', 'Syafri', 'Syahrul', 'Amrizal',
  'Hendri', 'Herman', 'Budi', 'Agus', 'Slamet', 'Sugeng', 'Joko', 'Suparman', 'Rahmat', 'Rudi', 'Andi', 'Dedi', 'Eko', 'Fauzi',
  'Firdaus', 'Hamdani', 'Iskandar', 'Junaidi', 'Kamaludin', 'Mahmud', 'Mukhtar', 'Nasrul', 'Rizal', 'Saiful', 'Taufik', 'Usman', 'Yanto',
] as const;
const womenSecond = [
  'Aisyah', 'Rahayu', 'Handayani', 'Anggraini', 'Kusuma', 'Rahmawati', 'Susanti', 'Safitri', 'Wulandari', 'Oktavia', 'Hasanah', 'Khairani',
  'Azizah', 'Marbun', 'Sitorus', 'Lubis', 'Nasution', 'Melayu', 'Utami', 'Purwanti', 'Yuliani', 'Hidayah', 'Sari', 'Ningsih', 'Astuti',
  'Permata', 'Maharani', 'Widya', 'Novianti', 'Damayanti', 'Fadilah', 'Apriani', 'Septiani', 'Zahra', 'Hartini',
] as const;
const menSecond = [
  'Hidayat', 'Saputra', 'Setiawan', 'Santoso', 'Wijaya', 'Gunawan', 'Pratama', 'Ramadhan', 'Siregar', 'Harahap', 'Lubis', 'Nasution',
  'Simanjuntak', 'Effendi', 'Usman', 'Yakub', 'Arifin', 'Maulana', 'Hakim', 'Rasyid', 'Nugroho', 'Susanto', 'Kurniawan', 'Firmansyah', 'Putra',
] as const;
const womenTitles = [['', 88], ['Hj. ', 12]] as const;
const menTitles = [['', 93], ['H. ', 7]] as const;

export type Sex = 'female' | 'male';

/** A name for a woman or a man: mostly two words, sometimes one or three, sometimes with a title. */
export function personName(random: Random, sex: Sex): string {
  const first = sex === 'female' ? women : men;
  const second = sex === 'female' ? womenSecond : menSecond;
  const title = random.weighted<string>(sex === 'female' ? womenTitles : menTitles);
  const words = random.weighted([[1, 9], [2, 72], [3, 19]]);
  const name: string[] = [random.pick<string>(first)];
  if (words === 3) name.push(random.pick<string>(first.filter((word) => word !== name[0])));
  if (words > 1) name.push(random.pick<string>(second));
  return title + name.join(' ');
}

/** The word people call her by, as it stands in a shop's name. */
export function callName(name: string): string {
  const words = name.replace(/^(Hj?\.) /, '').split(' ');
  return words[0] ?? name;
}

const streets = [
  'Sultan Thaha', 'Sumatera', 'Hayam Wuruk', 'Gajah Mada', 'Kapten Pattimura', 'Slamet Riyadi', 'Sultan Agung', 'Urip Sumoharjo',
  'HOS Cokroaminoto', 'Yunus Sanis', 'Lingkar Barat', 'Lingkar Selatan', 'Sersan Anwar Bay', 'Raden Mattaher', 'KH Ismail Malik',
  'Prof. M. Yamin', 'Sri Soedewi', 'Danau Sipin', 'Kol. Abunjani', 'Letjen Suprapto', 'Ir. Juanda', 'Pangeran Hidayat',
] as const;

/** Street, house and neighbourhood units, as addresses stand on an ID card. */
export function address(random: Random): string {
  const unit = (bound: number) => String(random.between(1, bound)).padStart(2, '0');
  return `Jl. ${random.pick(streets)} No. ${random.between(1, 180)} RT ${unit(45)} RW ${unit(9)}`;
}
