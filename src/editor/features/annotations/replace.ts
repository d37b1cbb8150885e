// Replacing a seed's text with a corrected version: what becomes of each annotation is shown before it happens.
import {
	commands,
	Disposable,
	EventEmitter,
	env,
	l10n,
	type QuickPickItem,
	QuickPickItemKind,
	type Tab,
	TabInputTextDiff,
	type TextDocument,
	ThemeIcon,
	Uri,
	window,
	workspace,
} from 'vscode';
import type { Anchoring, AnchorState, Annotation } from '../../../core/annotations/model';
import { parseSeed } from '../../../core/seed/parse';
import { minimalEdit } from '../../../core/text/edits';
import { shorten } from '../../convert';
import type { Placed } from '../../services/annotations';
import { baseName, openDocument, readFile } from '../../services/files';
import { Stop } from '../../services/guard';
import { isSeed } from '../../services/seed-documents';
import type { Services } from '../../services/services';
import { quoteOf, title } from './subject';

/** The version that is proposed, as a document that nobody can edit. */
const scheme = 'glossator-proposed';

export function registerReplace(services: Services): Disposable {
	const proposed = new Map<string, string>();
	const changed = new EventEmitter<Uri>();
	return Disposable.from(
		changed,
		workspace.registerTextDocumentContentProvider(scheme, {
			onDidChange: changed.event,
			provideTextDocumentContent: (uri) => proposed.get(uri.path) ?? '',
		}),
		services.guard.command('glossator.replaceText', async (given?: unknown) => {
			const document = window.activeTextEditor?.document;
			if (!document || !isSeed(document)) throw new Stop(l10n.t('Open a seed first.'));
			const source = typeof given === 'string' ? given : await askText();
			if (source === undefined) return;
			const text = asVersionOf(document, source);
			if (text === document.getText()) throw new Stop(l10n.t('The text is the same: nothing to replace.'));
			const uri = Uri.from({ scheme, path: document.uri.path });
			proposed.set(uri.path, text);
			changed.fire(uri);
			const name = l10n.t('{0}: now ↔ corrected', baseName(document.uri));
			await commands.executeCommand('vscode.diff', document.uri, uri, name, { preview: true });
			const after = await services.annotations.inReplacement(document.uri, text);
			const agreed = await confirm(after?.placed ?? [], text);
			proposed.delete(uri.path);
			await closeDiff(uri);
			// the comparison may have taken the tab of a seed that was only being looked at
			await window.showTextDocument(document, { preview: false });
			if (!agreed) return;
			const { version } = document;
			await services.edits.make({ label: l10n.t('Replace Text'), uri: document.uri }, '', (now) => {
				const edit = minimalEdit(now, text);
				return edit ? [edit] : [];
			});
			const isDone = document.version !== version && document.getText() === text;
			if (isDone && after) services.annotations.replaced(text, after);
		}),
		// also when it is taken back: no passage can be followed through such a change
		services.edits.onDidWrite((uri) => {
			const written = openDocument(uri);
			if (written && isSeed(written)) services.annotations.findAgain(uri);
		}),
	);
}

function closeDiff(proposed: Uri): Thenable<boolean> {
	const tabs = window.tabGroups.all.flatMap((group) => group.tabs);
	const isProposed = ({ input }: Tab) =>
		input instanceof TabInputTextDiff && input.modified.toString() === proposed.toString();
	return window.tabGroups.close(tabs.filter(isProposed));
}

async function askText(): Promise<string | undefined> {
	const fromFile = { label: l10n.t('$(file) From a File…') };
	const fromClipboard = { label: l10n.t('$(clippy) From the Clipboard') };
	const chosen = await window.showQuickPick([fromClipboard, fromFile], {
		title: l10n.t('Replace Text with a Corrected Version'),
	});
	if (chosen === fromClipboard) {
		const text = await env.clipboard.readText();
		if (!text.trim()) throw new Stop(l10n.t('The clipboard has no text. Copy the corrected version first.'));
		return text;
	}
	const [uri] = (chosen && (await window.showOpenDialog({ canSelectMany: false }))) ?? [];
	return uri && readFile(uri);
}

/** With the document's line ends, without BOM, and with the seed's header where the new version has none. */
function asVersionOf(document: TextDocument, source: string): string {
	const eol = /\r\n/.test(document.getText()) ? '\r\n' : '\n';
	const text = source.replace(/^\uFEFF/, '').replace(/\r\n?|\n/g, eol);
	const header = parseSeed(document.getText())?.header;
	if (!header || parseSeed(text)) return text;
	return `${document.getText().slice(0, header.end).trimEnd()} ${text.trimStart()}`;
}

interface Outcome extends QuickPickItem {
	readonly agree?: boolean;
}

/** Whether the person agrees, having seen what stays, what asks and what is lost. */
async function confirm(after: readonly Placed[], text: string): Promise<boolean> {
	const order: readonly AnchorState[] = ['orphan', 'confirm', 'placed'];
	const groups = order.flatMap((state): Outcome[] => {
		const items = after.flatMap(({ annotation, anchoring }) =>
			anchoring.state === state ? [outcome(annotation, anchoring, text)] : [],
		);
		const separator = { label: `${stateNames[state]()}: ${items.length}`, kind: QuickPickItemKind.Separator };
		return items.length ? [separator, ...items] : [];
	});
	const count = (state: AnchorState) => after.filter(({ anchoring }) => anchoring.state === state).length;
	const agree: Outcome = {
		label: l10n.t('$(check) Replace the Text'),
		detail: l10n.t('stay: {0} · to confirm: {1} · orphans: {2}', count('placed'), count('confirm'), count('orphan')),
		agree: true,
	};
	const chosen = await window.showQuickPick<Outcome>([agree, ...groups], {
		title: l10n.t('What Becomes of the Annotations'),
		placeHolder: l10n.t('Enter replaces the text; Escape leaves it as it is'),
		ignoreFocusOut: true,
		matchOnDetail: true,
	});
	return chosen?.agree ?? false;
}

const stateNames: Readonly<Record<AnchorState, () => string>> = {
	orphan: () => l10n.t('passage is gone'),
	confirm: () => l10n.t('to confirm'),
	placed: () => l10n.t('stay where they are'),
};

const stateIcons: Readonly<Record<AnchorState, string>> = {
	orphan: 'debug-disconnect',
	confirm: 'question',
	placed: 'pass',
};

function outcome(annotation: Annotation, { state, span }: Anchoring, text: string): Outcome {
	const passage = span && text.slice(span.start, span.end);
	const isOther = passage !== undefined && passage !== quoteOf(annotation);
	return {
		label: title(annotation),
		iconPath: new ThemeIcon(stateIcons[state]),
		...(isOther && { detail: `→ ${shorten(passage, 120)}` }),
	};
}
