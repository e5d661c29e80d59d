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
      id: 'Ada orang yang bukan anggota kelompok ini. Muat ulang; isian Anda tetap ada.',
      en: 'Somebody on the sheet is not a member of this group. Reload; what you entered is kept.',
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
