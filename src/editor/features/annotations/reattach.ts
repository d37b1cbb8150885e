// Annotations whose passage is in doubt: confirm the place found, attach to another, look again, or keep as a note on the
// seed. Only a person's act does any of these.
import { Disposable, l10n, type QuickPickItem, type TextDocument, type TextEditor, window, workspace } from 'vscode';
import { trimmed } from '../../../core/annotations/create';
import { setFields } from '../../../core/annotations/edits';
import type { Span } from '../../../core/text/span';
import { compareWords, markWords, type WordRun } from '../../../core/text/words';
import { shorten, spanIn } from '../../convert';
import type { Placed } from '../../services/annotations';
import { Stop } from '../../services/guard';
import type { Services } from '../../services/services';
import { attach } from './attach';
import { ChangeMarks } from './change-marks';
import { changeAll } from './many';
import { find, quoteOf, referenceTo, subject, subjects, title } from './subject';

export function registerAnchoring(services: Services): Disposable {
	const { guard, annotations } = services;
	return Disposable.from(
		guard.command('glossator.annotation.confirm', async (given?: unknown) => {
			const placed = await subject(services, given);
			const span = placed?.anchoring.span;
			if (placed && !span) throw new Stop(l10n.t('Its passage was not found. Attach the annotation to another one.'));
			if (placed && span) await attach(services, placed, await workspace.openTextDocument(placed.seed), span);
		}),
		guard.command('glossator.annotation.reattach', async (given?: unknown, at?: Span) => {
			const placed = await subject(services, given);
			if (placed) await reattach(services, placed, at);
		}),
		guard.command('glossator.annotation.findAgain', async (given?: unknown) => {
			const placed = await subject(services, given);
			if (!placed) return;
			annotations.findAgain(placed.seed);
			const now = await find(services, referenceTo(placed));
			if (now.anchoring.state !== 'placed') await reattach(services, now);
			else window.setStatusBarMessage(l10n.t('Found again: {0}', title(now.annotation)), 4000);
		}),
		guard.command('glossator.annotation.keepAsNote', async (given?: unknown, selected?: unknown) => {
			const all = await subjects(services, given, selected);
			if (all.length) await keepAsNotes(services, all);
		}),
	);
}

/** `at`: where, as a link in the editor may say in advance. */
async function reattach(services: Services, placed: Placed, at?: Span): Promise<void> {
	const document = await workspace.openTextDocument(placed.seed);
	const isPlace = at && Number.isInteger(at.start) && at.start >= 0 && at.start < at.end;
	const span = isPlace ? trimmed(document.getText(), at) : await pickPassage(placed, document);
	if (span) await attach(services, placed, document, span);
}

/** About the whole seed from now on; the words that it was about stand above what was said of them. */
function keepAsNotes(services: Services, all: readonly Placed[]): Promise<void> {
	return changeAll(services, all, l10n.t('Keep as Note on the Seed'), (sidecar, { annotation }) => {
		const quote = quoteOf(annotation)
			?.trim()
			.replace(/\s*[\r\n]+\s*/g, ' ');
		const note = [quote && `> ${quote}`, annotation.note].filter(Boolean).join('\n\n');
		return setFields(sidecar, annotation.id, { target: { about: 'seed' }, before: undefined, after: undefined, note });
	});
}

interface PassageItem extends QuickPickItem {
	readonly span: Span;
	readonly key: string;
	readonly runs: readonly WordRun[];
}

/** The selection of an editor that shows the seed, or one of the candidates, by its number. */
async function pickPassage(placed: Placed, document: TextDocument): Promise<Span | undefined> {
	const text = document.getText();
	const editor = await window.showTextDocument(document, { preserveFocus: true });
	const selected = trimmed(text, spanIn(document, editor.selection));
	const quote = quoteOf(placed.annotation) ?? '';
	const passages = [
		...(selected ? [{ ...selected, description: l10n.t('the selection') }] : []),
		...placed.anchoring.candidates.map(({ start, end, score }) => {
			return { start, end, description: l10n.t('{0} % alike', Math.round(score * 100)) };
		}),
	];
	if (!passages.length)
		throw new Stop(l10n.t('Nothing like this passage was found. Select where it belongs, then attach again.'));
	const items = passages.map(({ start, end, description }, i): PassageItem => {
		const runs = compareWords(quote, text.slice(start, end));
		const key = String(i + 1);
		const label = `${key}  ${shorten(markWords(runs), 160)}`;
		const detail = shorten(`…${text.slice(Math.max(0, start - 60), end + 60)}…`, 200);
		return { key, label, description, detail, span: { start, end }, runs };
	});
	return choose(editor, items, l10n.t('Attach “{0}” to…', title(placed.annotation)));
}

/** The passage in question is shown in the text, with what changed in it; a number attaches at once. */
function choose(editor: TextEditor, items: readonly PassageItem[], title: string): Promise<Span | undefined> {
	const list = window.createQuickPick<PassageItem>();
	const marks = new ChangeMarks(editor);
	const placeholder = l10n.t('Press a number. [-…-] is gone, [+…+] is new');
	Object.assign(list, { title, items, placeholder, matchOnDetail: true });
	return new Promise((resolve) => {
		const finish = (span: Span | undefined) => {
			resolve(span);
			list.hide();
		};
		list.onDidChangeActive(([item]) => item && marks.show(item.span, item.runs));
		list.onDidChangeValue((value) => {
			const item = items.find(({ key }) => key === value.trim());
			if (item) finish(item.span);
		});
		list.onDidAccept(() => finish(list.selectedItems[0]?.span));
		list.onDidHide(() => {
			resolve(undefined);
			marks.dispose();
			list.dispose();
		});
		list.show();
	});
}
