// What a merge left open in a file, one key away: keep one side's, the other's, or both.
import {
	CodeAction,
	CodeActionKind,
	type CodeActionProvider,
	Disposable,
	l10n,
	languages,
	WorkspaceEdit,
} from 'vscode';
import type { EditResult } from '../../../core/annotations/editing';
import { resolveConflict } from '../../../core/annotations/edits';
import { newId } from '../../../core/annotations/ids';
import type { Sidecar } from '../../../core/annotations/model';
import { readSidecar } from '../../../core/annotations/sidecar';
import { canKeepBoth, type Keep } from '../../../core/merge/resolve';
import type { Alternative, Undecided } from '../../../core/merge/undecided';
import type { CommandName } from '../../commands';
import { rangeIn, shorten, spanIn } from '../../convert';
import type { Services } from '../../services/services';
import { sidecarFiles } from '../../services/sidecars';

const solveCommand: CommandName = 'glossator.review.solve';

export function registerDecisions({ guard }: Services): Disposable {
	const provider: CodeActionProvider = {
		provideCodeActions: (document, range, { diagnostics }) =>
			guard.quietly('decisions', () => {
				const sidecar = readSidecar(document.getText());
				const { start, end } = spanIn(document, range);
				const here = sidecar.undecided.filter(({ span }) => span.start <= end && start <= span.end);
				const actions = here.flatMap((undecided) =>
					keepsOf(undecided).map(({ title, keep }) => {
						const action = new CodeAction(title, CodeActionKind.QuickFix);
						const { edits } = resolve(sidecar, undecided, keep);
						if (!edits) return undefined;
						action.edit = new WorkspaceEdit();
						for (const edit of edits) action.edit.replace(document.uri, rangeIn(document, edit), edit.text);
						action.diagnostics = diagnostics.filter(({ code }) => String(code).startsWith('merge/'));
						return action;
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
				return actions.filter((action) => action !== undefined);
			}, []),
	};
	const files = [...sidecarFiles, { pattern: '**/{actors,*.actors}.yaml' }];
	return Disposable.from(
		languages.registerCodeActionsProvider(files, provider, { providedCodeActionKinds: [CodeActionKind.QuickFix] }),
	);
}

function resolve(sidecar: Sidecar, undecided: Undecided, keep: Keep): EditResult {
	const taken = new Set(sidecar.entries.map(({ annotation }) => annotation.id));
	return resolveConflict(sidecar, undecided, keep, keep === 'both' ? newId(Math.random, taken) : undefined);
}

function keepsOf(undecided: Undecided): { readonly title: string; readonly keep: Keep }[] {
	const { path, field, alternatives } = undecided;
	if (field === undefined)
		return [
			{ title: l10n.t('Keep {0}', path.at(-1) ?? ''), keep: 'both' },
			{ title: l10n.t('Delete {0}, as {1} did', path.at(-1) ?? '', alternatives[0]?.side ?? ''), keep: 0 },
		];
	return [
		...alternatives.map((one, keep) => ({ title: l10n.t('Keep that of {0}: {1}', one.side, said(one)), keep })),
		...(canKeepBoth(undecided) ? [{ title: l10n.t('Keep both'), keep: 'both' as const }] : []),
	];
}

/** One line. */
function said({ value }: Alternative): string {
	if (value?.type === 'text') return `“${shorten(value.text, 50)}”`;
	if (value?.type === 'list') return value.items.map((item) => (item.type === 'text' ? item.text : '…')).join(', ');
	const quote = value?.pairs.find(({ key }) => key.text === 'quote' || key.text === 'from')?.value;
	return quote?.type === 'text' ? `“${shorten(quote.text, 50)}”` : value ? '…' : l10n.t('nothing');
}
