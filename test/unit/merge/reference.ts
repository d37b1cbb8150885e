// Random histories of a sidecar, and what a merge of two of them must give: by id and by field, without looking at text.
import fc from 'fast-check';
import {
	addAnnotation,
	addReply,
	type EditResult,
	editReply,
	newSidecarText,
	removeAnnotation,
	removeReply,
	setFields,
} from '../../../src/core/annotations/edits';
import type { Annotation, Sidecar } from '../../../src/core/annotations/model';
import { readSidecar } from '../../../src/core/annotations/sidecar';
import { applyEdits } from '../../../src/core/text/edits';

const scalars = ['kind', 'note', 'status', 'author', 'actor', 'seen'] as const;
type Scalar = (typeof scalars)[number];

/** One thing a person does. Numbers choose an entry of those that are there. */
export type Deed =
	| { readonly do: 'add'; readonly id: string; readonly before: number; readonly note: string }
	| { readonly do: 'remove'; readonly entry: number }
	| { readonly do: 'set'; readonly entry: number; readonly key: Scalar; readonly value: string | undefined }
	| { readonly do: 'move'; readonly entry: number; readonly quote: string }
	| { readonly do: 'tags'; readonly entry: number; readonly tags: readonly string[] }
	| { readonly do: 'reply'; readonly entry: number; readonly id: string; readonly text: string }
	| { readonly do: 'unreply'; readonly entry: number; readonly reply: number };

const word = fc.constantFrom('bridge', 'it’s “so”', 'a: b # c', '- x', 'Два слова.\nИ ещё.', "don't", 'ferry', '12');
const entry = fc.nat(30);
const id = (first: string) => fc.integer({ min: 0, max: 30 }).map((n) => `${first}${String(n).padStart(7, '0')}`);

/** `first`: the letter that new ids of this history begin with; two histories may share it. */
export const deeds = (first: string): fc.Arbitrary<Deed[]> =>
	fc.array(
		fc.oneof(
			fc.record({ do: fc.constant('add' as const), id: id(first), before: entry, note: word }),
			fc.record({ do: fc.constant('remove' as const), entry }),
			fc.record({
				do: fc.constant('set' as const),
				entry,
				key: fc.constantFrom(...scalars),
				value: fc.option(word, { nil: undefined }),
			}),
			fc.record({ do: fc.constant('move' as const), entry, quote: word }),
			fc.record({ do: fc.constant('tags' as const), entry, tags: fc.uniqueArray(word, { maxLength: 3 }) }),
			fc.record({ do: fc.constant('reply' as const), entry, id: id('r'), text: word }),
			fc.record({ do: fc.constant('unreply' as const), entry, reply: fc.nat(3) }),
		),
		{ maxLength: 8 },
	);

export function play(text: string, history: readonly Deed[]): string {
	let now = text;
	for (const deed of history) {
		const { edits } = perform(readSidecar(now), deed) ?? {};
		if (edits) now = applyEdits(now, edits);
	}
	return now;
}

export const emptySidecar = newSidecarText();

function perform(sidecar: Sidecar, deed: Deed): EditResult | undefined {
	const { entries } = sidecar;
	if (deed.do === 'add') {
		const before = deed.before < entries.length ? entries[deed.before]!.annotation.id : undefined;
		return addAnnotation(sidecar, { ...blank, id: deed.id, note: deed.note }, before);
	}
	const chosen = entries[deed.entry % Math.max(1, entries.length)]?.annotation;
	if (!chosen) return undefined;
	switch (deed.do) {
		case 'remove':
			return removeAnnotation(sidecar, chosen.id);
		case 'set': {
			const value = deed.key === 'kind' ? (deed.value ?? 'claim') : deed.value;
			return setFields(sidecar, chosen.id, { [deed.key]: deed.key === 'seen' ? value && hex(value) : value });
		}
		case 'move':
			return setFields(sidecar, chosen.id, { target: { quote: deed.quote }, before: `${deed.quote} `, after: '.' });
		case 'tags':
			return setFields(sidecar, chosen.id, { tags: deed.tags });
		case 'reply': {
			const known = chosen.replies.some((reply) => reply.id === deed.id);
			const reply = { id: deed.id, author: 'ann', text: deed.text };
			return known ? editReply(sidecar, chosen.id, deed.id, { text: deed.text }) : addReply(sidecar, chosen.id, reply);
		}
		case 'unreply': {
			const reply = chosen.replies[deed.reply];
			return reply && removeReply(sidecar, chosen.id, reply.id);
		}
	}
}

const blank: Annotation = {
	id: '',
	kind: 'claim',
	target: { quote: 'the old bridge' },
	before: 'that ',
	after: ' will',
	tags: [],
	links: [],
	replies: [],
};

function hex(text: string): string {
	return (text.length * 2654435761).toString(16).padStart(8, '0').slice(-8);
}

/** Everything a sidecar says as flat facts: `id/key` → value; sets as `id/tags/x` → 'x'. */
export function factsOf(text: string): Map<string, string> {
	const facts = new Map<string, string>();
	for (const { annotation } of readSidecar(text).entries) {
		const { id, target, tags, replies, links: _, ...rest } = annotation;
		facts.set(id, 'there');
		const passage = JSON.stringify([target, annotation.before, annotation.after]);
		facts.set(`${id}/passage`, passage);
		for (const key of scalars) if (rest[key]) facts.set(`${id}/${key}`, rest[key]);
		for (const tag of tags) facts.set(`${id}/tags/${tag}`, tag);
		for (const reply of replies) {
			facts.set(`${id}/replies/${reply.id}`, 'there');
			facts.set(`${id}/replies/${reply.id}/text`, reply.text);
		}
	}
	return facts;
}
