/** Every expected "no" of this feature to the officer. */
export type BulkRefusal =
  | { readonly code: "bulk-no-region" }
  | { readonly code: "bulk-columns-missing"; readonly columns: string }
  | { readonly code: "bulk-columns-twice"; readonly columns: string }
  | { readonly code: "bulk-file-unknown" }
  | { readonly code: "bulk-undo-unfinished" }
  | { readonly code: "bulk-undo-done" };

/** Why a row is not taken although every cell of it is well written. */
export type RowRefusal =
  /** The same number, phone or address stands in an earlier row. */
  | { readonly code: "bulk-row-repeated"; readonly row: number }
  | { readonly code: "bulk-village-elsewhere" }
  | { readonly code: "bulk-nik-registered" };
