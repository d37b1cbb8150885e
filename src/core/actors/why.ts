// Why a stretch of text is taken for an actor: which form in the text met which name of the catalogue.
import type { KnownLanguage } from '../seed/model';
import type { ByLanguage, Catalogue, Mention, MentionHow } from './model';

export interface Why {
	/** As the text has it. */
	readonly form: string;
	/** The name that it is a form of. */
	readonly name: string;
	readonly how: MentionHow;
	/**
	 * Where the name is from: the catalogue's names or adjectives, made from one of them (азербайджанский from Азербайджан),
	 * or what a person said in the sidecar.
	 */
	readonly source: 'names' | 'adjectives' | 'made' | 'person';
	/** The language under which the catalogue has it; undefined where it has it not, or not alone. */
	readonly language: KnownLanguage | undefined;
}

/** Of an ambiguous mention: why its likeliest actor. `text` is the one the mention is in. */
export function whyMentioned(text: string, mention: Mention, { actors }: Catalogue): Why {
	const { start, end, actor, name, how, declared } = mention;
	const why = { form: text.slice(start, end), name, how };
	const known = actors.get(actor);
	const [inNames, inAdjectives] = [known?.names, known?.adjectives].map((list) => languagesOf(name, list ?? {}));
	const languages = inNames!.length ? inNames! : inAdjectives!;
	const language = languages.length === 1 ? languages[0] : undefined;
	if (declared) return { ...why, source: 'person', language };
	return { ...why, source: inNames!.length ? 'names' : inAdjectives!.length ? 'adjectives' : 'made', language };
}

function languagesOf(name: string, lists: ByLanguage<readonly string[]>): KnownLanguage[] {
	return (Object.keys(lists) as KnownLanguage[]).filter((language) => lists[language]!.includes(name));
}
