/** A hash or a value in hexadecimal: breaks anywhere, and is selected whole. */
export function Fingerprint({ value }: { readonly value: string }) {
  return <code className="font-mono text-sm font-normal break-all select-all">{value}</code>;
}
