// Quick fixes in sidecars, where a mistake has one obvious remedy.
import {
	CodeAction,
	CodeActionKind,
	type Diagnostic,
	type Disposable,
	l10n,
	languages,
	Position,
	type TextDocument,
	WorkspaceEdit,
} from 'vscode';
import { newId } from '../../../core/annotations/ids';
import { sidecarFormat } from '../../../core/annotations/model';
import { annotationKeys, readSidecar } from '../../../core/annotations/sidecar';
import type { ProblemCode } from '../../../core/problems';
import type { Services } from '../../services/services';
import { sidecarFiles } from '../../services/sidecars';

export function registerYamlFixes(services: Services): Disposable {
	return languages.registerCodeActionsProvider(
		sidecarFiles,
		{
			provideCodeActions: (document, _range, { diagnostics }) =>
				services.guard.quietly('quick fixes', () => diagnostics.flatMap((one) => fix(document, one) ?? []), []),
		},
		{ providedCodeActionKinds: [CodeActionKind.QuickFix] },
	);
}

function fix(document: TextDocument, diagnostic: Diagnostic): CodeAction | undefined {
	const found = document.getText(diagnostic.range);
	switch (diagnostic.code as ProblemCode) {
		case 'format/missing': {
			const edit = new WorkspaceEdit();
			edit.insert(document.uri, new Position(0, 0), `format: ${sidecarFormat}\n`);
			return action(l10n.t('Say the format in the first line'), diagnostic, edit);
		}
		case 'sidecar/bad-id': {
			const taken = new Set(readSidecar(document.getText()).entries.map(({ annotation }) => annotation.id));
			return replace(document, diagnostic, newId(Math.random, taken));
		}
		case 'sidecar/unknown-key': {
			const key = nearest(found, annotationKeys);
			return key ? replace(document, diagnostic, key) : undefined;
		}
		case 'sidecar/bad-date': {
			const date = isoDate(found.replace(/^['"]|['"]$/g, ''));
			return date ? replace(document, diagnostic, `'${date}'`) : undefined;
		}
		default:
			return undefined;
	}
}

function replace(document: TextDocument, diagnostic: Diagnostic, text: string): CodeAction {
	const edit = new WorkspaceEdit();
	edit.replace(document.uri, diagnostic.range, text);
	return action(l10n.t('Change to “{0}”', text), diagnostic, edit);
}

function action(label: string, diagnostic: Diagnostic, edit: WorkspaceEdit): CodeAction {
	const made = new CodeAction(label, CodeActionKind.QuickFix);
	made.edit = edit;
	made.diagnostics = [diagnostic];
	made.isPreferred = true;
	return made;
}

/** `2026.3.5`, `5.3.2026`, `2026/03/05`, with a day that the calendar has. */
function isoDate(text: string): string | undefined {
	const [, a = '', b = '', c = ''] = /^(\d{1,4})[./ -](\d{1,2})[./ -](\d{1,4})$/.exec(text.trim()) ?? [];
	const [year, day] = a.length === 4 ? [a, c] : [c, a];
	if (year.length !== 4 || day.length > 2) return undefined;
	const iso = `${year}-${b.padStart(2, '0')}-${day.padStart(2, '0')}`;
	const date = new Date(`${iso}T00:00:00Z`);
	return Number.isNaN(date.getTime()) || !date.toISOString().startsWith(iso) ? undefined : iso;
}

/** The one that differs in a letter added, left out, changed, or in letter case. */
function nearest(found: string, known: readonly string[]): string | undefined {
	const key = found.toLowerCase().replace(/_/g, '-');
	return known.find((one) => one === key) ?? known.find((one) => isNear(key, one));
}

function isNear(a: string, b: string): boolean {
	const [short, long] = a.length <= b.length ? [a, b] : [b, a];
	if (long.length - short.length > 1 || short.length < 3) return false;
	let same = 0;
	while (same < short.length && short[same] === long[same]) same++;
	return short.slice(same + (short.length === long.length ? 1 : 0)) === long.slice(same + 1);
}
