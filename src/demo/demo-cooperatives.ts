// The two cooperatives of the demo: a large employer's consumer cooperative over three time zones, and a small one in Yogyakarta.

export interface DemoUnit {
  readonly name: string;
  readonly zone: string;
  /** How many of a thousand members work there. */
  readonly share: number;
}

export interface DemoCooperative {
  readonly slug: string;
  readonly name: string;
  readonly colour: string;
  readonly zone: string;
  readonly members: number;
  /** What a member number begins with. */
  readonly prefix: string;
  /** A reserved name: mail to it goes nowhere but the mailbox. */
  readonly mailDomain: string;
  readonly units: readonly DemoUnit[];
}

const WIB = 'Asia/Jakarta';
const WITA = 'Asia/Makassar';
const WIT = 'Asia/Jayapura';

export const KARYA_SENTOSA: DemoCooperative = {
  slug: 'karya-sentosa',
  name: 'Koperasi Konsumen Karya Sentosa',
  colour: '#0b6e4f',
  zone: WIB,
  members: 2_000,
  prefix: 'KS-',
  mailDomain: 'karya-sentosa.example',
  units: [
    { name: 'PT Sentosa Pangan Cikarang', zone: WIB, share: 130 },
    { name: 'PT Sentosa Kemasan Karawang', zone: WIB, share: 95 },
    { name: 'PT Sentosa Logistik Tanjung Priok', zone: WIB, share: 85 },
    { name: 'PT Sentosa Ritel Jakarta', zone: WIB, share: 80 },
    { name: 'PT Sentosa Tekstil Bandung', zone: WIB, share: 75 },
    { name: 'PT Sentosa Garmen Semarang', zone: WIB, share: 75 },
    { name: 'PT Sentosa Baja Gresik', zone: WIB, share: 65 },
    { name: 'PT Sentosa Agro Lampung', zone: WIB, share: 55 },
    { name: 'PT Sentosa Sawit Pekanbaru', zone: WIB, share: 50 },
    { name: 'PT Sentosa Karet Palembang', zone: WIB, share: 45 },
    { name: 'PT Sentosa Elektronik Batam', zone: WIB, share: 45 },
    { name: 'PT Sentosa Kertas Medan', zone: WIB, share: 40 },
    { name: 'PT Sentosa Bahari Makassar', zone: WITA, share: 40 },
    { name: 'PT Sentosa Energi Balikpapan', zone: WITA, share: 35 },
    { name: 'PT Sentosa Wisata Denpasar', zone: WITA, share: 25 },
    { name: 'PT Sentosa Perikanan Bitung', zone: WITA, share: 20 },
    { name: 'PT Sentosa Kakao Palu', zone: WITA, share: 15 },
    { name: 'PT Sentosa Mina Ambon', zone: WIT, share: 10 },
    { name: 'PT Sentosa Hutani Sorong', zone: WIT, share: 10 },
    { name: 'PT Sentosa Niaga Jayapura', zone: WIT, share: 5 },
  ],
};

export const NGUDI_KAWRUH: DemoCooperative = {
  slug: 'ngudi-kawruh',
  name: 'Koperasi Pendidikan Ngudi Kawruh',
  colour: '#8a3b12',
  zone: WIB,
  members: 60,
  prefix: 'NK-',
  mailDomain: 'ngudi-kawruh.example',
  units: [
    { name: 'Kota Yogyakarta', zone: WIB, share: 350 },
    { name: 'Sleman', zone: WIB, share: 300 },
    { name: 'Bantul', zone: WIB, share: 200 },
    { name: 'Kulon Progo', zone: WIB, share: 80 },
    { name: 'Gunungkidul', zone: WIB, share: 70 },
  ],
};

export const DEMO_COOPERATIVES = [KARYA_SENTOSA, NGUDI_KAWRUH] as const;
