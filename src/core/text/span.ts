// Spans: where something stands in a text. Every position in the core is one of these; `vscode.Range` is made at the edge.

/** A half-open stretch `[start, end)` of a text, in UTF-16 code units, 0-based. `start === end` is an empty span: a place. */
export interface Span {
	readonly start: number;
	readonly end: number;
}

/** Whether `inner` lies within `outer`; equal spans do. */
export function contains(outer: Span, inner: Span): boolean {
	return outer.start <= inner.start && inner.end <= outer.end;
}

/** Whether the two share at least one code unit. An empty span overlaps nothing. */
export function overlaps(a: Span, b: Span): boolean {
	return Math.max(a.start, b.start) < Math.min(a.end, b.end);
}

/** Order for sorting: by start, the longer first among those that start together. */
export function compareSpans(a: Span, b: Span): number {
	return a.start - b.start || b.end - a.end;
}
