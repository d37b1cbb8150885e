// Agreement beyond chance of people who put the same things into classes. NaN where there is nothing to compare.

/**
 * Cohen's κ of two people: pairs of labels, one for each thing that both labelled. 1: they agree on everything, also
 * where all is of one class; 0: no more than chance would. NaN for no pairs.
 * Source: J. Cohen, A coefficient of agreement for nominal scales, Educational and Psychological Measurement 20 (1960).
 */
export function cohenKappa(pairs: readonly (readonly [string, string])[]): number {
	const n = pairs.length;
	if (n === 0) return Number.NaN;
	const [first, second] = [counts(pairs.map(([a]) => a)), counts(pairs.map(([, b]) => b))];
	const observed = pairs.filter(([a, b]) => a === b).length / n;
	let expected = 0;
	for (const [label, count] of first) expected += (count / n) * ((second.get(label) ?? 0) / n);
	return observed === 1 ? 1 : (observed - expected) / (1 - expected);
}

/**
 * Krippendorff's α for classes without order, any number of people, gaps allowed. `units`: for each thing the labels it
 * was given, by whom does not matter; things with fewer than two say nothing. NaN for no units that say something.
 * Source: K. Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), section C.
 */
export function krippendorffAlpha(units: readonly (readonly string[])[]): number {
	const paired = units.filter((labels) => labels.length > 1);
	const totals = counts(paired.flat());
	const n = paired.reduce((sum, labels) => sum + labels.length, 0);
	if (n === 0) return Number.NaN;
	let agreed = 0;
	for (const labels of paired)
		for (const count of counts(labels).values()) agreed += (count * (count - 1)) / (labels.length - 1);
	let expected = 0;
	for (const count of totals.values()) expected += count * (count - 1);
	if (agreed === n) return 1;
	return 1 - ((n - 1) * (n - agreed)) / (n * (n - 1) - expected);
}

function counts(labels: readonly string[]): Map<string, number> {
	const found = new Map<string, number>();
	for (const label of labels) found.set(label, (found.get(label) ?? 0) + 1);
	return found;
}
