import type { PublicWords } from './th.public';

/** To be checked by a native speaker before release (WORDING §1a). */
export const publicMs: PublicWords = {
  home: {
    title: 'Ada kesusahan, atau nampak perkara yang salah? Beritahu kami',
    lead: (desk) =>
      `${desk} menerima aduan, permintaan bantuan dan maklumat tentang pejabat awam di wilayah ini. Anda tidak perlu memberi nama; aduan tetap diterima.`,
    file: 'Hanya satu soalan perlu dijawab: apa yang berlaku. Pendek atau panjang.',
    track: 'Dengan kod rahsia 20 angka yang diterima semasa membuat aduan, lihat aduan anda sudah sampai ke mana.',
    claim: 'Ada kod 16 angka daripada pegawai? Buka di sini dahulu.',
    channels: 'Datang sendiri, telefon, surat, peti aduan dan cara lain.',
    dangerTitle: 'Ada sesiapa dalam bahaya sekarang?',
    danger: 'Telefon 191 (polis) atau 1669 (kecemasan perubatan) dahulu, kemudian lapor di sini.',
    promises: 'Apa yang anda dapat daripada kami',
    noAccount: 'Tidak perlu akaun, nombor telefon atau e-mel.',
    anonymity: 'Tidak memberi nama sahaja bukan sebab untuk kami menolak aduan.',
    receipt:
      'Anda mendapat kod rahsia serta-merta. Kod itu menunjukkan langkah sekarang dan bila langkah seterusnya dijangka.',
    answer: (span) => `Pegawai dijadualkan menjawab anda dalam peti mesej dalam masa ${span}.`,
    late: 'Jika lebih lama daripada yang dinyatakan, kami akan memberitahu anda dan bila berita seterusnya dijangka.',
    name: 'Jika anda memberi nama secara rahsia, nama disimpan berasingan daripada aduan; seorang pegawai sahaja tidak boleh membukanya.',
    know: 'Sebelum membuat aduan',
    notPolice:
      'Aduan di sini bukan laporan polis dan tidak menghentikan had masa undang-undang. Jika mahu kes jenayah, buat laporan di balai polis juga.',
    careful: 'Takut ada orang tahu bahawa ia anda? Baca ini dahulu:',
    road: 'Aduan anda melalui enam langkah',
  },
  channels: {
    title: 'Saluran aduan',
    lead: 'Pilih cara yang mudah dan selamat bagi anda. Semuanya melalui enam langkah yang sama.',
    hours: (hours) => `Hari pejabat, ${hours}`,
    code: 'Jika anda mengadu dengan cara lain, pegawai memberi nombor aduan dan kod 16 angka. Buka kod itu di sini dan anda mendapat kod rahsia anda sendiri.',
    open: 'Buka kod 16 angka',
    address: 'Hubungi',
    noAddress: 'Alamat dan nombor diumumkan oleh wilayah.',
    how: {
      walk_in:
        'Bercakap dengan pegawai di pusat. Anda boleh minta tempat yang tidak didengar orang lain. Nama tidak perlu.',
      website: 'Di laman ini pada bila-bila masa. Kod rahsia diberi serta-merta.',
      telephone:
        'Pegawai menulis apa yang anda ceritakan dan membacanya semula. Panggilan kekal dalam rekod dan bil telefon anda.',
      social:
        'Tulis kepada pusat. Penyedia aplikasi melihat akaun anda. Jika tiada sesiapa boleh tahu, guna laman ini.',
      box: 'Tulis dan masukkan ke dalam peti pada bila-bila masa, tanpa nama. Tanpa cara menghubungi anda, kami tidak dapat memberi kod.',
      information_centre: 'Beritahu pusat maklumat rasmi; aduan diserahkan kepada kami.',
      letter: 'Hantar kepada pusat, tanpa nama pun boleh. Tanpa cara menghubungi anda, kami tidak dapat memberi kod.',
      referred: 'Pejabat yang anda beritahu dahulu menyerahkan aduan kepada kami.',
      hotline: 'Talian kerajaan dan talian Pusat Damrongdhama menyerahkan perkara wilayah ini kepada kami.',
      mobile_unit: 'Beritahu pegawai apabila unit bergerak datang ke kawasan anda.',
      email: 'Tulis kepada pusat. Penyedia e-mel melihat alamat anda. Jika tiada sesiapa boleh tahu, guna laman ini.',
    },
  },
  safety: {
    title: 'Lapor dengan selamat',
    lead: 'Apa yang dilindungi sistem ini, dan apa yang perlu anda jaga sendiri.',
    trialTitle: 'Ini tempoh percubaan',
    trial:
      'Pelayan masih menyimpan kunci sendiri. Sesiapa yang mengurus atau mengambil mesin itu boleh membaca isinya. Jangan masukkan perkara atau nama sebenar. Bahagian “Apa yang dilindungi” benar sepenuhnya hanya selepas tempoh percubaan.',
    kept: 'Apa yang dilindungi',
    keptItems: [
      'Teks dan nama yang disimpan disulitkan. Sesiapa yang mencuri cakera, pangkalan data, salinan sandaran atau log tidak dapat membacanya.',
      'Pentadbir sistem tidak dapat membacanya, dan seorang pegawai sahaja tidak dapat membuka nama anda.',
      'Pegawai yang menerima dan menyemak aduan membaca apa yang anda ceritakan kerana mereka memerlukannya. Pejabat yang menerima aduan melihat apa yang dihantar oleh pusat.',
      'Laman ini tidak memanggil perkhidmatan pihak lain dan boleh digunakan tanpa JavaScript.',
    ],
    notKept: 'Apa yang tidak dapat dilindungi',
    notKeptItems: [
      {
        title: 'Pelayan yang dikuasai orang lain',
        text: 'Sesiapa yang menguasai atau mengubah pelayan yang sedang berjalan boleh membaca apa yang dihantar atau dibuka selepas itu.',
      },
      {
        title: 'Peranti dan rangkaian pejabat',
        text: 'Jangan guna komputer, telefon atau Wi-Fi pejabat anda. Pejabat mungkin tahu anda membuka laman ini dan melihat apa yang anda taip.',
      },
      {
        title: 'Sambungan internet anda',
        text: 'Penyedia internet tahu anda membuka laman ini, walaupun tidak melihat apa yang anda taip. Jika tidak mahu, guna Tor Browser; laman ini berfungsi pada tahap paling selamat.',
      },
      {
        title: 'Sejarah dalam peranti anda',
        text: '“Keluar segera” membawa ke halaman lain tetapi tidak memadam sejarah. Guna tetingkap peribadi, atau padam sejarah selepas itu.',
      },
      {
        title: 'Gaya bahasa, dan perkara yang hanya anda tahu',
        text: 'Orang yang mengenali anda mungkin dapat meneka daripada kata-kata anda, atau daripada perkara yang diketahui seorang dua sahaja. Ceritakan yang perlu, tinggalkan yang menunjuk kepada anda.',
      },
      {
        title: 'Mahkamah dan undang-undang',
        text: 'Mahkamah atau pihak yang diberi kuasa boleh mengarahkan pusat mendedahkan apa yang ada. Kami boleh menyatakan apa yang sistem lakukan, tetapi tidak menjamin hasil undang-undang.',
      },
      {
        title: 'Kod rahsia yang hilang atau dilihat orang',
        text: 'Sesiapa yang mempunyai kod boleh membaca aduan anda. Kod yang sama tidak dapat dikeluarkan semula. Tulis di tempat yang tidak dilihat orang, dan jangan simpan gambarnya dalam telefon yang dikongsi.',
      },
    ],
    harm: 'Diugut atau dianiaya?',
    harmNow: 'Dalam bahaya sekarang: telefon 191.',
    harmTell:
      'Buat aduan sekali lagi dengan nombor aduan anda dan tandakan bahawa anda takut diugut, atau beritahu kami dengan cara yang selamat bagi anda.',
  },
  span: {
    h: (n) => `${n} jam`,
    wh: (n) => `${n} jam pejabat`,
    w: (n) => `${n} hari bekerja`,
    c: (n) => `${n} hari`,
    m: (n) => `${n} bulan`,
    y: (n) => `${n} tahun`,
  },
};
