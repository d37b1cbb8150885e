// One change between two versions of a sidecar carried out on a third: taken back, or taken over, and nothing else.
import type { AnnotationChange } from './diff';
import { type EditResult, inSteps, refusal } from './editing';
import {
	addPin,
	clearMention,
	declareCounterpart,
	forgetCounterpart,
	overruleMention,
	removePins,
	setRole,
	takeEntry,
} from './edits';
import { isSameOverride, type MentionOverride, type Sidecar } from './model';

/**
 * Makes what the change is about as it is in `version`, which is the earlier one (the change is taken back) or the later one (it
 * is taken over). No edits where it is so already.
 */
export function takeChange(sidecar: Sidecar, change: AnnotationChange, version: Sidecar): EditResult {
	switch (change.what) {
		case 'added':
		case 'removed':
		case 'changed':
			return takeEntry(sidecar, change.id, version);
		case 'counterpart-declared':
		case 'counterpart-forgotten':
			return takeCounterpart(sidecar, change.file, version);
		case 'pin-added':
		case 'pin-removed':
			return takePin(sidecar, change, version);
		case 'role-changed':
			return setRole(sidecar, change.quote, version.roles.find(({ quote }) => quote === change.quote)?.role);
		case 'mention-overruled':
		case 'mention-restored':
			return takeMention(sidecar, change.mention, version);
	}
}

function takeCounterpart(sidecar: Sidecar, file: string, version: Sidecar): EditResult {
	const theirs = version.parallel.find((declared) => declared.file === file);
	const mine = sidecar.parallel.find((declared) => declared.file === file);
	if (!theirs) return mine ? forgetCounterpart(sidecar, file) : (refusal(sidecar) ?? { edits: [] });
	const missing = theirs.pins.filter((pin) => !mine?.pins.some((one) => samePin(one, pin)));
	return inSteps(sidecar, [
		(now) => declareCounterpart(now, file),
		...missing.map((pin) => (now: Sidecar) => addPin(now, file, pin)),
	]);
}

function takePin(
	sidecar: Sidecar,
	{ file, pin }: Extract<AnnotationChange, { what: 'pin-added' | 'pin-removed' }>,
	version: Sidecar,
): EditResult {
	const pinsOf = (one: Sidecar) => one.parallel.find((declared) => declared.file === file)?.pins ?? [];
	const mine = pinsOf(sidecar).filter((one) => samePin(one, pin));
	const wanted = pinsOf(version).some((one) => samePin(one, pin));
	if (wanted === mine.length > 0) return refusal(sidecar) ?? { edits: [] };
	return wanted ? addPin(sidecar, file, pin) : removePins(sidecar, file, mine);
}

function takeMention(sidecar: Sidecar, mention: MentionOverride, version: Sidecar): EditResult {
	const isSame = (said: MentionOverride) => isSameOverride(said, mention);
	if (version.mentions.some(isSame)) return overruleMention(sidecar, mention);
	return clearMention(sidecar, sidecar.mentions.filter(isSame));
}

interface PinWords {
	readonly here?: string;
	readonly there?: string;
}

function samePin(a: PinWords, b: PinWords): boolean {
	return a.here === b.here && a.there === b.there;
}
