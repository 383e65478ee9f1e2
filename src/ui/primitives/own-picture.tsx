type OwnPictureProps = {
  readonly src: string;
  readonly alt: string;
  readonly width?: number;
  readonly height?: number;
  readonly className?: string;
};

/** A picture that goes as it is to whom it was made for: no optimiser, no resized copy and no cache may see it. */
export function OwnPicture({ src, alt, width, height, className }: OwnPictureProps) {
  // biome-ignore lint/performance/noImgElement: the optimiser would keep copies of what is private.
  return <img src={src} alt={alt} width={width} height={height} className={className} />;
}
