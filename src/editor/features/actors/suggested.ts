// What to begin with when a name of a seed goes into a catalogue: its base form, what it is, an id, and what the other version of
// the text calls it.
import { l10n, type TextDocument, Uri, workspace } from 'vscode';
import type { Actor } from '../../../core/actors/model';
import { romanise } from '../../../core/actors/romanise';
import { searchActors } from '../../../core/actors/search';
import { type ActorSuggestion, suggestActor } from '../../../core/actors/suggest';
import { unknownNames } from '../../../core/actors/unknown';
import type { KnownLanguage } from '../../../core/seed/model';
import { contains, type Span } from '../../../core/text/span';
import { readText } from '../../services/files';
import { Stop } from '../../services/guard';
import type { Services } from '../../services/services';

/** A name in a seed, as code actions and lists say it. */
export interface NameReference extends Span {
	readonly seed: string;
	readonly text: string;
}

export interface Suggested extends ActorSuggestion {
	readonly seed: Uri;
	/** The language of the seed's other version; undefined where there is none. */
	readonly otherLanguage: KnownLanguage | undefined;
	/** Names there that may be the same one's, the likeliest first. */
	readonly otherNames: readonly string[];
}

/** Throws Stop where the name no longer stands there. */
export async function suggestFor(
	services: Services,
	{ seed, start, end, text: name }: NameReference,
): Promise<Suggested> {
	const uri = Uri.parse(seed, true);
	const document = await workspace.openTextDocument(uri);
	const text = document.getText();
	if (text.slice(start, end) !== name)
		throw new Stop(l10n.t('The text has changed meanwhile. Select the name and try again.'));
	const [{ catalogue }, lists] = await Promise.all([services.catalogues.latest(), services.lexicons.nameLists()]);
	const language = languageAt(services, document, { start, end });
	const suggestion = suggestActor(text, { start, end }, { language, catalogue, lists });
	const other = await services.guard.quietly(
		'names in the other version',
		() => otherVersion(services, uri),
		undefined,
	);
	const usable = other && other.language !== suggestion.language ? other : undefined;
	return {
		...suggestion,
		seed: uri,
		otherLanguage: usable?.language,
		otherNames: usable?.language ? alike(suggestion.names[0]!, usable.names, usable.language) : [],
	};
}

function languageAt({ seeds }: Services, document: TextDocument, span: Span): KnownLanguage | undefined {
	const { seed } = seeds.analyse(document);
	const paragraph = seed?.paragraphs.find((one) => contains(one, span));
	const languages = [paragraph?.language, seed?.language];
	return languages.find((language) => language !== undefined && language !== 'unknown') as KnownLanguage | undefined;
}

/** The names in the counterpart that no catalogue has; undefined where there is none in a known language. */
async function otherVersion({ parallel, catalogues, mentions, lexicons }: Services, seed: Uri) {
	const counterpart = await parallel.counterpart(seed);
	const text = counterpart && (await readText(counterpart.uri));
	if (!counterpart || text === undefined || counterpart.language === 'unknown') return undefined;
	const known = await mentions.ofText(counterpart.uri, text, await catalogues.latest());
	const { language } = counterpart;
	const names = unknownNames([{ text, language, mentions: known }], await lexicons.nameLists());
	return { language, names: names.map(({ name }) => name) };
}

/** Those that sound like the name; for English also how it would be spelt. */
function alike(name: string, names: readonly string[], language: KnownLanguage): string[] {
	const asActors = names.map((one): [string, Actor] => [one, { id: one, type: 'person', names: { en: [one] } }]);
	const found = searchActors({ actors: new Map(asActors) }, name).map(({ name: hit }) => hit);
	const spelt = romanise(name.toLowerCase()).replace(/(^|[\s-])\p{L}/gu, (letter) => letter.toUpperCase());
	return [...new Set([...found, ...(language === 'en' && spelt !== name ? [spelt] : [])])];
}
