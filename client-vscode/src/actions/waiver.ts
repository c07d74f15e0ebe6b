/** The last day of a waiver unless told otherwise: in 90 days, as the server has it. */
export function defaultUntil(today: Date): string {
  const day = new Date(Date.UTC(today.getFullYear(), today.getMonth(), today.getDate() + 90));
  return day.toISOString().slice(0, 10);
}

/** What is wrong with a reason; undefined where nothing is. */
export function reasonProblem(text: string): string | undefined {
  return text.trim() === "" ? "A waiver needs a reason." : undefined;
}

/** What is wrong with a day; undefined where nothing is. */
export function untilProblem(text: string, today: Date): string | undefined {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : undefined;
  // "2026-02-31" is a date to JavaScript: 3 March.
  if (day === undefined || Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== text)
    return "Write the day as 2026-12-31.";
  const start = Date.UTC(today.getFullYear(), today.getMonth(), today.getDate());
  return day.getTime() < start ? "That day is over." : undefined;
}
