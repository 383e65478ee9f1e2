import type { ReactNode } from "react";
import { classNames } from "#ui/primitives/class-names.ts";
import { Icon, type IconName } from "#ui/primitives/icon.tsx";

const looks = {
  info: ["border-info bg-info-soft", "text-info", "info"],
  success: ["border-success bg-success-soft", "text-success", "check"],
  warning: ["border-warning bg-warning-soft", "text-warning", "warning"],
  danger: ["border-danger bg-danger-soft", "text-danger", "cross"],
} as const satisfies Record<string, readonly [string, string, IconName]>;

type NoticeProps = {
  readonly tone?: keyof typeof looks;
  readonly title?: ReactNode;
  readonly icon?: IconName;
  /** Announced when it appears: for what just happened, not for standing advice. */
  readonly live?: boolean;
  readonly action?: ReactNode;
  readonly children?: ReactNode;
};

export function Notice({ tone = "info", title, icon, live, action, children }: NoticeProps) {
  const [box, mark, sign] = looks[tone];
  return (
    <div
      role={live ? "status" : undefined}
      className={classNames("petal-sm flex items-start gap-3 border-s-4 px-4 py-3.5", box)}
    >
      <Icon name={icon ?? sign} className={classNames("mt-0.5", mark)} />
      <div className="grid min-w-0 gap-1.5">
        {title ? <p className="font-semibold">{title}</p> : null}
        {children ? <div>{children}</div> : null}
        {action ? <div className="mt-1">{action}</div> : null}
      </div>
    </div>
  );
}
