/** A body out of pieces of text: reads on as the reader takes it, and stops when the reader goes. */
export function streamOf(chunks: AsyncIterable<string>): ReadableStream<Uint8Array> {
  const reader = chunks[Symbol.asyncIterator]();
  const encoder = new TextEncoder();
  return new ReadableStream(
    {
      async pull(controller) {
        const { done, value } = await reader.next();
        if (done) controller.close();
        else controller.enqueue(encoder.encode(value));
      },
      async cancel() {
        await reader.return?.();
      },
    },
    { highWaterMark: 0 },
  );
}
