import { describe, expect, it } from 'vitest';
import { readPdfText } from '#test/read-pdf-text.ts';
import type { DecreeGroup, DecreeMember, RecognitionPaper } from '../../decree-paper.ts';
import { printDecree } from './decree.ts';

describe('a decree on paper', () => {
  it('gives every group its own annex and repeats the table heading on every page', async () => {
    const pages = await pagesOf({
      groups: [group('Melati 2', 40), group('Mawar', 12), group('Anggrek', 38)],
    });
    const annexes = pages.filter((page) => /^LAMPIRAN/mu.test(page));
    expect(annexes.map((page) => /^LAMPIRAN \w+/mu.exec(page)?.[0])).toEqual([
      'LAMPIRAN I',
      'LAMPIRAN II',
      'LAMPIRAN III',
    ]);
    const withMembers = pages.filter((page) => /^\d+\tAnggota \d+/mu.test(page));
    expect(withMembers.length).toBeGreaterThanOrEqual(5);
    for (const page of withMembers) expect(page).toContain('No.\tNama\tJabatan\tNama usaha');
    const first = pages.slice(pages.indexOf(annexes[0] ?? ''), pages.indexOf(annexes[1] ?? ''));
    expect(first.join('\n').match(/^\d+\tAnggota \d+/gmu)).toHaveLength(40);
  });

  it('says in order what a decree must say', async () => {
    const text = (await pagesOf({})).join('\n');
    const parts = [
      'PEMERINTAH KOTA JAMBI',
      'NOMOR 188.4/012/DTKKUKM/2026',
      'TENTANG',
      'Menimbang',
      'Mengingat',
      'Memperhatikan',
      'MEMUTUSKAN:',
      'Menetapkan',
      'KESATU',
      'KEDUA',
      'KETIGA',
      'KEEMPAT',
      'KELIMA',
      'KEENAM',
      'Ditetapkan di Jambi',
      'Dra. Ratna Kumala',
      'NIP 19700101 199503 2 001',
      'Tembusan',
      'LAMPIRAN',
    ];
    expect(parts.map((part) => text.indexOf(part))).toEqual(
      parts.map((part) => text.indexOf(part)).toSorted((a, b) => a - b),
    );
    expect(parts.filter((part) => !text.includes(part))).toEqual([]);
  });

  it('prints no 16-digit number, even one typed into a name', async () => {
    const members = [
      'Rina 1571024105900001',
      'Wati 1571 0241 0590 0001',
      'Ani 1571.0241.0590.0001',
    ];
    const one = group(
      'Kelompok 1571024105900001',
      0,
      members.map((name) => member({ name })),
    );
    const text = (await pagesOf({ groups: [one] })).join('\n');
    expect(text).toContain('Rina …');
    expect(text.replaceAll(/[\s.]/gu, '')).not.toContain('1571024105900001');
    expect(text).not.toMatch(/\d{16}/u);
  });

  it('prints quotes, accents and Arabic, and leaves pictures and control marks out', async () => {
    const names = ['Bu O’Neil; --', 'Zoë Čapek 🌸', 'عائشة', 'Ni\u202Eta\u0007'];
    const text = (
      await pagesOf({
        groups: [
          group(
            'Melati',
            0,
            names.map((name) => member({ name })),
          ),
        ],
      })
    ).join('\n');
    expect(text).toContain('Bu O’Neil; --');
    expect(text).toContain('Zoë Čapek');
    expect(text).toContain('Nita');
    expect(text).not.toMatch(/\u25A1|🌸|\u202E/u);
  });

  it('gives the same bytes for the same decree', async () => {
    const [first, second] = [await printDecree(paper({})), await printDecree(paper({}))];
    expect(Buffer.compare(first, second)).toBe(0);
  });

  it('amends and withdraws by naming the decree it changes', async () => {
    const { groups, effectiveFrom } = paper({});
    const earlier = {
      number: '188.4/001/2025',
      signedOn: '2025-04-23',
      about: 'Pengukuhan Kelompok Tahun 2025',
    };
    const amended = readPdfText(
      await printDecree({
        ...common(),
        kind: 'amendment',
        amends: earlier,
        ordinal: 2,
        groups,
        effectiveFrom,
        changes: ['menambah anggota atas nama Siti'],
      }),
    )
      .join('\n')
      .replaceAll('\n', ' ');
    expect(amended).toContain('PERUBAHAN KEDUA ATAS KEPUTUSAN KEPALA DINAS');
    expect(amended).toContain('menambah anggota atas nama Siti.');
    const withdrawn = readPdfText(
      await printDecree({
        ...common(),
        kind: 'withdrawal',
        ends: earlier,
        groups,
        effectiveFrom,
        reason: 'kelompok membubarkan diri',
      }),
    )
      .join('\n')
      .replaceAll('\n', ' ');
    expect(withdrawn).toContain('PENCABUTAN PENGUKUHAN');
    expect(withdrawn).toContain('188.4/001/2025');
    expect(withdrawn).not.toContain('LAMPIRAN I');
  });
});

async function pagesOf(change: Partial<RecognitionPaper>): Promise<string[]> {
  return readPdfText(await printDecree(paper(change)));
}

function common() {
  const { number, signedOn, issuer, signatory, noting, copies, verifyUrl } = paper({});
  return { number, signedOn, issuer, signatory, noting, copies, verifyUrl };
}

function paper(change: Partial<RecognitionPaper>): RecognitionPaper & { verifyUrl: string } {
  return {
    kind: 'recognition',
    number: '188.4/012/DTKKUKM/2026',
    signedOn: '2026-04-23',
    issuer: {
      kind: 'department',
      city: 'Kota Jambi',
      seat: 'Jambi',
      department: 'Dinas Tenaga Kerja, Koperasi, Usaha Kecil dan Menengah',
      addressLines: ['Jalan Contoh 1, Jambi'],
    },
    signatory: { name: 'Dra. Ratna Kumala', rank: 'Pembina (IV/a)', nip: '197001011995032001' },
    noting: ['Berita Acara Verifikasi tanggal 11 Februari 2026'],
    copies: ['Wali Kota Jambi'],
    verifyUrl: 'https://example.go.id/k/abc',
    groups: [group('Melati 2', 8)],
    effectiveFrom: '2026-04-23',
    effectiveUntil: '2029-04-22',
    ...change,
  };
}

function group(name: string, count: number, members?: DecreeMember[]): DecreeGroup {
  const made = Array.from({ length: count }, (_, index) =>
    member({ name: `Anggota ${index + 1}` }),
  );
  return {
    name,
    kelurahan: 'Legok',
    kecamatan: 'Danau Sipin',
    sector: 'Kuliner',
    members: members ?? made,
  };
}

function member(change: Partial<DecreeMember>): DecreeMember {
  return {
    name: 'Siti',
    role: 'anggota',
    business: 'Dapur',
    product: 'Keripik',
    nib: '9120101234567',
    ...change,
  };
}
