// The sentences for problems, in English: the command line prints them as they are, the editor looks their translation up.
// Placeholders in braces are the problem's `args`.
import type { Problem, ProblemCode } from './core/problems';

export const wording: Readonly<Record<ProblemCode, string>> = {
	'seed/impossible-date': 'There is no such day as {date}. Correct the date after “date”, for example 2026-02-28.',
	'seed/no-text': 'This seed has a header and no text yet.',
	'seed/control-characters':
		'This text has {count} control characters (such as NUL). It may be a binary file or a damaged copy.',
	'yaml/syntax': 'This is not valid YAML: {detail}',
	'yaml/conflict-marker':
		'A merge conflict is left in this file. Keep one side or both, then delete the marker lines; nothing is written here until then.',
	'yaml/not-a-map': 'The file should be a map of entries (“id:” at the start of a line), and is a {found}.',
	'yaml/duplicate-key': '“{key}” stands here twice. Rename or delete one of the two.',
	'yaml/aliases': 'Anchors and aliases (“&”, “*”) are not read here. Write the value out.',
	'yaml/too-large': 'The file is larger than {limit} characters and is not read. Split it.',
	'format/missing': 'The first line should say “format: {expected}”.',
	'format/unknown': 'The format “{found}” is not known here; expected “{expected}”.',
	'format/newer':
		'This file has the newer format “{found}”. It is shown as far as it is understood and is not changed; update Glossator to edit it.',
	'merge/two-values':
		'Two versions were merged that say different things under “{key}” ({sides}). Keep one of them, or both.',
	'merge/deleted': '“{side}” deleted “{id}” while the other side changed it. Delete it, or keep it.',
	'catalogue/entry-not-a-map': '“{id}” should be an actor with “type” and “names”.',
	'catalogue/unknown-key': '“{key}” is not a known key here; it is kept and ignored.',
	'catalogue/wrong-type': '“{key}” should be {expected}.',
	'catalogue/unknown-type': '“{found}” is not a type of actor. Use one of: {expected}.',
	'catalogue/no-type': '“{id}” has no type. Add “type”, one of: {expected}.',
	'catalogue/no-names': '“{id}” has no names, so nothing can mention it. Add “names”, by language.',
	'catalogue/bad-id': '“{id}” cannot be an id. Use lower-case Latin letters, digits and hyphens.',
	'catalogue/awkward-id':
		'“{id}” has a blank, “#”, “,” or “:”, where a reference in a note (“@id”) would end. F2 gives it another id everywhere.',
	'catalogue/unknown-language': '“{found}” is not one of the languages known here (ru en az uz kk ky tg tk tr).',
	'catalogue/bad-date': '“{found}” is not a date. Write a year, a month or a day: 2020, 2020-06 or 2020-06-01.',
	'catalogue/dates-backwards': 'This role ends ({until}) before it begins ({from}).',
	'catalogue/roles-overlap': '“{title}” overlaps in time with another role of the same title.',
	'catalogue/bad-link': '“{found}” is not a link. Use an http or https address, or a Wikidata id such as Q227.',
	'catalogue/shared-name': '“{name}” is also a name of “{other}”; a mention will be ambiguous unless the text decides.',
	'catalogue/unknown-actor': 'There is no actor “{id}” in the catalogues.',
	'kinds/unknown-key': '“{key}” is not a known key here; it is kept and ignored.',
	'kinds/wrong-type': '“{key}” should be {expected}.',
	'kinds/bad-colour': '“{found}” is not a colour. Use one of: {expected}.',
	'kinds/bad-key': '“{found}” cannot be a key to press: write one character.',
	'kinds/shared-key': '“{found}” is already the key of “{other}”.',
	'sidecar/entry-not-a-map': '“{id}” should be an annotation with “kind” and “quote”.',
	'sidecar/bad-id':
		'“{id}” is not an annotation id: 8 characters, digits and small Latin letters without i, l, o, u, the first a letter.',
	'sidecar/unknown-key': '“{key}” is not a known key here; it is kept and ignored.',
	'sidecar/wrong-type': '“{key}” should be {expected}.',
	'sidecar/missing-key': '“{key}” is missing.',
	'sidecar/bad-value': '“{found}” is not a value for “{key}”. Expected: {expected}.',
	'sidecar/bad-date': '“{found}” is not a date. Write it as 2026-03-15.',
	'sidecar/unknown-actor': 'There is no actor “{id}” in the catalogues.',
	'sidecar/unknown-kind': '“{id}” is not among the kinds that the project declares.',
	'sidecar/unknown-tag': '“{id}” is not among the tags that the project declares.',
	'sidecar/unknown-target': 'Nothing is found at “{target}”.',
	'sidecar/no-seed': 'The seed “{seed}” that these annotations belong to is not there.',
	'anchor/orphan':
		'The passage “{quote}” of annotation {id} is no longer in the text. Attach the annotation to another passage, or keep it as it is.',
	'anchor/confirm':
		'Is this still the passage “{quote}” of annotation {id}? The text has changed: confirm it or move it.',
	'anchor/mention-lost': 'The mention “{quote}”, of which a person said who is meant, is no longer in the text.',
	'anchor/pin-lost':
		'A person linked the paragraph that begins “{quote}”; now no paragraph, or more than one, begins so.',
};

/** The English sentence for a problem, its places filled in. */
export function word(problem: Pick<Problem, 'code' | 'args'>): string {
	return wording[problem.code].replace(/\{(\w+)\}/g, (whole, name: string) => String(problem.args?.[name] ?? whole));
}
