import type { ErrorWords } from './th.errors';

const lower = (label: string): string => label.charAt(0).toLowerCase() + label.slice(1);

/** To be checked by a native speaker before release. */
export const errorsMs: ErrorWords = {
  heading: (n) => `Sila betulkan ${n} perkara ini`,
  prefix: 'Betulkan:',
  tellWhat: 'Sila ceritakan kejadian sekurang-kurangnya satu ayat',
  fill: (label) => `Sila isi ${lower(label)}`,
  choose: (label) => `Sila pilih ${lower(label)}`,
  chooseListed: 'Sila pilih daripada senarai',
  shorten: (max) => `Sila ringkaskan kepada tidak lebih ${max.toLocaleString('en')} aksara`,
  day: 'Sila isi tarikh yang wujud, contoh 3 Dis 2024 atau 3/12/2567',
  future: 'Tarikh ini belum tiba. Sila isi tarikh yang lepas',
  ancient: 'Tarikh ini terlalu lama. Sila semak tahun',
  time: 'Sila isi jam dan minit, contoh 09:30',
  number: 'Sila isi angka',
  receipt: 'Kod rahsia mempunyai 20 angka. Sila semak dan isi semuanya',
  claim: 'Kod buka pertama mempunyai 16 angka. Sila semak dan isi semuanya',
  group: (n) => `Kumpulan ${n} tidak sepadan. Sila baca kumpulan ini sekali lagi`,
  contact: 'Sila isi cara menghubungi anda, atau pilih peti mesej',
  reason: 'Sila beri sebab',
  signIn: 'Nama pengguna atau kata laluan tidak sepadan. Sila cuba lagi',
  again: 'Sila semak dan hantar lagi. Apa yang diisi masih ada',
  home: 'Kembali ke halaman utama',
  allowed: 'Boleh dibuat sekarang',
  id: 'Kod masalah',
  titles: {
    400: 'Sila semak apa yang dihantar',
    401: 'Sila log masuk',
    403: 'Halaman ini tidak boleh dibuka',
    404: 'Halaman tidak ditemui',
    409: 'Langkah ini tidak boleh dibuat sekarang',
    413: 'Terlalu besar',
    429: 'Terlalu kerap',
    500: 'Sistem bermasalah',
    503: 'Sistem sedang sibuk',
  },
  title: 'Tidak berjaya',
};
