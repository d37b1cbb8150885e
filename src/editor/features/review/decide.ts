// What a merge left open in a file, one key away: keep one side's, the other's, or both.
import {
	CodeAction,
	CodeActionKind,
	type CodeActionProvider,
	type Disposable,
	l10n,
	languages,
	WorkspaceEdit,
} from 'vscode';
import type { CommandName } from '../../commands';
import { rangeIn, shorten, spanIn } from '../../convert';
import type { Services } from '../../services/services';
import { type Choice, openDecisions } from './undecided';

const solveCommand: CommandName = 'glossator.review.solve';

export function registerDecisions(services: Services): Disposable {
	const { guard } = services;
	const provider: CodeActionProvider = {
		provideCodeActions: (document, range, { diagnostics }) =>
			guard.quietly('decisions', () => {
				const { start, end } = spanIn(document, range);
				const open = openDecisions(services, document.uri, document.getText());
				const here = open.filter(({ span }) => span.start <= end && start <= span.end);
				const actions = here.flatMap(({ name, choices, edits }) =>
					choices.flatMap((choice) => {
						const made = edits(choice);
						if (!made) return [];
						const action = new CodeAction(titleOf(choice, name), CodeActionKind.QuickFix);
						action.edit = new WorkspaceEdit();
						for (const edit of made) action.edit.replace(document.uri, rangeIn(document, edit), edit.text);
						action.diagnostics = diagnostics.filter(({ code }) => String(code).startsWith('merge/'));
						return [action];
					}),
				);
				const marked = diagnostics.filter(({ code }) => code === 'yaml/conflict-marker');
				if (marked.length) {
					const action = new CodeAction(l10n.t('Merge Entry by Entry'), CodeActionKind.QuickFix);
					action.command = { command: solveCommand, title: action.title, arguments: [document.uri] };
					action.diagnostics = marked;
					action.isPreferred = true;
					actions.unshift(action);
				}
				return actions;
			}, []),
	};
	const options = { providedCodeActionKinds: [CodeActionKind.QuickFix] };
	return languages.registerCodeActionsProvider({ language: 'yaml' }, provider, options);
}

function titleOf({ what, side, says }: Choice, name: string): string {
	switch (what) {
		case 'stay':
			return l10n.t('Keep {0}', name);
		case 'delete':
			return l10n.t('Delete {0}, as {1} did', name, side ?? '');
		case 'both':
			return l10n.t('Keep both');
		case 'value':
			return l10n.t('Keep that of {0}: {1}', side ?? '', says ? `“${shorten(says, 50)}”` : l10n.t('nothing'));
	}
}
