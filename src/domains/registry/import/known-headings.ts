/** Takes a written list apart. */
function listOf(text: string): readonly string[] {
  return text.split('|').map((heading) => heading.trim());
}

/**
 * Headings that name a field word for word; among equally exact ones an earlier is the more telling. Shortened and
 * misspelt forms are not listed: `heading-words.ts` makes them these.
 */
export const knownHeadings = {
  name: listOf(`
    nama pemilik | nama pemilik kontak person | nama lengkap | nama pelaku usaha | nama anggota |
    nama peserta | nama pengusaha | nama penanggung jawab | nama pengurus | nama | pemilik |
    kontak person | owner name | owner | full name | name | contact person | person |
    nama pemilik usaha | nama wirausaha | nama umkm pemilik | pelaku usaha | nama responden |
    nama penerima | nama pedagang | nama owner | nama ketua | nama lengkap pemilik |
    nama lengkap sesuai ktp | nama sesuai ktp | nama warga | penanggung jawab | pengusaha |
    business owner | owner full name | proprietor | applicant name | participant name |
    contact name | first name`),
  nik: listOf(`
    nik | no nik | nomor nik | no ktp | nomor ktp | nik ktp | nomor induk kependudukan | ktp |
    no identitas | national id | id number | identity number | nomor induk kependudukan nik |
    no ktp nik | nik pemilik | no induk kependudukan | identity card number | citizen id |
    ktp number`),
  kk: listOf(`
    no kk | nomor kk | kk | nomor kartu keluarga | no kartu keluarga | family card number |
    no kk keluarga | kartu keluarga | family card | household card number`),
  sex: listOf(`
    jenis kelamin | jenis kelamin l p | jk | l p | kelamin | gender | sex |
    jenis kelamin pemilik | jenkel | jns kelamin | laki laki perempuan | p l | m f`),
  birthDate: listOf(`
    tanggal lahir | tgl lahir | tempat tanggal lahir | tempat tgl lahir | ttl | lahir |
    birth date | date of birth | dob | birthday | tempat dan tanggal lahir | tmpt tgl lahir |
    tanggal kelahiran | date birth`),
  phone: listOf(`
    no hp | nomor hp | hp | no hp wa | no telp | no telepon | nomor telepon | telepon | telp |
    telp fax | no wa | wa | whatsapp | nomor whatsapp | no handphone | handphone | kontak |
    no kontak | phone | phone number | mobile | mobile number | contact number | telephone |
    no hp pemilik | no telp hp | no telepon hp | nomor telepon hp | no hp aktif | no wa aktif |
    nomor kontak | telepon seluler | no seluler | cp | contact person phone | cell phone |
    cellphone | contact | contact no | phone no | whatsapp number | telp hp | hp wa | no telp wa`),
  address: listOf(`
    alamat | alamat lengkap | alamat usaha | alamat rumah | alamat domisili | alamat jalan |
    jalan | alamat ktp | domisili | address | street | street address | alamat tempat usaha |
    alamat tinggal | alamat tempat tinggal | alamat pemilik | alamat sekarang | lokasi usaha |
    lokasi | tempat tinggal | tempat usaha | business address | home address | location`),
  kelurahan: listOf(`
    kelurahan | kel | desa kelurahan | kelurahan desa | kel desa | desa | nama kelurahan |
    alamat kelurahan | ward | village | kelurahan usaha | kelurahan domisili |
    desa atau kelurahan | nama desa | nama desa kelurahan | nagari | gampong | kampung |
    urban village | sub district village`),
  kecamatan: listOf(`
    kecamatan | kec | nama kecamatan | alamat kecamatan | district | subdistrict |
    kecamatan usaha | kecamatan domisili | distrik | wilayah kecamatan | sub district |
    district name`),
  businessName: listOf(`
    nama usaha | nama perusahaan | nama umkm | nama ikm | nama toko | nama badan usaha |
    nama brand | merek usaha | nama warung | usaha | perusahaan | business name | business |
    company | company name | shop name | nama usaha pemilik | nama usaha umkm | merk usaha |
    merek dagang | brand | nama merek | nama merk | nama dagang | nama outlet | nama kios |
    nama rumah makan | nama industri | nama unit usaha | umkm | trade name | brand name |
    store name | enterprise name | name of business`),
  product: listOf(`
    nama produk | produk | jenis produk | produk utama | produk yang dihasilkan | hasil produksi |
    barang | product | products | main product | jenis produk usaha | nama produk jasa |
    produk jasa | produk unggulan | produk yang dijual | barang dagangan | jenis dagangan |
    jenis barang | dagangan | hasil produk | main products | goods | product service |
    product or service`),
  sector: listOf(`
    bidang usaha | jenis usaha | sektor | sektor usaha | komoditi | komoditas | kategori usaha |
    kategori | klaster | sector | business sector | category | line of business | bidang |
    jenis bidang usaha | sektor ekonomi | jenis komoditi | kelompok usaha jenis | golongan usaha |
    sub sektor | subsektor | jenis industri | type of business | business type |
    business category | industry | business line`),
  kbliCode: listOf(`
    kode kbli | nomor kbli | no kbli | kbli | kbli code | kbli 2020 | kbli 2025 | kbli 2017 |
    kode klasifikasi`),
  kbliTitle: listOf(`
    uraian kbli | nama kbli | judul kbli | deskripsi kbli | kbli | kbli title`),
  nib: listOf(`
    nib | no nib | nomor nib | nomor induk berusaha | business identification number | nib oss |
    nomor nib oss | no izin usaha nib | nib number | business id number`),
  turnover: listOf(`
    omzet | omset | omzet per bulan | omset per bulan | omzet bulanan | omzet per tahun |
    omzet tahunan | hasil penjualan | pendapatan | penghasilan | penjualan | nilai produksi |
    nilai produksi rp | turnover | revenue | sales | monthly sales | annual turnover |
    omzet rata rata | omzet per bulan rp | rata rata omzet | rata rata omzet per bulan |
    omzet setahun | hasil penjualan tahunan | penjualan per bulan | penghasilan per bulan |
    pendapatan per bulan | pendapatan usaha | monthly turnover | monthly revenue |
    annual revenue | annual sales | gross sales | income`),
  investment: listOf(`
    modal | modal usaha | nilai investasi | nilai investasi rp | investasi | aset | capital |
    assets | investment | modal awal | jumlah modal | nilai aset | total aset | kekayaan bersih |
    initial capital | total assets`),
  workersMale: listOf(`
    tenaga kerja l | tenaga kerja orang l | tenaga kerja laki laki | pekerja laki laki |
    male workers | karyawan laki laki | jumlah tenaga kerja laki laki | tenaga kerja pria`),
  workersFemale: listOf(`
    tenaga kerja p | tenaga kerja orang p | tenaga kerja perempuan | pekerja perempuan |
    female workers | karyawan perempuan | jumlah tenaga kerja perempuan | tenaga kerja wanita`),
  workers: listOf(`
    tenaga kerja | jumlah tenaga kerja | jumlah karyawan | karyawan | jumlah pekerja | workers |
    employees | tenaga kerja orang | jumlah tenaga kerja orang | jumlah pegawai | pegawai |
    total tenaga kerja | pekerja | number of employees | number of workers | no of employees |
    staff`),
  legalForm: listOf(`
    bentuk badan usaha | bentuk usaha | badan hukum | badan usaha | legal form`),
  groupName: listOf(`
    nama kelompok | kelompok | kelompok usaha | group | group name | nama kelompok usaha |
    nama kelompok binaan | poktan | kub`),
  email: listOf(`
    email | e mail | surel | alamat email | email address | alamat e mail | alamat surel`),
} as const;

/** Headings that say a row is a header although they map to nothing. */
export const otherHeaders: readonly string[] = listOf(`
    no | nomor | no urut | nomor urut | keterangan | ket | tahun data | tahun | iumk | pirt |
    p irt | halal | merek | hki | npwp | rt | rw | rt rw | l | p | jumlah | satuan |
    kapasitas produksi | tempat lahir | negara tujuan ekspor | pemasaran ekspor |
    nilai bb bp rp 000 | tahun dikeluarkan izin | pendidikan | agama | status | tanda tangan |
    ttd | id | number | notes | remarks | year | kota | provinsi | timestamp | cap waktu |
    kode pos | postal code | postcode | zip | latitude | longitude | lat | long | lng |
    koordinat | umur | usia | age | no npwp | no rekening | nama bank | foto | photo | link |
    url | website | instagram | facebook | media sosial | tanggal daftar | tanggal terbit |
    tanggal input | no urut pendaftaran | nama provinsi | kode provinsi | nama kabupaten kota |
    kode kabupaten kota | kode kecamatan | kode kelurahan | nama ibu kandung | city | province |
    country | status perkawinan | pekerjaan | pendidikan terakhir | kabupaten kota`);
