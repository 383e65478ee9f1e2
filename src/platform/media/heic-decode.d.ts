declare module "heic-decode" {
  type Decoded = { readonly width: number; readonly height: number; readonly data: Uint8ClampedArray };
  type Waiting = { readonly width: number; readonly height: number; decode(): Promise<Decoded> };
  const decode: {
    all(input: { readonly buffer: Uint8Array }): Promise<readonly Waiting[] & { dispose?(): void }>;
  };
  export = decode;
}
