// Writing what a person said of mentions into a sidecar, and following an actor's id when it is renamed. Splices, as in `edits`.
import type { EditResult } from '../yaml/blocks';
import { writtenLike } from '../yaml/scalars';
import { removeLines } from '../yaml/splice';
import { refusal } from './editing';
import { isSameOverride, type MentionOverride, type MentionOverrideEntry, type Sidecar } from './model';
import { renderMention } from './render';
import { addToSection, removeItems, replaceItems } from './sections';

/**
 * Says who is meant by a mention, or who is not. Saying who is meant replaces what was said of the same passage; saying
 * of one more who is not is added to it.
 */
export function overruleMention(sidecar: Sidecar, override: MentionOverride): EditResult {
	const here = sidecar.mentions.filter((said) => isSamePassage(said, override));
	if (here.some((said) => isSameOverride(said, override))) return refusal(sidecar) ?? { edits: [] };
	const render = (indent: string) => renderMention(override, indent);
	const outdated = here.filter((said) => override.actor !== undefined || said.actor !== undefined);
	if (outdated.length > 0) return replaceItems(sidecar, 'mentions', outdated, render);
	return addToSection(sidecar, 'mentions', (indent) => [render(indent)]);
}

/** Takes back what was said of mentions; with the last of it, the section. `overrides` are the sidecar's own. */
export function clearMention(sidecar: Sidecar, overrides: readonly MentionOverrideEntry[]): EditResult {
	const section = sidecar.sections.get('mentions');
	if (!section || overrides.length === 0 || overrides.length < sidecar.mentions.length)
		return removeItems(sidecar, 'mentions', overrides);
	return refusal(sidecar) ?? { edits: removeLines(sidecar.text, [section]) };
}

/** Another id for an actor, wherever the sidecar speaks of the actor. No edits where it does not. */
export function renameActorInSidecar(sidecar: Sidecar, from: string, to: string): EditResult {
	const { text, entries, mentions } = sidecar;
	const places = [
		...entries.flatMap(({ annotation, fields }) => (annotation.actor === from ? [fields.get('actor')!] : [])),
		...mentions.flatMap(({ ids }) => ids.filter(({ id }) => id === from).map(({ span }) => span)),
	];
	if (places.length === 0) return { edits: [] };
	const edits = places.map(({ start, end }) => ({ start, end, text: writtenLike(text.slice(start, end), to) }));
	return refusal(sidecar) ?? { edits };
}

function isSamePassage(a: MentionOverride, b: MentionOverride): boolean {
	return a.quote === b.quote && a.before === b.before && a.after === b.after;
}
