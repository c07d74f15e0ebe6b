/** Asks again and again until the answer is not undefined, null or false; fails with what was waited for. */
export async function until(what, ask, { timeout = 90_000, every = 100 } = {}) {
  const end = Date.now() + timeout;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== null && answer !== false) return answer;
    if (Date.now() > end) throw new Error(`Waited ${timeout / 1000} s in vain for ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, every));
  }
}
