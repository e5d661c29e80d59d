import { formatRupiah } from '#kernel/money.ts';
import type { Rupiah } from '#kernel/money.ts';
import { defineProblems } from '#platform/command/problem.ts';

const rp = (amount: Rupiah) => ({ id: formatRupiah(amount, 'id'), en: formatRupiah(amount, 'en') });

/** Why a sheet cannot be closed; said on the phone before it is sent, and by the server if it is sent all the same. */
export const sheetProblems = defineProblems('mentoring', {
  memberTwice: {
    status: 422,
    field: 'lines',
    say: (d: { name: string }) => ({
      id: `${d.name} tercatat dua kali. Muat ulang lembar pertemuan.`,
      en: `${d.name} is on the sheet twice. Reload the meeting’s sheet.`,
    }),
  },
  notInGroup: {
    status: 422,
    field: 'lines',
    say: () => ({
      id: 'Ada orang yang bukan anggota kelompok ini pada hari pertemuannya. Perbarui data lalu periksa lembarnya; isian Anda tetap ada.',
      en: 'Somebody on the sheet was not a member of this group on the day of the meeting. Refresh the data and check the sheet; what you entered is kept.',
    }),
  },
  memberLeftOut: {
    status: 409,
    field: 'lines',
    say: (d: { name: string }) => ({
      id: `${d.name} belum ada di lembar ini. Muat ulang; isian Anda tetap ada.`,
      en: `${d.name} is missing from this sheet. Reload; what you entered is kept.`,
    }),
  },
  repaymentTooLarge: {
    status: 422,
    field: 'lines',
    say: (d: { name: string; payoff: Rupiah }) => ({
      id: `Setoran ${d.name} melebihi sisa utangnya, ${rp(d.payoff).id}. Kurangi, atau catat kelebihannya sebagai tabungan.`,
      en: `${d.name}’s payment is more than she owes, ${rp(d.payoff).en}. Lower it, or enter the rest as savings.`,
    }),
  },
  partsDoNotFit: {
    status: 422,
    field: 'lines',
    say: (d: { name: string }) => ({
      id: `Pembagian setoran ${d.name} kepada lembaganya tidak cocok dengan jumlahnya atau pinjamannya. Buka barisnya lalu isi lagi untuk tiap lembaga.`,
      en: `What ${d.name} pays each lender does not come to her payment, or is for a lender she does not owe. Open her line and enter it again for each lender.`,
    }),
  },
  nowhereToSave: {
    status: 422,
    field: 'lines',
    say: (d: { name: string }) => ({
      id: `Tabungan ${d.name} tidak bisa diterima di sini: yang boleh menyimpan uang anggota hanya koperasi dan LKM, dan kelompok ini tidak punya yang bukunya dikelola di sini. Kosongkan tabungannya dan kembalikan uangnya.`,
      en: `${d.name}’s savings cannot be taken here: only a cooperative or a microfinance institution may hold members’ money, and this group has none whose books are kept here. Clear her savings and give the money back.`,
    }),
  },
  coversHerself: {
    status: 422,
    field: 'covers',
    say: (d: { name: string }) => ({
      id: `${d.name} tidak bisa menanggung dirinya sendiri. Catat sebagai setorannya.`,
      en: `${d.name} cannot cover herself. Enter it as her own payment.`,
    }),
  },
  coverByStranger: {
    status: 422,
    field: 'covers',
    say: (d: { name: string }) => ({
      id: `Yang menanggung ${d.name} harus anggota tanggung renteng yang sama. Pilih temannya dari daftar.`,
      en: `Whoever covers ${d.name} must share joint liability with her. Choose from the list.`,
    }),
  },
  coverTooLarge: {
    status: 422,
    field: 'covers',
    say: (d: { name: string; shortfall: Rupiah }) => ({
      id: `${d.name} hanya kurang ${rp(d.shortfall).id}. Kurangi jumlah yang ditanggung.`,
      en: `${d.name} is only ${rp(d.shortfall).en} short. Lower what is covered.`,
    }),
  },
  coverNotAgreed: {
    status: 422,
    field: 'coversAgreed',
    say: () => ({
      id: 'Tanggung renteng perlu persetujuan kelompok. Bacakan pembagiannya, lalu centang "Disetujui kelompok".',
      en: 'Joint liability needs the group’s consent. Read the split out, then tick "Agreed by the group".',
    }),
  },
  claimTwice: {
    status: 422,
    field: 'claims',
    say: (d: { name: string }) => ({
      id: `Pengembalian ${d.name} kepada temannya tercatat dua kali. Gabungkan menjadi satu jumlah.`,
      en: `What ${d.name} pays back to her friends is entered twice. Make it one amount.`,
    }),
  },
  claimTooLarge: {
    status: 422,
    field: 'claims',
    say: (d: { name: string; owed: Rupiah }) => ({
      id: `Utang ${d.name} kepada temannya tinggal ${rp(d.owed).id}. Kurangi jumlah yang dikembalikan.`,
      en: `${d.name} owes her friends only ${rp(d.owed).en}. Lower what she pays back.`,
    }),
  },
  claimBeforeCover: {
    status: 422,
    field: 'claims',
    say: (d: { name: string }) => ({
      id: `Angsuran ${d.name} baru ditanggung sesudah pertemuan ini. Catat pengembaliannya pada pertemuan berikutnya.`,
      en: `${d.name} was covered only after this meeting. Enter what she pays back at the next one.`,
    }),
  },
  applicationTwice: {
    status: 422,
    field: 'applications',
    say: (d: { name: string }) => ({
      id: `Pengajuan ${d.name} tercatat dua kali. Sisakan satu.`,
      en: `What ${d.name} asks for is entered twice. Keep one.`,
    }),
  },
  receiptTwice: {
    status: 422,
    field: 'receipts',
    say: () => ({
      id: 'Ada kuitansi yang dibuat dua kali di HP ini. Buka lagi lembarnya lalu simpan; kuitansi baru dibuatkan.',
      en: 'A receipt was made twice on this phone. Open the sheet again and save; new receipts are made.',
    }),
  },
  receiptsDoNotFit: {
    status: 422,
    field: 'receipts',
    say: () => ({
      id: 'Kuitansi di HP tidak cocok dengan setorannya: satu untuk setiap orang yang menyerahkan uang. Buka lagi lembarnya lalu simpan; kuitansi baru dibuatkan.',
      en: 'The receipts on the phone do not fit the payments: one for each person who handed money over. Open the sheet again and save; new receipts are made.',
    }),
  },
  countDiffers: {
    status: 422,
    field: 'count',
    say: (d: { sheet: Rupiah; counted: Rupiah }) => {
      const short = d.counted < d.sheet;
      const gap = rp(short ? d.sheet - d.counted : d.counted - d.sheet);
      return {
        id: `Hitungan uang ${rp(d.counted).id}, catatan ${rp(d.sheet).id}: ${short ? 'kurang' : 'lebih'} ${gap.id}. Hitung lagi, atau perbaiki catatan.`,
        en: `The cash comes to ${rp(d.counted).en}, the sheet to ${rp(d.sheet).en}: ${gap.en} ${short ? 'short' : 'too much'}. Count again, or correct the sheet.`,
      };
    },
  },
});
