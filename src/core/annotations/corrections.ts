// What a person says of paragraphs in one step: pins that go and one that comes, a role given or taken back.
import { applyEdits, minimalEdit } from '../text/edits';
import type { EditResult } from './editing';
import type { ParallelPin, Sidecar } from './model';
import { beginningOf, type PinnedText, paragraphsOf } from './pins';
import { addPin, removePins, setRole } from './sections';
import { readSidecar } from './sidecar';

/** A pin by its words. */
export type PinWords = Pick<ParallelPin, 'here' | 'there'>;

const same = (a: PinWords, b: PinWords) => a.here === b.here && a.there === b.there;

/** Pins of a counterpart changed in one go. Of `gone`, those that are not there any more count as taken out. */
export function correctPins(
	sidecar: Sidecar,
	file: string,
	{ gone = [], added }: { readonly gone?: readonly PinWords[]; readonly added?: PinWords | undefined },
): EditResult {
	const pins = sidecar.parallel.find((declared) => declared.file === file)?.pins ?? [];
	const removed = pins.filter((pin) => gone.some((one) => same(one, pin)));
	const wanted = added && pins.some((pin) => same(added, pin) && !removed.includes(pin)) ? undefined : added;
	const first = removed.length ? removePins(sidecar, file, removed) : { edits: [] };
	if (first.problem || !wanted) return first;
	if (!removed.length) return addPin(sidecar, file, wanted);
	const between = applyEdits(sidecar.text, first.edits);
	const second = addPin(readSidecar(between), file, wanted);
	if (second.problem) return second;
	const edit = minimalEdit(sidecar.text, applyEdits(between, second.edits));
	return { edits: edit ? [edit] : [] };
}

/**
 * Overrules the role of one paragraph; undefined: takes back what was said of it. The answer is undefined where the
 * paragraph cannot be told from another one by its words.
 */
export function giveRole(
	sidecar: Sidecar,
	pinned: PinnedText,
	index: number,
	role: string | undefined,
): EditResult | undefined {
	const places = paragraphsOf(
		sidecar.roles.map(({ quote }) => quote),
		pinned,
	);
	const quote = sidecar.roles[places.indexOf(index)]?.quote ?? beginningOf(pinned, index);
	return quote === undefined ? undefined : setRole(sidecar, quote, role);
}
