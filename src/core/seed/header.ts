// The header: what makes a text a seed, whatever its file is called.
import type { Header } from './model';

/** Enough for any blank lines people leave above a header; a text that begins with more white space is no seed. */
const farthest = 1000;

const pattern = /^\ufeff?\s*date[ \t\u00a0]+(\d{4}-\d{2}-\d{2})(?=\s|$)/;

/**
 * The header, if the first line that is not empty is `date YYYY-MM-DD`, alone or with text after white space; else
 * undefined. A byte order mark, white space and empty lines may come first. Looks at the start of the text only, so it
 * is fit for every document that is opened.
 */
export function readHeader(text: string): Header | undefined {
	const found = pattern.exec(text.slice(0, farthest));
	if (!found) return undefined;
	const written = found[1]!;
	const end = found[0].length;
	return {
		start: end - found[0].trimStart().length,
		end,
		dateSpan: { start: end - written.length, end },
		date: isDay(written) ? written : undefined,
	};
}

/** Whether the calendar has the day. */
function isDay(written: string): boolean {
	const day = new Date(`${written}T00:00:00Z`);
	return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(written);
}
