// What the demo's members learn: sessions as an education officer of a cooperative announces them, placed around the first start.

/** When it begins, seen from the day of the first start, in the cooperative's zone; or, for what runs now, minutes ago. */
export type DemoMoment = { readonly days: number; readonly at: string } | { readonly minutesAgo: number };

export interface DemoSession {
  readonly key: string;
  readonly title: string;
  readonly topic: string;
  readonly description: string;
  readonly begins: DemoMoment;
  readonly minutes: number;
  readonly capacity: number | null;
  /** Members who ask for a seat; with fewer seats than that, the rest wait. */
  readonly registrants: number;
  readonly isDraft?: boolean;
  /** Of those with a seat, how many in a hundred come; the rest registered and stayed away. Past and live sessions only. */
  readonly turnout?: number;
  /** What was said in the room, if it is to be read again: who (h the host, a number the n-th registrant) and what. */
  readonly chat?: readonly (readonly [who: 'h' | number, text: string])[];
}

export const KARYA_SENTOSA_SESSIONS: readonly DemoSession[] = [
  {
    key: 'anggaran',
    title: 'Anggaran keluarga: gaji cukup sampai akhir bulan',
    topic: 'Anggaran keluarga',
    begins: { days: -42, at: '19:00' },
    minutes: 90,
    capacity: null,
    registrants: 90,
    turnout: 82,
    description: `Gaji masuk tanggal 25, tanggal 10 sudah menipis? Anda tidak sendirian. Dalam sesi ini kita menyusun anggaran bulanan yang bisa dijalankan, bukan yang hanya bagus di atas kertas.

**Yang Anda pelajari**

- mencatat pengeluaran tujuh hari tanpa aplikasi rumit;
- membagi penghasilan: kebutuhan, cicilan, tabungan, dan sosial (arisan, kondangan, kiriman orang tua);
- menemukan “bocor halus”: ongkos kirim, langganan, dan jajan;
- memakai potongan koperasi supaya menabung terjadi lebih dulu, bukan dari sisa.

Siapkan slip gaji terakhir dan kertas. Angka Anda tidak perlu dibagikan kepada siapa pun.`,
  },
  {
    key: 'dana-darurat',
    title: 'Dana darurat: berapa, disimpan di mana, kapan dipakai',
    topic: 'Dana darurat',
    begins: { days: -28, at: '19:00' },
    minutes: 75,
    capacity: 200,
    registrants: 80,
    turnout: 78,
    description: `Motor rusak, anak sakit, kontrak kerja tidak diperpanjang. Dana darurat membuat kejadian seperti itu tidak berubah menjadi utang.

**Bahasan**

1. Tiga, enam, atau dua belas bulan pengeluaran? Hitungan untuk lajang, keluarga muda, dan yang menanggung orang tua.
2. Tempat menyimpan: simpanan sukarela koperasi, tabungan terpisah, deposito jangka pendek. Apa bedanya bila dibutuhkan malam ini?
3. Aturan memakai dan mengisi kembali, supaya dana darurat tidak menjadi dana liburan.

Di akhir sesi setiap peserta punya satu angka target dan satu tanggal mulai.`,
  },
  {
    key: 'pinjol',
    title: 'Waspada pinjaman online ilegal',
    topic: 'Pinjaman dan utang',
    begins: { days: -14, at: '19:30' },
    minutes: 90,
    capacity: null,
    registrants: 120,
    turnout: 85,
    description: `Pinjaman cair lima menit, tagihan datang lewat grup WhatsApp kantor. Sesi ini membahas cara mengenali pinjaman online ilegal dan jalan keluar bila sudah terlanjur.

**Yang dibahas**

- memeriksa izin penyelenggara di OJK lewat telepon 157 sebelum mengunduh aplikasi apa pun;
- membaca bunga harian menjadi bunga setahun: 0,8 % sehari itu berapa?
- izin akses kontak dan galeri: mengapa penyelenggara berizin tidak memintanya;
- bila ditagih dengan ancaman: bukti apa yang disimpan, ke mana melapor;
- pinjaman koperasi sebagai pembanding: syarat, jasa, dan tenor.

Pertanyaan boleh disampaikan tanpa nama. Tidak ada yang dihakimi di ruang ini.`,
    chat: [
      [
        'h',
        'Selamat malam, Bapak dan Ibu. Kita mulai tepat 19.30 WIB, sambil menunggu silakan sapa rekan dari unit lain.',
      ],
      [0, 'Selamat malam dari Cikarang 🙏'],
      [1, 'Hadir, dari Makassar. Di sini sudah 20.30 WITA.'],
      [2, 'Malam semuanya, Jayapura hadir. Sinyal agak putus-putus, semoga aman.'],
      ['h', 'Terima kasih. Bila terputus, cukup buka lagi halamannya; pesan yang terlewat akan muncul.'],
      [3, 'Bu, kalau aplikasinya ada di Play Store apakah pasti legal?'],
      ['h', 'Belum tentu. Periksa namanya di daftar penyelenggara berizin OJK, bukan di toko aplikasi.'],
      [4, 'Bunga 0,8 % per hari itu setahun 292 % ya? Baru terasa setelah dihitung.'],
      ['h', 'Betul, belum termasuk biaya layanan yang dipotong di depan.'],
      [5, 'Teman saya ditagih sampai ke grup RT. Apa yang harus dilakukan dulu?'],
      [
        'h',
        'Simpan tangkapan layar, jangan hapus percakapan, lalu laporkan ke OJK 157 dan polisi. Kita bahas langkahnya setelah ini.',
      ],
      [6, 'Pinjaman koperasi kita jasanya berapa sebulan, Bu?'],
      ['h', '1 % menurun. Simulasinya saya tampilkan di layar sekarang.'],
      [7, 'Terima kasih, materinya jelas sekali.'],
      [1, 'Mohon dibagikan daftar nomor pengaduannya ya, Bu.'],
      ['h', 'Sudah ada di halaman sesi. Terima kasih sudah hadir, sampai jumpa di sesi asuransi.'],
    ],
  },
  {
    key: 'asuransi',
    title: 'Asuransi tanpa bingung: BPJS, jiwa, dan kendaraan',
    topic: 'Asuransi',
    begins: { days: -6, at: '19:00' },
    minutes: 75,
    capacity: 150,
    registrants: 70,
    turnout: 74,
    description: `Polis tebal, istilah asing, dan penjual yang terburu-buru. Kita baca bersama hal-hal yang menentukan apakah sebuah perlindungan berguna untuk keluarga Anda.

**Isi sesi**

- apa yang sudah dijamin BPJS Kesehatan dan BPJS Ketenagakerjaan dari perusahaan;
- siapa yang butuh asuransi jiwa, dan mengapa unit link sering bukan jawabannya;
- pengecualian, masa tunggu, dan klaim yang ditolak: contoh nyata;
- daftar periksa sebelum menandatangani polis.`,
  },
  {
    key: 'reksa-dana',
    title: 'Investasi reksa dana untuk pemula',
    topic: 'Investasi',
    begins: { minutesAgo: 20 },
    minutes: 90,
    capacity: null,
    registrants: 120,
    turnout: 40,
    description: `Mulai dari Rp10.000 memang bisa, tetapi mulai dari mana? Sesi ini untuk Anda yang dana daruratnya sudah terisi dan ingin uangnya bekerja.

**Urutan belajar**

1. Pasar uang, pendapatan tetap, campuran, saham: apa isinya, siapa yang cocok.
2. Membaca *fund fact sheet* dalam lima menit: biaya, isi, dan penurunan terdalam.
3. Tujuan dan jangka waktu lebih dulu, produk belakangan.
4. Ciri investasi bodong: hasil tetap, dijamin, dan harus cepat.

Sesi ini mendidik, tidak menjual. Tidak ada produk yang ditawarkan.`,
    chat: [
      ['h', 'Selamat datang. Kita mulai dengan pertanyaan: uang ini akan dipakai kapan?'],
      [0, 'Untuk sekolah anak, masih 9 tahun lagi.'],
      [1, 'Saya 2 tahun lagi, untuk uang muka rumah.'],
      ['h', 'Dua jawaban, dua produk yang berbeda. Kita lihat mengapa.'],
    ],
  },
  {
    key: 'menabung',
    title: 'Menabung dengan tujuan, dari sepeda sampai haji',
    topic: 'Menabung',
    begins: { days: 1, at: '19:00' },
    minutes: 60,
    capacity: null,
    registrants: 45,
    description: `Menabung “kalau ada sisa” jarang berhasil. Kita ganti dengan tujuan, tanggal, dan potongan otomatis.

- tiga tujuan Anda: tahun ini, lima tahun, dan seumur hidup;
- menghitung setoran bulanan dengan harga yang naik;
- simpanan berjangka koperasi, tabungan haji, tabungan emas: kapan memakai yang mana;
- menabung bersama pasangan dan melibatkan anak.

Bawa satu tujuan yang paling ingin Anda capai.`,
  },
  {
    key: 'pensiun',
    title: 'Pensiun tanpa cemas: lokakarya perencanaan hari tua',
    topic: 'Pensiun',
    begins: { days: 3, at: '09:00' },
    minutes: 150,
    capacity: 30,
    registrants: 43,
    description: `Lokakarya kecil untuk anggota yang pensiun dalam sepuluh tahun ke depan. Tempat dibatasi 30 orang supaya setiap peserta sempat menghitung rencananya bersama pendamping.

**Hasil akhir:** selembar rencana berisi kebutuhan bulanan setelah pensiun, sumbernya (JHT, JP, DPLK, simpanan koperasi, usaha), kekurangannya, dan langkah tahun ini.

Bila penuh, silakan masuk daftar tunggu: begitu ada tempat, Anda langsung mendapatkannya dan diberi tahu. Bila berhalangan, mohon batalkan supaya rekan lain bisa ikut.`,
  },
  {
    key: 'shu-rat',
    title: 'Membaca SHU dan siap bersuara di RAT',
    topic: 'Koperasi dan RAT',
    begins: { days: 8, at: '19:00' },
    minutes: 90,
    capacity: 500,
    registrants: 40,
    description: `Rapat Anggota Tahunan adalah tempat pemilik mengambil keputusan, dan pemiliknya adalah Anda. Sesi ini menyiapkan anggota supaya hadir dengan pertanyaan yang baik.

- neraca dan laporan perhitungan hasil usaha dalam bahasa sehari-hari;
- dari mana SHU Anda: jasa modal dan jasa anggota, dengan contoh hitungan;
- hak dan kewajiban anggota menurut undang-undang dan anggaran dasar;
- cara mengajukan pertanyaan dan usul dalam RAT.`,
  },
  {
    key: 'kpr',
    title: 'Rumah pertama: KPR, cicilan, dan biaya yang sering terlupa',
    topic: 'Pinjaman dan utang',
    begins: { days: 15, at: '19:00' },
    minutes: 90,
    capacity: 300,
    registrants: 25,
    description: `Cicilan yang kelihatan ringan di tahun kedua bisa melompat di tahun keempat. Kita hitung KPR sampai lunas sebelum menandatangani apa pun.

- uang muka, provisi, BPHTB, notaris: berapa yang harus tersedia tunai;
- bunga tetap, mengambang, dan akad syariah;
- batas aman cicilan dari penghasilan, termasuk potongan koperasi;
- rumah subsidi: syarat dan jebakannya.`,
  },
  {
    key: 'pajak',
    title: 'Lapor SPT tahunan dalam satu malam',
    topic: 'Pajak',
    begins: { days: 30, at: '19:00' },
    minutes: 75,
    capacity: null,
    registrants: 0,
    isDraft: true,
    description: `_Rancangan: narasumber belum dipastikan._

Mengisi SPT 1770 S dan 1770 SS bersama-sama: bukti potong, penghasilan lain, harta dan utang, sampai bukti lapor terkirim.`,
  },
];

export const NGUDI_KAWRUH_SESSIONS: readonly DemoSession[] = [
  {
    key: 'laporan-keuangan',
    title: 'Laporan keuangan koperasi untuk bukan akuntan',
    topic: 'Koperasi dan RAT',
    begins: { days: -21, at: '19:30' },
    minutes: 75,
    capacity: null,
    registrants: 34,
    turnout: 88,
    description: `Apa bedanya simpanan pokok, wajib, dan sukarela di neraca? Mengapa hasil usaha naik tetapi kas turun? Kita baca laporan koperasi kita sendiri, baris demi baris, sebelum rapat anggota.

Setiap anggota akan menerima salinan laporan. Tidak perlu latar belakang keuangan.`,
  },
  {
    key: 'dana-pendidikan',
    title: 'Dana pendidikan anak: mulai dari angka, bukan dari brosur',
    topic: 'Menabung',
    begins: { days: -7, at: '19:30' },
    minutes: 60,
    capacity: 40,
    registrants: 28,
    turnout: 80,
    description: `Biaya sekolah dan kuliah di Yogyakarta lima, sepuluh, lima belas tahun lagi: bagaimana memperkirakannya, dan berapa yang perlu disisihkan sejak sekarang.

- menghitung dengan kenaikan biaya yang wajar;
- simpanan pendidikan koperasi, reksa dana, emas: untung dan ruginya;
- yang perlu diperiksa sebelum membeli asuransi pendidikan.`,
    chat: [
      ['h', 'Sugeng dalu, Bapak Ibu. Malam ini kita berhitung, siapkan kalkulator.'],
      [0, 'Sugeng dalu, Bu. Kulo saking Bantul.'],
      [1, 'Kenaikan biaya kuliah dipakai berapa persen, Bu?'],
      ['h', 'Kita pakai 8 % setahun dulu, nanti kita lihat bila ternyata 10 %.'],
      [2, 'Waduh, selisihnya besar ya kalau 15 tahun.'],
      ['h', 'Justru itu: makin awal mulai, makin kecil setorannya.'],
    ],
  },
  {
    key: 'usaha-rumahan',
    title: 'Memisahkan uang usaha dan uang rumah tangga',
    topic: 'Anggaran keluarga',
    begins: { days: 2, at: '19:30' },
    minutes: 75,
    capacity: 20,
    registrants: 26,
    description: `Untuk anggota yang berjualan dari rumah: warung, katering, kerajinan, les. Uang masuk ramai tetapi akhir bulan tetap bingung? Kita mulai dari dua dompet dan satu buku catatan.

Tempat 20 orang; bila penuh, silakan masuk daftar tunggu.`,
  },
  {
    key: 'gotong-royong',
    title: 'Belajar berkoperasi: asas, hak, dan gotong royong',
    topic: 'Koperasi dan RAT',
    begins: { days: 9, at: '16:00' },
    minutes: 60,
    capacity: null,
    registrants: 12,
    description: `Sesi wajib bagi calon anggota, terbuka bagi siapa saja yang ingin menyegarkan ingatan: tujuh prinsip koperasi, perangkat organisasi, dan cara keputusan diambil.`,
  },
  {
    key: 'warisan',
    title: 'Waris dan ahli waris simpanan koperasi',
    topic: 'Keluarga dan hukum',
    begins: { days: 20, at: '19:30' },
    minutes: 60,
    capacity: null,
    registrants: 0,
    isDraft: true,
    description: `_Rancangan._ Apa yang terjadi dengan simpanan bila anggota meninggal, dan berkas apa yang sebaiknya disiapkan keluarga.`,
  },
];
