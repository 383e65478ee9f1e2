import type { AnchorHTMLAttributes, ButtonHTMLAttributes, ReactNode } from "react";
import { classNames } from "#ui/primitives/class-names.ts";
import { Icon, type IconName } from "#ui/primitives/icon.tsx";

const looks = {
  primary: "border-brand bg-brand text-on-brand hover:border-brand-strong hover:bg-brand-strong",
  secondary: "border-brand bg-surface text-brand hover:bg-brand-soft",
  accent: "border-accent bg-accent text-on-accent hover:underline",
  quiet: "border-transparent text-brand underline underline-offset-4 hover:bg-brand-soft",
  danger: "border-danger bg-danger text-on-danger hover:underline",
} as const;

const sizes = {
  small: "min-h-11 px-3 py-1 text-sm",
  medium: "min-h-12 px-5 py-2 text-base",
  large: "min-h-14 px-7 py-3 text-lg",
} as const;

export type ButtonLook = {
  readonly variant?: keyof typeof looks;
  readonly size?: keyof typeof sizes;
  readonly icon?: IconName;
  readonly iconAfter?: IconName;
  /** Fills the row on phones. */
  readonly wide?: boolean;
  readonly children: ReactNode;
};

export function buttonClass({ variant = "primary", size = "medium", wide }: Omit<ButtonLook, "children">) {
  return classNames(
    "petal-sm inline-flex items-center justify-center gap-2 border-2 text-center font-semibold",
    "disabled:cursor-not-allowed disabled:opacity-60 aria-disabled:cursor-progress aria-disabled:opacity-60",
    "print:hidden",
    looks[variant],
    sizes[size],
    wide && "w-full sm:w-auto",
  );
}

type ButtonProps = ButtonLook & Omit<ButtonHTMLAttributes<HTMLButtonElement>, "style" | "className">;

export function Button({
  variant,
  size,
  icon,
  iconAfter,
  wide,
  type = "button",
  children,
  ...rest
}: ButtonProps) {
  return (
    <button type={type} className={buttonClass({ variant, size, wide })} {...rest}>
      {icon ? <Icon name={icon} size={20} /> : null}
      <span>{children}</span>
      {iconAfter ? <Icon name={iconAfter} size={20} /> : null}
    </button>
  );
}

type LinkButtonProps = ButtonLook &
  Omit<AnchorHTMLAttributes<HTMLAnchorElement>, "style" | "className" | "href"> & { readonly href: string };

export function LinkButton({ variant, size, icon, iconAfter, wide, children, ...rest }: LinkButtonProps) {
  return (
    <a className={buttonClass({ variant, size, wide })} {...rest}>
      {icon ? <Icon name={icon} size={20} /> : null}
      <span>{children}</span>
      {iconAfter ? <Icon name={iconAfter} size={20} /> : null}
    </a>
  );
}
