// The mark at the beginning of each paragraph: the number of the one that says the same, and on hover what that says.
import {
	type CancellationToken,
	Disposable,
	EventEmitter,
	Hover,
	InlayHint,
	l10n,
	languages,
	MarkdownString,
	type Position,
	type Range,
	type TextDocument,
	workspace,
} from 'vscode';
import { type Partner, partnerOf } from '../../../core/parallel/partner';
import type { CommandName } from '../../commands';
import { escapeMarkdown, rangeIn, shorten, spanIn } from '../../convert';
import { languageName } from '../../languages';
import type { Aligned } from '../../services/parallel';
import { seedSelector } from '../../services/seed-documents';
import type { Services } from '../../services/services';
import { setting } from '../../services/settings';
import { same } from './place';

/** UTF-16 units shown of the other paragraph: a hover is no reading room. */
const longestPreview = 1500;

/** A paragraph with its partner in the text it is read with. */
interface Marked {
	readonly paragraph: number;
	readonly partner: Partner;
	readonly aligned: Aligned;
}

class Mark extends InlayHint {
	constructor(
		position: Position,
		readonly marked: Marked,
	) {
		super(position, label(marked.partner));
		this.paddingRight = true;
	}
}

export function registerMarks(services: Services): Disposable {
	const { guard, parallel } = services;
	const changed = new EventEmitter<void>();
	return Disposable.from(
		changed,
		parallel.onDidChange(() => changed.fire()),
		workspace.onDidChangeConfiguration((event) => {
			if (event.affectsConfiguration('glossator.parallel.marks')) changed.fire();
		}),
		languages.registerInlayHintsProvider(seedSelector, {
			onDidChangeInlayHints: changed.event,
			provideInlayHints: (document, range, token) =>
				guard.quietly('paragraph marks', () => marksIn(services, document, range, token), []),
			resolveInlayHint: (hint) => {
				if (hint instanceof Mark) hint.tooltip = preview(hint.marked);
				return hint;
			},
		}),
		languages.registerHoverProvider(seedSelector, {
			provideHover: (document, position, token) =>
				guard.quietly('paragraph on hover', () => hoverAt(services, document, position, token), undefined),
		}),
	);
}

async function marksIn(
	services: Services,
	document: TextDocument,
	range: Range,
	token: CancellationToken,
): Promise<Mark[]> {
	const aligned = await alignedWith(services, document, token);
	if (!aligned) return [];
	const { start, end } = spanIn(document, range);
	return aligned.here.seed.paragraphs.flatMap((span, paragraph) => {
		const partner = span.start >= start && span.start <= end ? partnerOf(aligned.alignment, paragraph) : undefined;
		// what is on a page besides the story is not missed in the other language
		if (!partner || (partner.how === 'none' && span.role !== 'body')) return [];
		return [new Mark(document.positionAt(span.start), { paragraph, partner, aligned })];
	});
}

/** At a paragraph's very beginning, where the jump puts the cursor: so the preview can be had by keyboard. */
async function hoverAt(
	services: Services,
	document: TextDocument,
	position: Position,
	token: CancellationToken,
): Promise<Hover | undefined> {
	const offset = document.offsetAt(position);
	const { seed } = services.seeds.analyse(document);
	const paragraph = seed?.paragraphs.findIndex(({ start }) => start === offset) ?? -1;
	const aligned = paragraph < 0 ? undefined : await alignedWith(services, document, token);
	const partner = aligned && partnerOf(aligned.alignment, paragraph);
	if (!partner) return undefined;
	return new Hover(preview({ paragraph, partner, aligned }), rangeIn(document, { start: offset, end: offset + 1 }));
}

async function alignedWith(
	{ parallel }: Services,
	document: TextDocument,
	token: CancellationToken,
): Promise<Aligned | undefined> {
	if (!setting('parallel.marks', document)) return undefined;
	const counterpart = await parallel.counterpart(document.uri);
	if (!counterpart || token.isCancellationRequested) return undefined;
	const aligned = await parallel.align(document.uri, counterpart.uri);
	return token.isCancellationRequested || !same(aligned?.here.uri, document.uri) ? undefined : aligned;
}

function label({ how, paragraphs }: Partner): string {
	if (how === 'none') return '⇄ –';
	return `⇄ ${paragraphs.map((paragraph) => paragraph + 1).join(', ')}${how === 'linked' ? '' : '?'}`;
}

/** What commands are told about a paragraph. */
function argument({ paragraph, aligned: { here, there } }: Marked): object {
	return { uri: here.uri.toString(), paragraph, to: there.uri.toString() };
}

function preview(marked: Marked): MarkdownString {
	const { partner, aligned } = marked;
	const { there } = aligned;
	const language = escapeMarkdown(languageName(there.seed.language));
	const actions = actionsFor(partner);
	const markdown = new MarkdownString('', true);
	markdown.isTrusted = { enabledCommands: actions.map(([command]) => command) };
	const texts = partner.how === 'none' ? [] : partner.paragraphs.map((paragraph) => textOf(aligned, paragraph));
	const given = (more: object) => encodeURIComponent(JSON.stringify([{ ...argument(marked), ...more }]));
	const links = actions.map(([command, title, more]) => `[${title}](command:${command}?${given(more)})`);
	markdown.appendMarkdown(
		[`**${language}** · ${escapeMarkdown(howSure(partner))}`, ...texts, links.join(' · ')].join('\n\n'),
	);
	return markdown;
}

function textOf({ there: { text, seed } }: Aligned, paragraph: number): string {
	const span = seed.paragraphs[paragraph];
	return escapeMarkdown(shorten(span ? text.slice(span.start, span.end) : '', longestPreview));
}

function howSure({ how, score, paragraphs, others, gap }: Partner): string {
	const numbers = (list: readonly number[]) => list.map((one) => one + 1).join(', ');
	const percent = Math.round(score * 100);
	if (how === 'linked') return l10n.t('paragraph {0}, {1} % sure', numbers(paragraphs), percent);
	if (how === 'likely' && others.length)
		return l10n.t('probably paragraph {0}, {1} % sure; or else {2}', numbers(paragraphs), percent, numbers(others));
	if (how === 'likely') return l10n.t('probably paragraph {0}, {1} % sure', numbers(paragraphs), percent);
	if (how === 'possible' && others.length)
		return l10n.t('perhaps paragraph {0}, or else {1}, or none', numbers(paragraphs), numbers(others));
	if (how === 'possible') return l10n.t('perhaps paragraph {0}, or none', numbers(paragraphs));
	const around = [gap?.after, gap?.before].filter((one) => one !== undefined);
	return around.length
		? l10n.t('no such paragraph; it belongs near {0}', numbers(around))
		: l10n.t('no such paragraph');
}

function actionsFor({ how }: Partner): readonly (readonly [CommandName, string, object])[] {
	return [
		['glossator.jumpToParallel', `$(arrow-swap) ${l10n.t('Jump')}`, {}],
		...(how === 'none' ? [] : ([['glossator.peekParallel', `$(eye) ${l10n.t('Peek')}`, {}]] as const)),
		['glossator.correctParagraph', `$(link) ${l10n.t('Link')}`, { by: 'link' }],
		['glossator.correctParagraph', `$(circle-slash) ${l10n.t('No Counterpart')}`, { by: 'none' }],
		['glossator.correctParagraph', `$(discard) ${l10n.t('Forget Corrections')}`, { by: 'forget' }],
	];
}
