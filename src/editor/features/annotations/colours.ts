// The looks of kinds: a colour and a shape each, so that none is told by its colour alone.
import { ThemeColor } from 'vscode';
import { type Kind, kindColours } from '../../../core/annotations/kinds';

/** Underlines, as CSS has them. Wavy ones are left to problems. */
const shapes = ['solid 2px', 'dashed 2px', 'dotted 3px', 'double 3px', 'solid 4px', 'dashed 4px'] as const;

export interface KindLook {
	/** What the kind's marks and underline are coloured with. */
	readonly colour: string | ThemeColor;
	readonly background: ThemeColor | undefined;
	/** CSS of the underline. */
	readonly underline: string;
	/** Tells one look from another. */
	readonly name: string;
}

/** A kind's own colour, else the one of its place; kinds that nobody declared look like one more. */
export function lookOf(kind: string, kinds: readonly Kind[]): KindLook {
	const found = kinds.findIndex(({ id }) => id === kind);
	const place = found < 0 ? kinds.length : found;
	const own = kinds[place]?.colour;
	const nth = own === undefined ? place % kindColours.length : (kindColours as readonly string[]).indexOf(own);
	const shape = shapes[(place + Math.floor(place / kindColours.length)) % shapes.length];
	const name = `${nth < 0 ? own : nth} ${shape}`;
	if (nth < 0 && own)
		return { colour: own, background: undefined, underline: `${shape}; text-decoration-color: ${own}`, name };
	const id = `glossator.kind${nth + 1}`;
	const underline = `${shape}; text-decoration-color: var(--vscode-${id.replace('.', '-')}Border)`;
	return { colour: new ThemeColor(`${id}Border`), background: new ThemeColor(`${id}Background`), underline, name };
}

/** The colour of the kind's icon: a theme's, since icons have no others. */
export function iconColour(kind: string, kinds: readonly Kind[]): ThemeColor | undefined {
	const { colour } = lookOf(kind, kinds);
	return typeof colour === 'string' ? undefined : colour;
}
