// Ctrl+. in a seed: a selected name to be added to a catalogue; who is meant, or not meant, by a mention. What needs no further
// question is an edit that can be previewed.
import {
	type CancellationToken,
	CodeAction,
	CodeActionKind,
	type CodeActionProvider,
	Disposable,
	l10n,
	languages,
	type Range,
	type TextDocument,
	Uri,
} from 'vscode';
import { trimmed } from '../../../core/annotations/create';
import type { Span } from '../../../core/text/span';
import type { CommandName } from '../../commands';
import { shorten, spanIn } from '../../convert';
import { seedSelector } from '../../services/seed-documents';
import type { Services } from '../../services/services';
import { isFitForName } from './add';
import { nameOf } from './pick-actor';
import { saidAt, sayOf, shown, type TitledChange, takeBack } from './said';
import type { NameReference } from './suggested';

/** Before what other features offer for the paragraph. */
const kind = CodeActionKind.QuickFix.append('actor');

/** One whose edit is made when it is chosen or previewed. */
class ChangeAction extends CodeAction {
	constructor(
		title: string,
		readonly change: () => TitledChange,
	) {
		super(title, kind);
	}
}

export function registerCodeActions(services: Services): Disposable {
	const { guard, edits } = services;
	const provider: CodeActionProvider = {
		provideCodeActions: (document, range, { only }, token) =>
			only && !only.contains(kind) && !kind.contains(only)
				? []
				: guard.quietly('code actions', () => actionsAt(services, document, range, token), []),
		resolveCodeAction: async (action) => {
			if (!(action instanceof ChangeAction)) return action;
			const change = action.change();
			const { edit, before } = await edits.preview(change);
			const command: CommandName = 'glossator.enterStep';
			action.edit = edit;
			action.command = { command, title: '', arguments: [change.label, change.uri.toString(), before] };
			return action;
		},
	};
	return Disposable.from(
		languages.registerCodeActionsProvider(seedSelector, provider, { providedCodeActionKinds: [kind] }),
		guard.command('glossator.enterStep', (label: string, uri: string, before?: string) =>
			edits.enter({ label, uri: Uri.parse(uri, true) }, before ?? undefined),
		),
	);
}

async function actionsAt(
	services: Services,
	document: TextDocument,
	range: Range,
	token: CancellationToken,
): Promise<CodeAction[]> {
	const text = document.getText();
	const selected = range.isEmpty ? undefined : trimmed(text, spanIn(document, range));
	const name = selected && isFitForName(text.slice(selected.start, selected.end)) ? selected : undefined;
	const here = await mentionActions(services, document, selected ?? spanIn(document, range));
	return token.isCancellationRequested ? [] : [...(name ? nameActions(document, name) : []), ...here];
}

/** Both ask more, so they are commands. */
function nameActions(document: TextDocument, { start, end }: Span): CodeAction[] {
	const text = document.getText().slice(start, end);
	const reference: NameReference = { seed: document.uri.toString(), start, end, text };
	const asking = (title: string, command: CommandName) => {
		const action = new CodeAction(title, kind);
		action.command = { command, title, arguments: [reference] };
		return action;
	};
	const quoted = shorten(text, 40);
	return [
		asking(l10n.t('Add Actor “{0}”…', quoted), 'glossator.actor.add'),
		asking(l10n.t('“{0}” Is Also a Name of…', quoted), 'glossator.actor.alsoNameOf'),
	];
}

async function mentionActions(services: Services, document: TextDocument, span: Span): Promise<CodeAction[]> {
	const { catalogue } = await services.catalogues.get();
	const said = await saidAt(services, document, span);
	const back = said.map(
		(one) => new ChangeAction(l10n.t('Take Back: {0}', shown(one)), () => takeBack(services.sidecars, document, [one])),
	);
	const mention = await services.mentions.at(document, span.start);
	if (!mention || mention.declared || mention.end < span.end) return back;
	const ids = mention.candidates ?? [mention.actor];
	const change = (title: string, what: { actor: string } | { not: string }) =>
		new ChangeAction(title, () => sayOf(services.sidecars, document, mention, what));
	const is = (mention.candidates ?? []).map((id) =>
		change(l10n.t('It Is {0} Here', nameOf(catalogue, id)), { actor: id }),
	);
	const isNot = ids.map((id) => change(l10n.t('Not {0} Here', nameOf(catalogue, id)), { not: id }));
	return [...is, ...isNot, ...back];
}
