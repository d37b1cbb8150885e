// Persons once named in full, later by given name, given name and patronymic, or the first of two surnames.
import { Form } from './inflection-ru';
import { Kind, type Names, Use } from './names';
import type { Passage } from './passage';
import { Certainty, joins } from './persons';
import type { Found } from './resolve';
import { Gap } from './tokens';
import { beforeSurnames, isPatronymic } from './words-ru';

/** A part of a name that was mentioned, which may come alone after `from`. */
interface Part {
	readonly name: number;
	readonly from: number;
	/** Not the first given name: perhaps a surname. */
	readonly inner: boolean;
}

/** Shorter given names are too often something else. */
const shortestGiven = 3;

/** Mentions by parts of names that `found` has in full before them. */
export function laterMentions(passage: Passage, names: Names, found: readonly Found[]): Found[] {
	const parts = partsOf(names, found);
	if (!parts.size) return [];
	const more: Found[] = [];
	for (let at = 0; at < passage.count; at++) {
		const reading = passage.reading(at);
		if (!reading || !passage.capitalised(at)) continue;
		reading.words.forEach((word, i) => {
			if (!(reading.forms[i]! & Form.Singular)) return;
			for (const part of parts.get(word) ?? []) {
				const last = part.from < at ? lastOf(passage, names, part, at) : undefined;
				if (last !== undefined) more.push(mention(passage, part, at, last));
			}
		});
	}
	return more;
}

function partsOf(names: Names, found: readonly Found[]): Map<number, Part[]> {
	const parts = new Map<number, Part[]>();
	const seen = new Set<number>();
	for (const { name, certainty, last } of found) {
		if (!(names.kind[name]! & Kind.Person) || certainty !== Certainty.Sure || seen.has(name)) continue;
		seen.add(name);
		const start = names.first[name]!;
		for (let i = start; i < start + names.surname[name]!; i++) {
			const word = names.words[i]!;
			const part = { name, from: last, inner: i > start };
			const others = parts.get(word);
			if (others) others.push(part);
			else parts.set(word, [part]);
		}
	}
	return parts;
}

/** The last word of a mention that begins at word `at`; undefined where the word belongs to somebody else's name. */
function lastOf(passage: Passage, names: Names, { inner }: Part, at: number): number | undefined {
	const word = passage.word(at);
	if (word.length < shortestGiven || isPatronymic(word)) return undefined;
	const stranger = (index: number) =>
		passage.capitalised(index) && !(passage.use(index, names) & Use.Thing) && !beforeSurnames(passage.word(index));
	if (at > 0 && joins(passage.gap(at)) && stranger(at - 1) && (inner || !passage.beginsSentence(at - 1)))
		return undefined;
	if (passage.gap(at) === Gap.Stop && passage.initial(at - 1)) return undefined;
	const next = passage.gap(at + 1);
	if (next === Gap.Space && !inner && isPatronymic(passage.word(at + 1))) {
		const after = at + 2;
		return passage.gap(after) === Gap.Space && passage.capitalised(after) ? undefined : at + 1;
	}
	if (joins(next) && stranger(at + 1)) return undefined;
	return at;
}

function mention(passage: Passage, { name, inner }: Part, first: number, last: number): Found {
	return {
		...{ name, first, last, start: passage.start(first), end: passage.end(last) },
		...{ how: inner ? 'surname' : 'alias', certainty: Certainty.Doubtful },
	};
}
