// Annotations whose passage is in doubt: confirm the place found, or attach to another. Only a person's act does either.
import { Disposable, l10n, type QuickPickItem, type TextDocument, window, workspace } from 'vscode';
import { describe, trimmed } from '../../../core/annotations/create';
import { setFields } from '../../../core/annotations/edits';
import type { Span } from '../../../core/text/span';
import { rangeIn, shorten, spanIn } from '../../convert';
import type { Placed } from '../../services/annotations';
import { Stop } from '../../services/guard';
import type { Services } from '../../services/services';
import { seenNow } from './annotate';
import { subject, title } from './subject';

export function registerAnchoring(services: Services): Disposable {
	const { guard } = services;
	return Disposable.from(
		guard.command('glossator.annotation.confirm', async (given?: unknown) => {
			const placed = await subject(services, given);
			const span = placed?.anchoring.span;
			if (placed && !span) throw new Stop(l10n.t('Its passage was not found. Attach the annotation to another one.'));
			if (placed && span) await attach(services, placed, await workspace.openTextDocument(placed.seed), span);
		}),
		guard.command('glossator.annotation.reattach', async (given?: unknown) => {
			const placed = await subject(services, given);
			if (!placed) return;
			const document = await workspace.openTextDocument(placed.seed);
			const span = await pickPassage(placed, document);
			if (span) await attach(services, placed, document, span);
		}),
	);
}

/** Rewrites quote, before, after and seen in one change. */
async function attach({ sidecars }: Services, placed: Placed, document: TextDocument, span: Span): Promise<void> {
	const described = describe(document.getText(), span);
	const seen = await seenNow(document);
	await sidecars.edit(placed.seed, l10n.t('Attach'), (sidecar) =>
		setFields(sidecar, placed.annotation.id, { ...described, ...(seen && { seen }) }),
	);
}

interface PassageItem extends QuickPickItem {
	readonly span: Span;
}

/** The selection of an editor that shows the seed, or one of the candidates. */
async function pickPassage(placed: Placed, document: TextDocument): Promise<Span | undefined> {
	const text = document.getText();
	const editor = window.visibleTextEditors.find((one) => one.document === document);
	const selected = editor && trimmed(text, spanIn(document, editor.selection));
	const toItem = (span: Span, description: string): PassageItem => ({
		label: shorten(text.slice(span.start, span.end), 70) || '…',
		description,
		detail: shorten(`…${text.slice(Math.max(0, span.start - 60), span.end + 60)}…`, 200),
		span,
	});
	const items = [
		...(selected ? [toItem(selected, l10n.t('the selection'))] : []),
		...placed.anchoring.candidates.map((one) => toItem(one, l10n.t('{0} % alike', Math.round(one.score * 100)))),
	];
	if (!items.length) {
		await window.showTextDocument(document);
		throw new Stop(l10n.t('Nothing like this passage was found. Select where it belongs, then attach again.'));
	}
	const pick = await window.showQuickPick(items, {
		title: l10n.t('Attach “{0}” to…', title(placed.annotation)),
		onDidSelectItem: (item) => editor?.revealRange(rangeIn(document, (item as PassageItem).span)),
	});
	return pick?.span;
}
