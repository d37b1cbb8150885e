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

/** What segment `i` and paragraph `j` differ in, as numbers. */
export type Comparison = (i: number, j: number) => number[];

/**
 * Lengths against the usual ratio (log units; how much shorter, how much longer), quoted share, asking, opening with speech,
 * roles. `ratio`: how much longer the other text's paragraphs usually are.
 */
export function compareShapes(segments: readonly Shape[], paragraphs: readonly Shape[], ratio: number): Comparison {
	const usual = Math.max(-0.4, Math.min(0.4, Math.log(ratio)));
	return (i, j) => {
		const [a, b] = [segments[i]!, paragraphs[j]!];
		const longer = Math.log((b.length + 15) / (a.length + 15)) - usual;
		return [
			Math.max(0, longer),
			Math.max(0, -longer),
			Math.abs(a.quoted - b.quoted),
			Number(a.asks !== b.asks) + Number(a.speaks !== b.speaks) * 0.5,
			...roleDifference(a.role, b.role),
		];
	};
}

/** Both headings; one a heading; one furniture or a byline; one a caption: a flag each. */
function roleDifference(a: Role, b: Role): number[] {
	const one = (role: Role) => Number((a === role) !== (b === role));
	const aside = (role: Role) => role === 'furniture' || role === 'byline';
	return [Number(a === 'heading' && b === 'heading'), one('heading'), Number(aside(a) || aside(b)), one('caption')];
}
