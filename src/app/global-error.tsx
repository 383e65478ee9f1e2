"use client";

/** The last net under staff pages; people's pages are caught by the front door (src/front-door/fault-page.ts). */
export default function GlobalError({ error }: { readonly error: Error & { readonly digest?: string } }) {
  return (
    <html lang="id">
      <head>
        <title>Ada gangguan</title>
        <link rel="stylesheet" href="/fault.css" />
      </head>
      <body>
        <main>
          <h1>Ada gangguan</h1>
          <p>Maaf, halaman ini tidak dapat ditampilkan sekarang. Data aman. Muat ulang sebentar lagi.</p>
          {error.digest ? <p>Nomor rujukan: {error.digest}</p> : null}
          <p>
            <a href="/">Kembali ke awal</a>
          </p>
        </main>
      </body>
    </html>
  );
}
