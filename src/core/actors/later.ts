// Persons once named in full, later by given name, given name and patronymic, or the first of two surnames.
import { Form } from './inflection-ru';
import { type Names, Use } from './names';
import type { Passage } from './passage';
import { Certainty, joins } from './persons';
import type { Found } from './resolve';
import { Gap } from './tokens';
import { beforeSurnames, isPatronymic } from './words-ru';

/** A part of a name that was mentioned, which may come alone now. */
interface Part {
	readonly name: number;
	/** Not the first given name: perhaps a surname. */
	readonly inner: boolean;
}

/** Shorter given names are too often something else. */
const shortestGiven = 3;

/** Mentions by parts of names that `found` has in full before them; of namesakes, the one named last. */
export function laterMentions(passage: Passage, names: Names, found: readonly Found[]): Found[] {
	const named = found
		.filter(({ name, certainty }) => certainty === Certainty.Sure && names.surname[name]! > 0)
		.sort((a, b) => a.last - b.last);
	if (!named.length) return [];
	const parts = new Map<number, Part>();
	const more: Found[] = [];
	let count = 0;
	for (let at = named[0]!.last + 1; at < passage.count; at++) {
		while (count < named.length && named[count]!.last < at) addParts(parts, names, named[count++]!.name);
		const reading = passage.reading(at);
		if (!reading || !passage.capitalised(at)) continue;
		for (let i = 0; i < reading.words.length; i++) {
			const part = reading.forms[i]! & Form.Singular ? parts.get(reading.words[i]!) : undefined;
			const last = part && lastOf(passage, names, part, at);
			if (last !== undefined) more.push(mention(passage, part!, at, last));
		}
	}
	return more;
}

function addParts(parts: Map<number, Part>, names: Names, name: number): void {
	const start = names.first[name]!;
	for (let i = start; i < start + names.surname[name]!; i++) parts.set(names.words[i]!, { name, inner: i > start });
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
