import type {
  AmendmentPaper,
  DecreeGroup,
  DecreeIssuer,
  DecreeContent,
  WithdrawalPaper,
  RecognitionPaper,
} from './decree-paper.ts';
import { countTwice, decreeDate, dictumLabel, roman, withoutNik } from './decree-wording.ts';

export interface Dictum {
  label: string;
  text: string;
  /** Lettered points under the text. */
  points?: readonly string[];
}

/** A decree in words, before any layout; pages preview it and the PDF prints it, headings in capitals. */
export interface DecreeText {
  /** "Keputusan Kepala Dinas …" */
  title: string;
  about: string;
  /** Who decides, as it stands before the considerations and over the signature. */
  authority: string;
  considering: readonly string[];
  recalling: readonly string[];
  noting: readonly string[];
  establishes: string;
  dictums: readonly Dictum[];
}

/** The national rules a recognition stands on, as of 2026. A city puts its own regulations after them. */
export const nationalLaws: readonly string[] = [
  'Undang-Undang Nomor 20 Tahun 2008 tentang Usaha Mikro, Kecil, dan Menengah (Lembaran Negara Republik Indonesia Tahun 2008 Nomor 93, Tambahan Lembaran Negara Republik Indonesia Nomor 4866) sebagaimana telah diubah dengan Undang-Undang Nomor 6 Tahun 2023 tentang Penetapan Peraturan Pemerintah Pengganti Undang-Undang Nomor 2 Tahun 2022 tentang Cipta Kerja Menjadi Undang-Undang (Lembaran Negara Republik Indonesia Tahun 2023 Nomor 41, Tambahan Lembaran Negara Republik Indonesia Nomor 6856);',
  'Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah (Lembaran Negara Republik Indonesia Tahun 2014 Nomor 244, Tambahan Lembaran Negara Republik Indonesia Nomor 5587) sebagaimana telah beberapa kali diubah, terakhir dengan Undang-Undang Nomor 6 Tahun 2023;',
  'Undang-Undang Nomor 30 Tahun 2014 tentang Administrasi Pemerintahan (Lembaran Negara Republik Indonesia Tahun 2014 Nomor 292, Tambahan Lembaran Negara Republik Indonesia Nomor 5601);',
  'Undang-Undang Nomor 27 Tahun 2022 tentang Pelindungan Data Pribadi (Lembaran Negara Republik Indonesia Tahun 2022 Nomor 196, Tambahan Lembaran Negara Republik Indonesia Nomor 6820);',
  'Peraturan Pemerintah Nomor 7 Tahun 2021 tentang Kemudahan, Pelindungan, dan Pemberdayaan Koperasi dan Usaha Mikro, Kecil, dan Menengah (Lembaran Negara Republik Indonesia Tahun 2021 Nomor 17, Tambahan Lembaran Negara Republik Indonesia Nomor 6619);',
  'Peraturan Menteri Dalam Negeri Nomor 1 Tahun 2023 tentang Tata Naskah Dinas di Lingkungan Pemerintah Daerah;',
];

const msme = 'usaha mikro, kecil, dan menengah';

/** Composes the wording of a decree (domain.md §7.1, tata naskah dinas of Permendagri 1/2023). */
export function decreeText(paper: DecreeContent): DecreeText {
  const authority = authorityOf(paper.issuer);
  const about = aboutOf(paper);
  const body = bodyOf(paper);
  const recalling = paper.recalling ?? nationalLaws;
  return {
    title: `Keputusan ${authority}`,
    about,
    authority,
    considering: [
      ...body.considering,
      `bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam ${lettersUpTo(body.considering.length)}, perlu menetapkan Keputusan ${authority} tentang ${about};`,
    ],
    recalling: closeList(recalling),
    noting: closeList(paper.noting.map(withoutNik)),
    establishes: `Keputusan ${authority} tentang ${about}.`,
    dictums: body.dictums.map((dictum, index) => ({ ...dictum, label: dictumLabel(index) })),
  };
}

/** The decree's subject, as after TENTANG; stored with the decree and quoted by later ones. */
export function aboutOf(paper: DecreeContent): string {
  const { city } = paper.issuer;
  const year = paper.signedOn.slice(0, 4);
  if (paper.kind === 'recognition') {
    return `Pengukuhan Kelompok Usaha Mikro, Kecil, dan Menengah Binaan ${city} Tahun ${year}`;
  }
  if (paper.kind === 'amendment') {
    const again = paper.ordinal > 1 ? ` ${dictumLabel(paper.ordinal - 1)}` : '';
    return `Perubahan${again} atas Keputusan ${authorityOf(paper.issuer)} Nomor ${paper.amends.number} tentang ${paper.amends.about}`;
  }
  return `Pencabutan Pengukuhan Kelompok Usaha Mikro, Kecil, dan Menengah Binaan ${city}`;
}

function authorityOf(issuer: DecreeIssuer): string {
  return issuer.kind === 'mayor'
    ? `Wali ${issuer.city}`
    : `Kepala ${issuer.department} ${issuer.city}`;
}

function bodyOf(paper: DecreeContent): { considering: string[]; dictums: Omit<Dictum, 'label'>[] } {
  if (paper.kind === 'recognition') return recognition(paper);
  if (paper.kind === 'amendment') return amendment(paper);
  return withdrawal(paper);
}

function recognition(paper: RecognitionPaper) {
  const { city, department } = paper.issuer;
  const count = countTwice(paper.groups.length);
  const members = paper.groups.reduce((sum, group) => sum + group.members.length, 0);
  const annexes = annexRange(paper.groups.length);
  const until = paper.effectiveUntil
    ? ` sampai dengan tanggal ${decreeDate(paper.effectiveUntil)}`
    : '';
  return {
    considering: [
      `bahwa untuk meningkatkan pelindungan, mutu, dan daya saing pelaku ${msme} di ${city}, perlu pembinaan yang terarah dan berkelanjutan melalui kelompok;`,
      'bahwa kelompok sebagaimana tercantum dalam Lampiran Keputusan ini telah diusulkan, diperiksa kelengkapannya, dan diverifikasi sehingga memenuhi syarat untuk dikukuhkan;',
    ],
    dictums: [
      {
        text: `Mengukuhkan ${count} kelompok ${msme} binaan ${city} dengan jumlah anggota seluruhnya ${countTwice(members)} orang, sebagaimana tercantum dalam ${annexes} yang merupakan bagian tidak terpisahkan dari Keputusan ini.`,
      },
      {
        text: `Susunan pengurus dan anggota kelompok sebagaimana dimaksud dalam Diktum KESATU tercantum dalam ${annexes} Keputusan ini.`,
      },
      {
        text: 'Kelompok sebagaimana dimaksud dalam Diktum KESATU mempunyai tugas dan kewajiban:',
        points: [
          'menyelenggarakan pertemuan kelompok secara berkala dan mencatat kehadiran anggotanya;',
          'mengembangkan usaha anggota, menjaga mutu produk, dan melengkapi legalitas usaha;',
          'mengelola simpanan, pembiayaan, dan tanggung renteng secara jujur, terbuka, dan tercatat;',
          'menyampaikan keadaan yang sebenarnya kepada pendamping serta menindaklanjuti hasil pendampingan; dan',
          'melaporkan perubahan pengurus dan anggota paling lambat 30 (tiga puluh) hari sejak perubahan terjadi.',
        ],
      },
      {
        text: `Pembinaan dan pendampingan kelompok dilaksanakan oleh ${department} ${city} bersama Pusat Layanan Usaha Terpadu dan perangkat daerah terkait.`,
      },
      {
        text: `Segala biaya yang timbul akibat ditetapkannya Keputusan ini dibebankan pada Anggaran Pendapatan dan Belanja Daerah ${city} serta sumber lain yang sah dan tidak mengikat.`,
      },
      {
        text: `Keputusan ini mulai berlaku pada tanggal ${decreeDate(paper.effectiveFrom)}${until}, dengan ketentuan apabila di kemudian hari terdapat kekeliruan akan diadakan perbaikan sebagaimana mestinya.`,
      },
    ],
  };
}

function amendment(paper: AmendmentPaper) {
  const earlier = quoted(paper.issuer, paper.amends);
  const annexes = annexRange(paper.groups.length);
  return {
    considering: [
      `bahwa dengan ${earlier} telah dikukuhkan kelompok ${msme} binaan ${paper.issuer.city};`,
      'bahwa telah terjadi perubahan pada kelompok dimaksud sehingga Lampiran Keputusan sebagaimana dimaksud dalam huruf a perlu disesuaikan;',
    ],
    dictums: [
      {
        text: `Mengubah Lampiran ${earlier}, sehingga susunan pengurus dan anggota kelompok menjadi sebagaimana tercantum dalam ${annexes} yang merupakan bagian tidak terpisahkan dari Keputusan ini.`,
      },
      {
        text: 'Perubahan sebagaimana dimaksud dalam Diktum KESATU meliputi:',
        points: closeList(paper.changes.map(withoutNik)),
      },
      {
        text: `Ketentuan lain dalam ${earlier} yang tidak diubah dengan Keputusan ini dinyatakan tetap berlaku.`,
      },
      { text: `Keputusan ini mulai berlaku pada tanggal ${decreeDate(paper.effectiveFrom)}.` },
    ],
  };
}

function withdrawal(paper: WithdrawalPaper) {
  const earlier = quoted(paper.issuer, paper.ends);
  const list = closeList(
    paper.groups.map((group) =>
      withoutNik(
        `Kelompok ${group.name}, Kelurahan ${group.kelurahan}, Kecamatan ${group.kecamatan}`,
      ),
    ),
  );
  return {
    considering: [
      `bahwa dengan ${earlier} telah dikukuhkan kelompok ${msme} binaan ${paper.issuer.city};`,
      `bahwa ${withoutNik(paper.reason).replace(/[.;,\s]+$/u, '')};`,
    ],
    dictums: [
      {
        text: `Mencabut pengukuhan yang ditetapkan dengan ${earlier} bagi:`,
        points: list,
      },
      {
        text: 'Piagam pengukuhan dan kartu anggota kelompok sebagaimana dimaksud dalam Diktum KESATU dinyatakan tidak berlaku sejak tanggal Keputusan ini berlaku.',
      },
      {
        text: 'Keputusan ini tidak menghapus hak anggota atas simpanannya dan tidak menghapus kewajiban pembiayaan yang masih berjalan.',
      },
      { text: `Keputusan ini mulai berlaku pada tanggal ${decreeDate(paper.effectiveFrom)}.` },
    ],
  };
}

function quoted(
  issuer: DecreeIssuer,
  earlier: { number: string; about: string; signedOn: string },
): string {
  return `Keputusan ${authorityOf(issuer)} Nomor ${earlier.number} tentang ${earlier.about} tanggal ${decreeDate(earlier.signedOn)}`;
}

function annexRange(count: number): string {
  return count === 1 ? 'Lampiran' : `Lampiran I sampai dengan Lampiran ${roman(count)}`;
}

function lettersUpTo(count: number): string {
  const letters = Array.from(
    { length: count },
    (_, index) => `huruf ${String.fromCharCode(97 + index)}`,
  );
  return letters.length === 1
    ? (letters[0] ?? '')
    : `${letters.slice(0, -1).join(', ')} dan ${letters.at(-1)}`;
}

/** Ends every entry with a semicolon and the last with a full stop. */
function closeList(entries: readonly string[]): string[] {
  return entries.map((entry, index) => {
    const bare = entry.trim().replace(/(?:[;.,]|\s)+$/u, '');
    return index === entries.length - 1 ? `${bare}.` : `${bare};`;
  });
}

/** The officers of a group by role, for the head of its annex. */
export function officerOf(group: DecreeGroup, role: 'ketua' | 'sekretaris' | 'bendahara'): string {
  return group.members.find((member) => member.role === role)?.name ?? '—';
}
