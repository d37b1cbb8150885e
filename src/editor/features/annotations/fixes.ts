// Quick fixes: what can be done about a passage in doubt, where the seed shows it.
import {
	CodeAction,
	CodeActionKind,
	type Diagnostic,
	Disposable,
	l10n,
	languages,
	Range,
	type TextDocument,
} from 'vscode';
import type { CommandName } from '../../commands';
import { rangeIn, shorten } from '../../convert';
import type { Placed } from '../../services/annotations';
import { seedSelector } from '../../services/seed-documents';
import type { Services } from '../../services/services';
import { referenceTo, title } from './subject';
import { registerYamlFixes } from './yaml-fixes';

export function registerFixes(services: Services): Disposable {
	const kinds = { providedCodeActionKinds: [CodeActionKind.QuickFix] };
	return Disposable.from(
		languages.registerCodeActionsProvider(
			seedSelector,
			{
				provideCodeActions: (document, _range, { diagnostics }) =>
					services.guard.quietly('quick fixes', () => fixes(services, document, diagnostics), []),
			},
			kinds,
		),
		registerYamlFixes(services),
	);
}

async function fixes(
	{ annotations }: Services,
	document: TextDocument,
	diagnostics: readonly Diagnostic[],
): Promise<CodeAction[]> {
	const shown = diagnostics.filter(({ code }) => code === 'anchor/orphan' || code === 'anchor/confirm');
	if (!shown.length) return [];
	const placed = (await annotations.of(document.uri))?.placed ?? [];
	return shown.flatMap((diagnostic) =>
		placed.filter((one) => isAbout(diagnostic, one, document)).flatMap((one) => fixesFor(document, one, diagnostic)),
	);
}

/** Orphans are shown at the beginning of the text. */
function isAbout(
	{ code, range, message }: Diagnostic,
	{ annotation, anchoring }: Placed,
	document: TextDocument,
): boolean {
	const { state, span } = anchoring;
	if (code !== `anchor/${state}` || !message.includes(annotation.id)) return false;
	return range.isEqual(span ? rangeIn(document, span) : new Range(0, 0, 0, 0));
}

function fixesFor(document: TextDocument, placed: Placed, diagnostic: Diagnostic): CodeAction[] {
	const { anchoring } = placed;
	const reference = referenceTo(placed);
	const action = (label: string, command: CommandName, ...more: readonly unknown[]) => {
		const made = new CodeAction(label, CodeActionKind.QuickFix);
		made.command = { command, title: label, arguments: [reference, ...more] };
		made.diagnostics = [diagnostic];
		return made;
	};
	const name = shorten(title(placed.annotation), 50);
	const confirm = action(l10n.t('Confirm: this is the passage of “{0}”', name), 'glossator.annotation.confirm');
	confirm.isPreferred = true;
	const others = anchoring.candidates.filter(
		({ start, end }) => start !== anchoring.span?.start || end !== anchoring.span.end,
	);
	return [
		...(anchoring.span ? [confirm] : []),
		...others.map(({ start, end, score }) => {
			const passage = shorten(document.getText(rangeIn(document, { start, end })), 60);
			const percent = Math.round(score * 100);
			const label = l10n.t('Attach “{0}” to “{1}” ({2} % alike)', name, passage, percent);
			return action(label, 'glossator.annotation.reattach', { start, end });
		}),
		action(l10n.t('Attach “{0}” to…', name), 'glossator.annotation.reattach'),
		action(l10n.t('Find “{0}” again', name), 'glossator.annotation.findAgain'),
		action(l10n.t('Keep “{0}” as a note on the seed', name), 'glossator.annotation.keepAsNote'),
		action(l10n.t('Delete “{0}”', name), 'glossator.annotation.delete'),
	];
}
