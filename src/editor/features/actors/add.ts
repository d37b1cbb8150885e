// From the text into a catalogue: a new actor, or one more name of a known one.
import { commands, Disposable, l10n, type Uri, window } from 'vscode';
import { readCatalogue } from '../../../core/actors/catalogue';
import { addActor, addName, type EditResult, newCatalogueText } from '../../../core/actors/edits';
import { type ActorType, actorTypes, type Catalogue, type CatalogueFile } from '../../../core/actors/model';
import { trimmed } from '../../../core/annotations/create';
import type { KnownLanguage } from '../../../core/seed/model';
import { typeIcons, typeName } from '../../actor-types';
import type { CommandName } from '../../commands';
import { shorten, spanIn } from '../../convert';
import { languageName } from '../../languages';
import { builtInUri } from '../../services/catalogues';
import { baseName } from '../../services/files';
import { Stop } from '../../services/guard';
import { isSeed } from '../../services/seed-documents';
import type { Services } from '../../services/services';
import { notUnderstood } from '../../services/sidecars';
import { type Answered, ask, choose, chooseOrType, inSteps, type Place } from '../../services/steps';
import { whyNotAnId } from './ids';
import { nameOf, pickActor } from './pick-actor';
import { type NameReference, type Suggested, suggestFor } from './suggested';
import { targetsFor } from './targets';

/** UTF-16 units; the longest names of institutions have some 200. */
const longestName = 250;

export function isFitForName(text: string): boolean {
	return text.length <= longestName && /\p{L}/u.test(text) && !/[\r\n\u2028\u2029]/.test(text);
}

export function registerAdd(services: Services): Disposable {
	const { guard } = services;
	return Disposable.from(
		guard.command('glossator.actor.add', (given?: NameReference) => addActorFrom(services, given ?? nameAtCursor())),
		guard.command('glossator.actor.alsoNameOf', (given?: NameReference) =>
			addNameFrom(services, given ?? nameAtCursor()),
		),
	);
}

/** The selection, else the word at the cursor. */
function nameAtCursor(): NameReference {
	const editor = window.activeTextEditor;
	if (!editor || !isSeed(editor.document)) throw new Stop(l10n.t('Open a seed and select a name in it first.'));
	const { document, selection } = editor;
	const word = selection.isEmpty ? document.getWordRangeAtPosition(selection.active) : selection;
	const span = word && trimmed(document.getText(), spanIn(document, word));
	const text = span && document.getText().slice(span.start, span.end);
	if (!span || !text || !isFitForName(text)) throw new Stop(l10n.t('Select a name first: words on one line.'));
	return { seed: document.uri.toString(), ...span, text };
}

/** What is being asked together. */
interface Draft extends Omit<Suggested, 'type' | 'id'> {
	type: ActorType;
	name: string;
	/** In another language; empty: none. */
	otherName: string;
	id: string;
	target: Uri;
}

/** True where it was written. */
export async function addActorFrom(services: Services, reference: NameReference): Promise<boolean> {
	const suggested = await suggestFor(services, reference);
	const { catalogue } = await services.catalogues.latest();
	const targets = await targetsFor(services, suggested.seed);
	const draft: Draft = { ...suggested, name: suggested.names[0]!, otherName: '', target: targets[0]!.value };
	const title = l10n.t('Add Actor “{0}”', shorten(reference.text, 60));
	const where = (place: Place) =>
		choose(
			{
				title,
				placeholder: l10n.t('Which catalogue?'),
				items: () => targets,
				active: draft.target,
				keep: (uri) => {
					draft.target = uri;
				},
			},
			place,
		);
	const questions = [
		(place: Place) => askType(title, draft, place),
		(place: Place) => askName(title, draft, place),
		...(draft.otherLanguage ? [(place: Place) => askOtherName(title, draft, place)] : []),
		(place: Place) => askId(title, draft, catalogue, place),
		...(targets.length > 1 ? [where] : []),
	];
	if (!(await inSteps(questions))) return false;
	await write(services, draft.target, l10n.t('Add Actor'), (file) => {
		const { id, type, language, name, otherLanguage, otherName } = draft;
		const others = otherLanguage && otherName ? { [otherLanguage]: [otherName] } : {};
		return addActor(file, { id, type, names: { [language]: [name], ...others } });
	});
	tellDone(services, l10n.t('“{0}” is now in {1}.', draft.name, baseName(draft.target)), draft.id);
	return true;
}

function askType(title: string, draft: Draft, place: Place): Promise<Answered> {
	const likely = [draft.type, ...actorTypes.filter((type) => type !== draft.type)];
	const items = likely.map((type) => ({ label: `${typeIcons[type]} ${typeName(type)}`, value: type }));
	const keep = (type: ActorType) => {
		draft.type = type;
	};
	const placeholder = l10n.t('What is it?');
	return choose({ title, placeholder, items: () => items, active: draft.type, keep }, place);
}

function askName(title: string, draft: Draft, place: Place): Promise<Answered> {
	const keep = (name: string) => {
		draft.name = name;
	};
	return chooseOrType({ title, placeholder: baseFormIn(draft.language), texts: draft.names, keep }, place);
}

function baseFormIn(language: KnownLanguage): string {
	return l10n.t('Its base form ({0}): choose or type it. Other forms are found by themselves', languageName(language));
}

/** So that it is found in the other version too. */
function askOtherName(title: string, draft: Draft, place: Place): Promise<Answered> {
	const language = languageName(draft.otherLanguage ?? 'unknown');
	const placeholder = l10n.t('The same name in the other text ({0}): choose or type it', language);
	const keep = (name: string) => {
		draft.otherName = name;
	};
	const none = l10n.t('No name in that language now');
	return chooseOrType({ title, placeholder, texts: draft.otherNames, none, keep }, place);
}

function askId(title: string, draft: Draft, catalogue: Catalogue, place: Place): Promise<Answered> {
	const prompt = l10n.t('An id for it, as roles and annotations write it');
	const validate = (id: string) => {
		const reason = whyNotAnId(id);
		if (reason !== undefined) return reason;
		const taken = catalogue.actors.has(id);
		return taken ? l10n.t('“{0}” is already the id of {1}. Choose another.', id, nameOf(catalogue, id)) : undefined;
	};
	const keep = (id: string) => {
		draft.id = id;
	};
	return ask({ title, prompt, value: draft.id, validate, keep }, place);
}

/** True where it was written. */
export async function addNameFrom(services: Services, reference: NameReference): Promise<boolean> {
	const { seed, language, names } = await suggestFor(services, reference);
	const { catalogue, sources } = await services.catalogues.latest();
	const targets = await targetsFor(services, seed);
	const title = l10n.t('“{0}” Is Also a Name of…', shorten(reference.text, 60));
	let [id, name] = ['', ''];
	const whose = pickActor(catalogue, { title, query: reference.text }, (chosen) => {
		id = chosen;
	});
	const keep = (text: string) => {
		name = text;
	};
	const which = (place: Place) => chooseOrType({ title, placeholder: baseFormIn(language), texts: names, keep }, place);
	if (!(await inSteps([whose, which]))) return false;
	const own = sources.findLast(
		({ uri, file }) => uri.scheme !== builtInUri.scheme && file.entries.some((entry) => entry.id === id),
	);
	const target = own?.uri ?? targets[0]!.value;
	const known = catalogue.actors.get(id)?.names[language] ?? [];
	await write(services, target, l10n.t('Add Name'), (file) => addName(file, id, language, name, known));
	tellDone(services, l10n.t('“{0}” is now a name of {1}.', name, nameOf(catalogue, id)), id);
	return true;
}

async function write(
	{ edits }: Services,
	uri: Uri,
	label: string,
	change: (file: CatalogueFile) => EditResult,
): Promise<void> {
	await edits.make({ label, uri }, newCatalogueText(), (text) => {
		const { edits: made, problem } = change(readCatalogue(text));
		if (problem) throw notUnderstood(uri, problem);
		return made;
	});
}

/** Without waiting: the message stays until it is closed. */
function tellDone({ guard, edits }: Services, message: string, id: string): void {
	const tell = async () => {
		const [open, undo] = [l10n.t('Open Entry'), l10n.t('Undo')];
		const chosen = await window.showInformationMessage(message, open, undo);
		if (chosen === open) await commands.executeCommand('glossator.goToActor' satisfies CommandName, id);
		if (chosen === undo) await edits.undo();
	};
	void guard.quietly('message', tell, undefined);
}
