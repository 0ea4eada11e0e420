// Draws the long tables of the page, a sheet of rows at a time, and lets people filter and search.
// All texts go in as text, never as markup; nothing is fetched and nothing is kept.
"use strict";
(() => {
  const SELEMBAR = 100;
  const JEDA = 150; // milliseconds after the last key, so that typing stays smooth
  const data = JSON.parse(document.getElementById("data").textContent);
  const teks = data.teks;
  const tempatUnit = new Map(data.unit);
  const bilangan = new Intl.NumberFormat("id-ID");
  let kecil = null;

  function buat(tag, isi, kelas) {
    const node = document.createElement(tag);
    if (kelas) node.className = kelas;
    if (typeof isi === "string") node.textContent = isi;
    else if (isi) node.append(...isi);
    return node;
  }

  // Joins the parts that are not empty, each on a line of its own.
  function baris(...bagian) {
    const ada = bagian.filter(Boolean);
    return ada.flatMap((satu, urutan) => (urutan ? [document.createElement("br"), satu] : [satu]));
  }

  function kutip(isi, kelas) {
    return isi ? buat("bdi", isi, kelas) : null;
  }

  function unit(nomor) {
    const tempat = tempatUnit.get(nomor);
    if (tempat === undefined) return [kutip(teks[nomor]) || "–"];
    const tautan = buat("a", [kutip(teks[nomor])]);
    tautan.href = `#unit-${tempat}`;
    return [tautan];
  }

  const KELAS = new Map([["Kesalahan", "galat"], ["Peringatan", "peringatan"]]);

  function gambarMasalah(satu) {
    const isi = (nama) => teks[satu(nama)];
    const sel = [isi("lembar"), isi("sel"), isi("kolom")].filter(Boolean).join(" › ");
    const perbaiki = isi("perbaiki") && buat("span", [buat("strong", "Perbaikan: "), isi("perbaiki")]);
    const tahan = isi("menahan") === "tidak menahan" ? "" : `menahan ${isi("menahan")}`;
    return [
      buat("td", baris(buat("span", isi("tingkat"), KELAS.get(isi("tingkat"))), buat("span", isi("kode"), "tengah"), tahan && buat("span", tahan, "rincian"))),
      buat("td", unit(satu("unit"))),
      buat("td", baris(kutip(isi("berkas"), "panjang"), kutip(sel, "rincian")), "lebar"),
      buat("td", baris(kutip(isi("nama")), kutip(isi("nip"), "rincian"))),
      buat("td", baris(buat("span", [isi("masalah"), " ", isi("sebab")]), perbaiki)),
    ];
  }

  function gambarPegawai(satu) {
    const isi = (nama) => teks[satu(nama)];
    const sifat = isi("sifat") === "Definitif" ? "" : isi("sifat");
    const polos = (nama) => buat("td", isi(nama) || "–");
    const kepala = buat("th", baris(kutip(isi("nama")), kutip(isi("nip"), "nama")), "lebar");
    kepala.scope = "row";
    return [
      kepala,
      buat("td", unit(satu("unit"))),
      buat("td", baris(kutip(isi("jabatan")), kutip(sifat, "rincian"))),
      buat("td", baris(isi("keadaan"), kutip(isi("alasan"), "rincian"))),
      buat("td", isi("capaian") || "–", "kanan"),
      polos("usulan"),
      polos("hasil"),
      polos("perilaku"),
      polos("predikat"),
    ];
  }

  class Tabel {
    constructor(bagian, gambar) {
      this.nama = bagian.dataset.tabel;
      this.semua = data[this.nama];
      this.kolom = new Map(data.kolom[this.nama].map((nama, nomor) => [nama, nomor]));
      this.gambarBaris = gambar;
      this.judul = bagian.querySelector("h2");
      this.cari = bagian.querySelector("input");
      this.pilihan = [...bagian.querySelectorAll("select")];
      this.hasil = bagian.querySelector(".hasil");
      this.lembar = bagian.querySelector(".lembar");
      this.badan = bagian.querySelector("tbody");
      this.halaman = 0;
      this.pilihan.forEach((pilihan) => this.isiPilihan(pilihan));
      this.dengarkan(bagian.querySelector("form"));
      this.saring();
      bagian.querySelector(".tanpa").remove();
    }

    isiPilihan(pilihan) {
      const kolom = this.kolom.get(pilihan.dataset.kolom);
      const banyak = new Map();
      for (const satu of this.semua) banyak.set(satu[kolom], (banyak.get(satu[kolom]) || 0) + 1);
      const urut = [...banyak.keys()];
      if (pilihan.dataset.kolom !== "tingkat") urut.sort((a, b) => (teks[a] < teks[b] ? -1 : 1));
      for (const nomor of urut) {
        const butir = buat("option", `${teks[nomor] || "(tidak ada)"} (${bilangan.format(banyak.get(nomor))})`);
        butir.value = String(nomor);
        pilihan.append(butir);
      }
    }

    dengarkan(formulir) {
      let tunda = 0;
      this.cari.addEventListener("input", () => {
        clearTimeout(tunda);
        tunda = setTimeout(() => this.saring(), JEDA);
      });
      for (const pilihan of this.pilihan) pilihan.addEventListener("change", () => this.saring());
      formulir.addEventListener("submit", (kejadian) => {
        kejadian.preventDefault();
        this.saring();
      });
      // The fields are emptied only after this event.
      formulir.addEventListener("reset", () => setTimeout(() => this.saring(), 0));
      this.lembar.addEventListener("click", (kejadian) => {
        const tombol = kejadian.target.closest("button");
        if (tombol && tombol.getAttribute("aria-disabled") !== "true") this.pindah(tombol.dataset.ke);
      });
    }

    // Every word has to stand somewhere in the row; texts are looked at once, not once for each row.
    pencocok() {
      const kata = this.cari.value.toLowerCase().split(/\s+/).filter(Boolean);
      if (!kata.length) return () => true;
      kecil ??= teks.map((satu) => satu.toLowerCase());
      const cocok = kata.map((satu) => kecil.map((isi) => isi.includes(satu)));
      return (satu) => cocok.every((tanda) => satu.some((nomor) => tanda[nomor]));
    }

    saring() {
      const dipilih = this.pilihan
        .filter((pilihan) => pilihan.value !== "")
        .map((pilihan) => [this.kolom.get(pilihan.dataset.kolom), Number(pilihan.value)]);
      const cocok = this.pencocok();
      this.tampil = this.semua.filter(
        (satu) => dipilih.every(([kolom, nomor]) => satu[kolom] === nomor) && cocok(satu),
      );
      this.halaman = 0;
      this.gambar();
    }

    get jumlahHalaman() {
      return Math.max(1, Math.ceil(this.tampil.length / SELEMBAR));
    }

    pindah(ke) {
      const akhir = this.jumlahHalaman - 1;
      const tujuan = { pertama: 0, sebelum: this.halaman - 1, sesudah: this.halaman + 1, terakhir: akhir };
      this.halaman = Math.min(Math.max(tujuan[ke], 0), akhir);
      this.gambar();
    }

    gambar() {
      const awal = this.halaman * SELEMBAR;
      const potongan = this.tampil.slice(awal, awal + SELEMBAR);
      const ambil = (satu) => (nama) => satu[this.kolom.get(nama)];
      this.badan.replaceChildren(...potongan.map((satu) => buat("tr", this.gambarBaris(ambil(satu)))));
      this.sebutHasil(awal, potongan.length);
      const akhir = this.jumlahHalaman - 1;
      this.lembar.hidden = akhir === 0;
      this.lembar.querySelector("span").textContent = `Halaman ${bilangan.format(this.halaman + 1)} dari ${bilangan.format(akhir + 1)}`;
      for (const tombol of this.lembar.querySelectorAll("button")) {
        const mundur = tombol.dataset.ke === "pertama" || tombol.dataset.ke === "sebelum";
        tombol.setAttribute("aria-disabled", String(this.halaman === (mundur ? 0 : akhir)));
      }
    }

    sebutHasil(awal, banyak) {
      const [tampil, semua] = [this.tampil.length, this.semua.length].map((satu) => bilangan.format(satu));
      const rentang = `${bilangan.format(awal + 1)} sampai ${bilangan.format(awal + banyak)}`;
      const asal = this.tampil.length === this.semua.length ? `${semua} baris` : `${tampil} baris yang cocok; semuanya ${semua}`;
      this.hasil.textContent = banyak ? `Baris ${rentang} dari ${asal}.` : `Tidak ada baris yang cocok; semuanya ${semua}.`;
    }

    // Shows what a button elsewhere on the page asks for.
    tunjukkan(kolom, nilai) {
      this.cari.value = "";
      for (const pilihan of this.pilihan) {
        const cocok = [...pilihan.options].find((butir) => butir.value !== "" && teks[Number(butir.value)] === nilai);
        pilihan.value = pilihan.dataset.kolom === kolom && cocok ? cocok.value : "";
      }
      this.saring();
      this.judul.scrollIntoView();
      this.judul.focus();
    }
  }

  const GAMBAR = { masalah: gambarMasalah, pegawai: gambarPegawai };
  const tabel = new Map();
  for (const bagian of document.querySelectorAll("[data-tabel]")) {
    tabel.set(bagian.dataset.tabel, new Tabel(bagian, GAMBAR[bagian.dataset.tabel]));
  }
  for (const tombol of document.querySelectorAll("[data-saring]")) {
    tombol.addEventListener("click", () => tabel.get("masalah").tunjukkan(tombol.dataset.saring, tombol.dataset.nilai));
  }
  for (const node of document.querySelectorAll(".skrip")) node.hidden = false;
})();
