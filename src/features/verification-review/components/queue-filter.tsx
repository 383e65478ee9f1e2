import { getTranslations } from "next-intl/server";
import { Button, LinkButton } from "#ui/primitives/button.tsx";
import { SelectField } from "#ui/primitives/select-field.tsx";
import { caseReasons, type QueueFilter, reviewKinds } from "../types.ts";

/** A plain form that asks the same page again. */
export async function QueueFilterForm({ filter }: { readonly filter: QueueFilter }) {
  const t = await getTranslations("verification-review");
  const isFiltered = Object.values(filter).some(Boolean);
  return (
    <search>
      <form
        action="/admin/verifikasi"
        className="grid items-end gap-3 sm:grid-cols-2 xl:grid-cols-[1fr_1.5fr_1fr_auto]"
      >
        <SelectField
          name="jenis"
          label={t("queue.kind")}
          emptyText={t("queue.allKinds")}
          defaultValue={filter.kind ?? ""}
          options={reviewKinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
        />
        <SelectField
          name="alasan"
          label={t("queue.reason")}
          emptyText={t("queue.allReasons")}
          defaultValue={filter.reason ?? ""}
          options={caseReasons.map((reason) => ({ value: reason, label: t(`reasons.${reason}`) }))}
        />
        <SelectField
          name="milik"
          label={t("queue.whose")}
          emptyText={t("queue.everybody")}
          defaultValue={filter.heldBy ? "saya" : ""}
          options={[{ value: "saya", label: t("queue.onlyMine") }]}
        />
        <div className="flex flex-wrap gap-3">
          <Button type="submit" icon="search">
            {t("queue.filter")}
          </Button>
          {isFiltered ? (
            <LinkButton href="/admin/verifikasi" variant="quiet">
              {t("queue.all")}
            </LinkButton>
          ) : null}
        </div>
      </form>
    </search>
  );
}
