import { defineProblems } from '#platform/command/problem.ts';

export const savingsProblems = defineProblems('savings', {
  mayNotHold: {
    status: 422,
    say: (d: { name: string }) => ({
      id: `${d.name} tidak boleh menyimpan uang anggota; yang boleh hanya koperasi (UU 25/1992) dan LKM (UU 1/2013). Untuk pencairan, tawarkan lagi produknya tanpa simpanan wajib.`,
      en: `${d.name} may not hold members’ savings; only a cooperative (UU 25/1992) or a microfinance institution (UU 1/2013) may. For a disbursement, offer the product again without compulsory savings.`,
    }),
  },
  shuNotDecided: {
    status: 409,
    say: (d: { year: number }) => ({
      id: `SHU tahun ${d.year} belum dibagi menurut bagian-bagiannya. Bagi dulu di halaman SHU, lalu bagi ke anggota.`,
      en: `The SHU of ${d.year} has not been divided by its parts. Divide it on the SHU page first, then among the members.`,
    }),
  },
  noMemberParts: {
    status: 409,
    say: (d: { year: number }) => ({
      id: `Aturan SHU tahun ${d.year} tidak menyebut bagian yang dibagi ke anggota. Tandai bagiannya di aturan tahun berikutnya.`,
      en: `The SHU rule of ${d.year} names no part that is divided among members. Mark it in the rule of the next year.`,
    }),
  },
  shuShared: {
    status: 409,
    say: (d: { year: number }) => ({
      id: `SHU tahun ${d.year} sudah dibagi ke anggota. Unduh daftarnya di halaman SHU.`,
      en: `The SHU of ${d.year} was divided among the members already. Download the list on the SHU page.`,
    }),
  },
  shuNotPayable: {
    status: 409,
    say: (d: { year: number }) => ({
      id: `SHU tahun ${d.year} tidak disimpan untuk diambil anggota: belum dibagi, atau sudah masuk tabungan. Lihat halaman SHU tahun itu.`,
      en: `The SHU of ${d.year} is not kept for members to fetch: it is not divided yet, or went onto their savings. See that year’s SHU page.`,
    }),
  },
  noShare: {
    status: 404,
    field: 'personId',
    say: (d: { year: number }) => ({
      id: `Orang ini tidak punya bagian SHU tahun ${d.year}. Pilih anggota dari daftar.`,
      en: `This person has no share of the SHU of ${d.year}. Choose a member from the list.`,
    }),
  },
  shuFetched: {
    status: 409,
    say: (d: { name: string; year: number }) => ({
      id: `SHU tahun ${d.year} milik ${d.name} sudah diambil. Muat ulang halaman SHU untuk melihat tanggalnya.`,
      en: `${d.name} has fetched her SHU of ${d.year} already. Reload the SHU page to see the day.`,
    }),
  },
  nobodyToShare: {
    status: 409,
    say: (d: { part: string; year: number }) => ({
      id: `Tidak ada anggota yang berhak atas bagian "${d.part}" tahun ${d.year}: tidak ada simpanan atau jasa yang tercatat.`,
      en: `No member has a claim to the part "${d.part}" of ${d.year}: no savings or interest are on record.`,
    }),
  },
});
