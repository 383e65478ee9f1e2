import type { Id, ParticipantId } from "#kernel/identifiers.ts";

export type BulkFileId = Id<"bulk-file">;

/** People that one list may hold. */
export const ROWS = 10_000;

/** What a list says of each person; the headers of these columns stand in the messages. */
export const columns = [
  "nik",
  "familyCard",
  "fullName",
  "gender",
  "birthPlace",
  "birthDate",
  "motherName",
  "phone",
  "email",
  "villageCode",
  "address",
  "domicileVillage",
  "domicileAddress",
  "education",
  "maritalStatus",
  "dependants",
  "employment",
  "disability",
  "wantedCategory",
  "reason",
  "statedEmployment",
  "excludedOccupation",
  "inEducation",
  "otherAid",
  "dataIsTrue",
  "consent",
] as const;
export type Column = (typeof columns)[number];

/** Columns that a list may leave out, as their cells may be blank. */
export const optionalColumns: readonly Column[] = ["phone", "email", "domicileVillage", "domicileAddress"];

/** Columns whose answers are chosen, by the name of the list to choose from. */
export const choiceColumns = [
  "gender",
  "education",
  "maritalStatus",
  "employment",
  "disability",
  "wantedCategory",
  "statedEmployment",
] as const satisfies readonly Column[];
export type ChoiceColumn = (typeof choiceColumns)[number];

export const yesOrNoColumns = [
  "excludedOccupation",
  "inEducation",
  "otherAid",
  "dataIsTrue",
  "consent",
] as const satisfies readonly Column[];

/** The columns of a file from the left; null where one says nothing to the portal. */
export type Layout = readonly (Column | null)[];

/** How words in a list are read: normalized header -> column, normalized answer -> code. */
export type Vocabulary = {
  readonly headers: ReadonlyMap<string, Column>;
  /** Headers of what the portal itself added to a list that it handed back. */
  readonly own: ReadonlySet<string>;
  readonly choices: Readonly<Record<ChoiceColumn, ReadonlyMap<string, string>>>;
  readonly yes: ReadonlySet<string>;
  readonly no: ReadonlySet<string>;
};

/** Why a row was not taken: the column to mend, a code with a sentence, and its data. Never what was written. */
export type RowReason = {
  /** Null where it is about the person and not about one column. */
  readonly column: Column | null;
  readonly code: string;
  readonly values?: Readonly<Record<string, string | number>>;
};

export type BulkFileStatus = "received" | "checking" | "checked" | "undoing" | "undone" | "failed";

/** Why a whole file cannot be taken; each has a sentence. */
export const fileFailures = [
  "sheet-unknown-format",
  "sheet-damaged",
  "sheet-too-large",
  "bulk-file-too-many-rows",
  "bulk-file-empty",
] as const;
export type FileFailure = (typeof fileFailures)[number];

/** A list that was read as far as its headers, and kept. */
export type StoredList = {
  readonly hash: Uint8Array<ArrayBuffer>;
  readonly storageKey: string;
  readonly name: string;
  readonly format: "xlsx" | "csv";
  readonly missing: readonly Column[];
  readonly twice: readonly Column[];
  readonly unknown: readonly string[];
};

/** A list as the worker checks it. */
export type OpenList = {
  readonly id: BulkFileId;
  readonly officerId: string;
  readonly regencyCode: string;
  readonly storageKey: string | null;
  readonly consentVersion: number;
  readonly receivedAt: Date;
  readonly rowsTotal: number | null;
  readonly lastRow: number;
};

/** A row with its verdict. */
export type DecidedRow = {
  readonly number: number;
  readonly reasons: readonly RowReason[];
  readonly participantId: ParticipantId | null;
};

/** A list as the office sees it. */
export type ListedFile = {
  readonly id: string;
  readonly name: string;
  readonly format: "xlsx" | "csv";
  readonly status: BulkFileStatus;
  readonly failure: string | null;
  readonly officer: string;
  readonly rowsTotal: number | null;
  readonly rowsTaken: number;
  readonly rowsRefused: number;
  readonly rowsUndone: number;
  readonly rowsKept: number;
  readonly unknownColumns: readonly string[];
  /** Whether the file itself is still there, so that refused rows can be handed back. */
  readonly isStored: boolean;
  readonly receivedAt: Date;
  readonly finishedAt: Date | null;
  readonly undoneAt: Date | null;
};

export type RefusedRow = { readonly number: number; readonly reasons: readonly RowReason[] };
