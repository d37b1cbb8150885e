// What a paragraph is — heading, byline, caption, body, furniture — said by a person where the rule was wrong.
import {
	type CancellationToken,
	CodeAction,
	type CodeActionContext,
	CodeActionKind,
	CodeActionTriggerKind,
	Disposable,
	l10n,
	languages,
	type QuickPickItem,
	type Range,
	type TextDocument,
	window,
} from 'vscode';
import { giveRole } from '../../../core/annotations/corrections';
import { overruleRoles } from '../../../core/annotations/pins';
import { type Role, roles } from '../../../core/seed/model';
import { roleName } from '../../roles';
import { Stop } from '../../services/guard';
import { paragraphAt } from '../../services/parallel';
import { isSeed, seedSelector } from '../../services/seed-documents';
import type { Services } from '../../services/services';

export function registerRoles(services: Services): Disposable {
	return Disposable.from(
		services.guard.command('glossator.setRole', (role?: unknown) => setRole(services, role)),
		languages.registerCodeActionsProvider(
			seedSelector,
			{
				provideCodeActions: (document, range, context, token) =>
					services.guard.quietly('roles', () => actionsFor(services, document, range, context, token), []),
			},
			{ providedCodeActionKinds: [CodeActionKind.Refactor] },
		),
	);
}

/** A paragraph with the role it has, and the one it would have if nobody had said anything. */
interface Ruled {
	readonly document: TextDocument;
	readonly paragraph: number;
	readonly role: Role;
	readonly found: Role;
}

async function ruledAt(
	{ seeds, sidecars }: Services,
	document: TextDocument,
	offset: number,
): Promise<Ruled | undefined> {
	const { text, seed } = seeds.analyse(document);
	const paragraph = seed ? paragraphAt(seed.paragraphs, offset) : -1;
	const found = seed?.paragraphs[paragraph]?.role;
	if (!seed || !found) return undefined;
	const overrides = (await sidecars.get(document.uri))?.roles ?? [];
	const role = overruleRoles({ text, paragraphs: seed.paragraphs }, overrides)[paragraph]?.role ?? found;
	return { document, paragraph, role, found };
}

/** Only where somebody asks: a light bulb on every line would tell nothing. */
async function actionsFor(
	services: Services,
	document: TextDocument,
	range: Range,
	{ triggerKind }: CodeActionContext,
	token: CancellationToken,
): Promise<CodeAction[]> {
	if (triggerKind !== CodeActionTriggerKind.Invoke || document.isUntitled) return [];
	const ruled = await ruledAt(services, document, document.offsetAt(range.end));
	if (!ruled || token.isCancellationRequested) return [];
	return roles
		.filter((role) => role !== ruled.role)
		.map((role) => {
			const name = roleName(role);
			const title = l10n.t('Treat as {0}', name.charAt(0).toUpperCase() + name.slice(1));
			const action = new CodeAction(title, CodeActionKind.Refactor);
			action.command = { command: 'glossator.setRole', title: action.title, arguments: [role] };
			return action;
		});
}

async function setRole(services: Services, given: unknown): Promise<void> {
	const editor = window.activeTextEditor;
	const ruled =
		editor && isSeed(editor.document)
			? await ruledAt(services, editor.document, editor.document.offsetAt(editor.selection.active))
			: undefined;
	if (!ruled) throw new Stop(l10n.t('Put the cursor in a paragraph of a seed first.'));
	const role = roles.find((known) => known === given) ?? (await pickRole(ruled));
	if (role) await keep(services, ruled, role);
}

/** What the rule says needs not be said: it is taken back then. */
async function keep({ seeds, parallel }: Services, { document, paragraph, found }: Ruled, role: Role): Promise<void> {
	const { text, seed } = seeds.analyse(document);
	if (!seed?.paragraphs[paragraph]) return;
	const change = (sidecar: Parameters<typeof giveRole>[0]) => {
		const { paragraphs } = seed;
		const result = giveRole(sidecar, { text, paragraphs }, paragraph, role === found ? undefined : role);
		if (result) return result;
		throw new Stop(l10n.t('Another paragraph of this text is just the same, so words cannot tell the two apart.'));
	};
	await parallel.correct(l10n.t('Change Role of Paragraph'), [{ seed: document.uri, change }]);
}

async function pickRole({ role, found, paragraph }: Ruled): Promise<Role | undefined> {
	const items = roles.map((one): QuickPickItem & { readonly role: Role } => ({
		label: roleName(one),
		description: [one === role && l10n.t('now'), one === found && l10n.t('as found')].filter(Boolean).join(' · '),
		role: one,
	}));
	return (await window.showQuickPick(items, { title: l10n.t('Role of Paragraph {0}', paragraph + 1) }))?.role;
}
