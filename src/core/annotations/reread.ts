// Reading a large sidecar without making anybody wait: after an edit and in steps, see `yaml/pieces`.
import { complete, type Steps } from '../steps';
import type { Span } from '../text/span';
import { type Form, type Item, readInSteps, rereadInSteps, shiftSpan } from '../yaml/pieces';
import {
	type MentionOverrideEntry,
	type ParallelDeclaration,
	type RoleOverride,
	type Sidecar,
	type SidecarEntry,
	sidecarFormat,
} from './model';
import { readSidecar } from './sidecar';

/** All that a sidecar holds, each in the list that it is kept in. */
type Held =
	| { readonly list: 'entries'; readonly one: SidecarEntry }
	| { readonly list: 'parallel'; readonly one: ParallelDeclaration }
	| { readonly list: 'roles'; readonly one: RoleOverride }
	| { readonly list: 'mentions'; readonly one: MentionOverrideEntry }
	| { readonly list: 'sections'; readonly one: readonly [string, Span] };

const form: Form<Sidecar, Held> = {
	format: sidecarFormat,
	area: 'sidecar/',
	read: readSidecar,
	items(sidecar) {
		// what is undecided is decided by its nodes, which know their places
		if (sidecar.undecided.length > 0) return undefined;
		const items: Item<Held>[] = [
			...sidecar.entries.map((one) => ({ start: one.idSpan.start, value: { list: 'entries', one } as const })),
			...sidecar.parallel.map((one) => ({ start: one.fileSpan.start, value: { list: 'parallel', one } as const })),
			...sidecar.roles.map((one) => ({ start: one.span.start, value: { list: 'roles', one } as const })),
			...sidecar.mentions.map((one) => ({ start: one.span.start, value: { list: 'mentions', one } as const })),
			...[...sidecar.sections].map((one) => ({ start: one[1].start, value: { list: 'sections', one } as const })),
		];
		return items.sort((a, b) => a.start - b.start);
	},
	shift(held, by) {
		switch (held.list) {
			case 'entries':
				return { list: 'entries', one: shiftEntry(held.one, by) };
			case 'parallel': {
				const { file, fileSpan, pins } = held.one;
				const shifted = pins.map((pin) => ({ ...pin, span: shiftSpan(pin.span, by) }));
				return { list: 'parallel', one: { file, fileSpan: shiftSpan(fileSpan, by), pins: shifted } };
			}
			case 'roles':
				return { list: 'roles', one: { ...held.one, span: shiftSpan(held.one.span, by) } };
			case 'mentions': {
				const ids = held.one.ids.map(({ id, span }) => ({ id, span: shiftSpan(span, by) }));
				return { list: 'mentions', one: { ...held.one, span: shiftSpan(held.one.span, by), ids } };
			}
			case 'sections':
				return { list: 'sections', one: [held.one[0], shiftSpan(held.one[1], by)] };
		}
	},
	make({ text, keys, problems, writable, items }) {
		const entries: SidecarEntry[] = [];
		const parallel: ParallelDeclaration[] = [];
		const roles: RoleOverride[] = [];
		const mentions: MentionOverrideEntry[] = [];
		const sections = new Map<string, Span>();
		for (const { value } of items) {
			if (value.list === 'entries') entries.push(value.one);
			else if (value.list === 'parallel') parallel.push(value.one);
			else if (value.list === 'roles') roles.push(value.one);
			else if (value.list === 'mentions') mentions.push(value.one);
			else sections.set(...value.one);
		}
		return { text, keys, entries, parallel, roles, mentions, sections, undecided: [], problems, writable };
	},
};

function shiftEntry({ annotation, idSpan, span, fields }: SidecarEntry, by: number): SidecarEntry {
	const shifted = new Map<string, Span>();
	for (const [key, value] of fields) shifted.set(key, shiftSpan(value, by));
	return { annotation, idSpan: shiftSpan(idSpan, by), span: shiftSpan(span, by), fields: shifted };
}

/** What a sidecar's text says, by what it said before (undefined: nothing known): only entries that a change touched are read. */
export function rereadSidecar(previous: Sidecar | undefined, text: string): Sidecar {
	return previous ? complete(rereadSidecarSteps(previous, text)) : readSidecar(text);
}

/** The same in steps; a change that cannot be read alone costs a step for every 15,000 characters of the file. */
export function rereadSidecarSteps(previous: Sidecar | undefined, text: string): Steps<Sidecar> {
	return previous ? rereadInSteps(form, previous, text) : readInSteps(form, text);
}
