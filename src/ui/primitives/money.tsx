import { formatRupiah } from "#kernel/money.ts";
import { classNames } from "#ui/primitives/class-names.ts";

type MoneyProps = {
  readonly amount: bigint;
  readonly size?: "text" | "large" | "huge";
  /** Said instead of "Rp0": "Gratis". */
  readonly freeText?: string;
};

const sizes = {
  text: "",
  large: "text-xl font-bold tracking-tight",
  huge: "text-3xl font-bold tracking-tight",
} as const;

export function Money({ amount, size = "text", freeText }: MoneyProps) {
  return (
    <span className={classNames("whitespace-nowrap tabular-nums", sizes[size])}>
      {amount === 0n && freeText ? freeText : formatRupiah(amount)}
    </span>
  );
}
