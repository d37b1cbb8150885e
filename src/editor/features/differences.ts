// Numbers, dates and names that linked paragraphs tell differently, as hints in the seed with the way to the other text.
import {
	Diagnostic,
	DiagnosticRelatedInformation,
	DiagnosticSeverity,
	Disposable,
	Location,
	l10n,
	languages,
	type TextDocument,
	window,
	workspace,
} from 'vscode';
import type { Difference, Passage } from '../../core/parallel/differences';
import { LineIndex } from '../../core/text/lines';
import type { Span } from '../../core/text/span';
import { rangeIn, shorten, toRange } from '../convert';
import { languageName } from '../languages';
import type { Comparison } from '../services/comparisons';
import { isOwnFile } from '../services/find';
import type { SeedText } from '../services/parallel';
import { isSeed } from '../services/seed-documents';
import type { Services } from '../services/services';
import { setting } from '../services/settings';
import { Settle } from '../services/settle';

/** Links follow the typing at a pause. */
const settleMilliseconds = 600;

export function registerDifferences(services: Services): Disposable {
	const { guard, parallel, mentions, seeds } = services;
	const collection = languages.createDiagnosticCollection('glossator-differences');
	const report = async (document: TextDocument) => {
		const { version } = document;
		const wanted = setting('parallel.differences', document);
		const comparison = wanted ? await services.comparisons.of(document.uri) : undefined;
		if (document.isClosed || document.version !== version || !isSeed(document)) return;
		const fits = comparison?.here.text === seeds.analyse(document).text;
		collection.set(document.uri, comparison && fits ? diagnose(document, comparison) : []);
	};
	const reportAll = () => {
		for (const { document } of window.visibleTextEditors)
			if (isSeed(document) && isOwnFile(document.uri))
				void guard.quietly('differences', () => report(document), undefined);
	};
	const settle = new Settle(settleMilliseconds, reportAll);
	const soon = () => settle.soon();
	const clear = ({ uri }: TextDocument) => collection.delete(uri);

	soon();
	return Disposable.from(
		collection,
		settle,
		window.onDidChangeVisibleTextEditors(soon),
		parallel.onDidChange(soon),
		mentions.onDidChange(soon),
		seeds.onDidOpen(soon),
		seeds.onDidChange(soon),
		seeds.onDidClose(clear),
		workspace.onDidCloseTextDocument(clear),
		workspace.onDidChangeConfiguration((event) => {
			if (event.affectsConfiguration('glossator.parallel.differences')) soon();
		}),
	);
}

/** What only the other text says is told there. */
function diagnose(document: TextDocument, { here, there, differences }: Comparison): Diagnostic[] {
	const lines = new LineIndex(there.text);
	return differences.flatMap(({ source, target, link }) => {
		if (!source) return [];
		const diagnostic = new Diagnostic(
			rangeIn(document, spanOf(here, source)),
			message(source, target, languageName(there.seed.language)),
			DiagnosticSeverity.Hint,
		);
		diagnostic.source = 'Glossator';
		diagnostic.code = 'parallel/differs';
		diagnostic.relatedInformation = [
			new DiagnosticRelatedInformation(
				new Location(there.uri, toRange(lines, otherSpan(there, target, link))),
				target ? shorten(target.text, 60) : l10n.t('the paragraph that is linked'),
			),
		];
		return [diagnostic];
	});
}

function message(source: Passage, target: Passage | undefined, language: string): string {
	return target
		? l10n.t('“{0}” here, “{1}” in the other text ({2})', source.text, target.text, language)
		: l10n.t('“{0}” is not in the other text ({1})', source.text, language);
}

const spanOf = ({ seed }: SeedText, { paragraph, start, end }: Passage): Span => {
	const from = seed.paragraphs[paragraph]?.start ?? 0;
	return { start: from + start, end: from + end };
};

function otherSpan(there: SeedText, target: Passage | undefined, link: Difference['link']): Span {
	return target ? spanOf(there, target) : (there.seed.paragraphs[link.target[0] ?? 0] ?? { start: 0, end: 0 });
}
