// What a paragraph looks like before reading it: its length, whether it quotes, whether it asks.
import type { Role } from '../seed/model';

export interface Shape {
	/** In UTF-16 units. */
	readonly length: number;
	/** How much of it stands in quotation marks, 0 to 1. */
	readonly quoted: number;
	readonly asks: boolean;
	/** Opens with a quotation or dialogue dash. */
	readonly speaks: boolean;
	readonly role: Role;
}

const quotation = /«[^»]*»?|“[^”]*”?|„[^“”]*[“”]?|"[^"]*"?/g;

export function shapeOf(text: string, role: Role): Shape {
	let quoted = 0;
	for (const match of text.matchAll(quotation)) if (match[0].length > 20) quoted += match[0].length;
	return {
		length: text.length,
		quoted: text.length ? quoted / text.length : 0,
		asks: /[?\u061f]/.test(text),
		speaks: /^\s*["«“„—–-]/.test(text),
		role,
	};
}

/** Log odds by shape, of the same make as those by words. Lengths in log units. */
export const shapeWeights = {
	longer: 0.04,
	shorter: -2.08,
	quoted: -0.1,
	asks: -0.69,
	speaks: -0.35,
	bothHeadings: 2,
	oneHeading: -2.1,
	aside: -2.6,
};

/** Log odds by shape of segment `i` and paragraph `j`. */
export type Comparison = (i: number, j: number) => number;

/** `ratio`: how much longer the other text's paragraphs usually are. */
export function compareShapes(segments: readonly Shape[], paragraphs: readonly Shape[], ratio: number): Comparison {
	const usual = Math.max(-0.4, Math.min(0.4, Math.log(ratio)));
	const weights = shapeWeights;
	return (i, j) => {
		const [a, b] = [segments[i]!, paragraphs[j]!];
		const longer = Math.log((b.length + 15) / (a.length + 15)) - usual;
		return (
			(longer > 0 ? weights.longer * longer : weights.shorter * -longer) +
			weights.quoted * Math.abs(a.quoted - b.quoted) +
			(a.asks === b.asks ? 0 : weights.asks) +
			(a.speaks === b.speaks ? 0 : weights.speaks) +
			compareRoles(a, b)
		);
	};
}

/** Shorter headings are names of sections, in UTF-16 units. */
const shortestTitle = 20;

function compareRoles(a: Shape, b: Shape): number {
	const aside = isAside(a.role) || isAside(b.role) ? shapeWeights.aside : 0;
	if (a.role !== 'heading' && b.role !== 'heading') return aside;
	if (a.role !== b.role) return aside + shapeWeights.oneHeading;
	return aside + (Math.min(a.length, b.length) < shortestTitle ? 0 : shapeWeights.bothHeadings);
}

/** Furniture and bylines: what seldom is translated, and seldom is about the story. */
const isAside = (role: Role) => role === 'furniture' || role === 'byline';
