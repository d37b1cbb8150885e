// Commands about one mention: who is meant here, who is not.
import { Disposable, l10n, window } from 'vscode';
import { shorten, spanIn } from '../../convert';
import { isSeed } from '../../services/seed-documents';
import type { Services } from '../../services/services';
import { inSteps } from '../../services/steps';
import { type MentionReference, mentionMeant } from './mention-at';
import { nameOf, pickActor } from './pick-actor';
import { sayOf, type TitledChange } from './said';

/** What a card's link says: the mention, and who it is. */
type Decision = MentionReference & { readonly actor?: string };

export function registerDecide(services: Services): Disposable {
	const { guard } = services;
	return Disposable.from(
		guard.command('glossator.actor.decide', (given?: Decision) => decide(services, given)),
		guard.command('glossator.actor.notHere', (given?: Decision) => notHere(services, given)),
	);
}

async function decide(services: Services, given: Decision | undefined): Promise<void> {
	const { document, span, candidates } = given
		? await ofMention(services, given)
		: ((await ofSelection()) ?? (await ofMention(services, undefined)));
	let actor = given?.actor;
	if (actor === undefined) {
		const quote = shorten(document.getText().slice(span.start, span.end), 60);
		const { catalogue } = await services.catalogues.latest();
		const title = l10n.t('Who is “{0}” here?', quote);
		const question = pickActor(catalogue, { title, query: quote, first: candidates }, (id) => {
			actor = id;
		});
		if (!(await inSteps([question]))) return;
	}
	if (actor !== undefined) await say(services, sayOf(services.sidecars, document, span, { actor }));
}

async function ofMention(services: Services, given: Decision | undefined) {
	const { document, mention } = await mentionMeant(services, given);
	return { document, span: { start: mention.start, end: mention.end }, candidates: mention.candidates ?? [] };
}

/** Any passage can be said to be somebody. */
function ofSelection() {
	const editor = window.activeTextEditor;
	if (!editor || !isSeed(editor.document) || editor.selection.isEmpty) return undefined;
	return { document: editor.document, span: spanIn(editor.document, editor.selection), candidates: [] };
}

async function notHere(services: Services, given: Decision | undefined): Promise<void> {
	const { document, mention } = await mentionMeant(services, given);
	if (mention.candidates && given?.actor === undefined) {
		const { catalogue } = await services.catalogues.latest();
		const items = mention.candidates.map((id) => ({ label: nameOf(catalogue, id), description: id, id }));
		const chosen = await window.showQuickPick(items, { title: l10n.t('Who is not meant here?') });
		if (chosen) await say(services, sayOf(services.sidecars, document, mention, { not: chosen.id }));
		return;
	}
	const not = given?.actor ?? mention.actor;
	await say(services, sayOf(services.sidecars, document, mention, { not }));
}

function say({ edits }: Services, change: TitledChange): Promise<void> {
	return edits.makeAll(change.label, [change]);
}
