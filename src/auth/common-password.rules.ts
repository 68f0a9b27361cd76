// Passwords that everybody tries first, here and in Indonesia; those under eight characters are refused for that alone.

const COMMON = new Set(
  `
  00000000 0123456789 10203040 102030405060 11111111 111111111 11223344 1122334455 12121212 123123123 123321123
  12341234 12344321 12345678 123456789 1234567890 147258369 159753456 17081945 17agustus 1q2w3e4r 1q2w3e4r5t
  1qaz2wsx 22222222 23456789 31415926 33333333 44444444 55555555 66666666 77777777 87654321 88888888 987654321
  9876543210 99999999 a1234567 a1b2c3d4 aa123456 aaaaaaaa abc12345 abcabcabc abcd1234 abcdefg1 abcdefgh admin123
  admin1234 admin12345 administrator administrator1 akucinta akucintakamu akusayangkamu alhamdulillah
  alhamdulillah1 allahuakbar anakku123 anggota1 anggota123 arema123 arema1987 arsenal123 asdf1234 asdfasdf
  asdfghjk asdfghjkl assalamualaikum bahagia1 bahagia123 bali1234 bandung1 bandung123 barcelona barcelona1
  baseball batman123 belajar1 belajar123 bendahara berkah123 bintang1 bintang123 bismillah bismillah1 bismillah123
  bulan123 changeme changeme1 chelsea1 cinta123 cintakamu cintaku1 computer default1 doraemon doraemon1 dragon123
  football garuda123 gratis123 guest123 iloveyou iloveyou1 indonesia indonesia1 indonesia123 indonesia45
  insyaallah internet jakarta1 jakarta123 jayajaya jennifer jogjakarta juventus katasandi katasandi1 katasandi123
  keluarga keluarga1 keluargaku ketua123 keuangan keuangan1 keuangan123 koperasi koperasi1 koperasi123 koperasiku
  kucing123 letmein1 letmein123 liverpool liverpool1 login123 makassar makassar1 mama1234 mamaku123 mamapapa
  manchester master123 masyaallah matahari matahari1 medan123 merdeka1945 merdeka45 michelle monkey123 muhammad
  muhammad1 naruto123 p@ssw0rd p@ssword pa55word palembang pancasila papa1234 papamama passw0rd password password1
  password12 password123 password1234 passwort pengawas pengurus pengurus1 persib123 persib1933 persija123
  persija1928 princess q1w2e3r4 qazwsxedc qweqweqwe qwerty12 qwerty123 qwerty1234 qwertyui qwertyuiop rahasia1
  rahasia12 rahasia123 rahasiaku realmadrid root1234 sandi123 sandi1234 sayang123 sayangkamu sayangku secret123
  sekretaris selamatpagi semangat semangat1 semangat123 semangat45 semarang semarang1 simpanan simpanan1
  simpanpinjam sinau123 sinau1234 starwars subhanallah sukses123 suksesselalu sunshine superman surabaya surabaya1
  surabaya123 temporary terimakasih terimakasih1 test1234 testtest trustno1 user1234 viking1933 webinar1
  webinar123 welcome1 welcome123 whatever yogyakarta zaq12wsx zxcvbnm1
  `
    .trim()
    .split(/\s+/),
);

/** Whatever its case, and with a mark or two at its end (`Password123!`). */
export function isCommonPassword(password: string): boolean {
  const plain = password.toLowerCase();
  return COMMON.has(plain) || COMMON.has(plain.replace(/[^a-z0-9]+$/, ''));
}
