import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";

export type RateLimit = {
  /** How many commands in the window. */
  readonly points: number;
  readonly seconds: number;
};

const limiters = new Map<string, RateLimiterMemory>();

/** Takes one point; answers the seconds to wait when none is left, else null. Counts in this process. */
export async function takePoint(name: string, who: string, limit: RateLimit): Promise<number | null> {
  const limiter =
    limiters.get(name) ?? new RateLimiterMemory({ points: limit.points, duration: limit.seconds });
  limiters.set(name, limiter);
  try {
    await limiter.consume(who);
    return null;
  } catch (refused) {
    if (refused instanceof RateLimiterRes) return Math.ceil(refused.msBeforeNext / 1000);
    throw refused;
  }
}
