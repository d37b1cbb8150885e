// Partial dates as catalogues write them: a year, a month or a day, compared as the stretches of days they stand for.
import type { PartialDate } from './model';

const shape = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** Days of a month, 1 to 12; of February in a common year. */
const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function daysIn(year: number, month: number): number {
	const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
	return month === 2 && leap ? 29 : lengths[month - 1]!;
}

/** Whether the text is a year, month or day that the calendar has. */
export function isPartialDate(text: string): boolean {
	const found = shape.exec(text);
	if (!found) return false;
	const [year, month, day] = [Number(found[1]), Number(found[2] ?? 1), Number(found[3] ?? 1)];
	return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

/** The first day the date can mean, as ISO date. */
export function firstDay(date: PartialDate): string {
	return `${date}-01-01`.slice(0, 10);
}

/** The last day the date can mean, as ISO date. */
export function lastDay(date: PartialDate): string {
	const [year, month, day] = date.split('-');
	if (day) return date;
	const last = daysIn(Number(year), Number(month ?? 12));
	return `${year}-${month ?? '12'}-${String(last).padStart(2, '0')}`;
}
