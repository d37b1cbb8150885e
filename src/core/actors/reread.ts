// Reading a large catalogue without making anybody wait: after an edit and in steps, see `yaml/pieces`.
import type { Steps } from '../steps';
import { type Form, readInSteps, reread, rereadInSteps, shiftSpan } from '../yaml/pieces';
import { catalogueFormat, readCatalogue } from './catalogue';
import type { CatalogueEntry, CatalogueFile } from './model';

const form: Form<CatalogueFile, CatalogueEntry> = {
	format: catalogueFormat,
	area: 'catalogue/',
	read: readCatalogue,
	items: ({ entries }) => entries.map((entry) => ({ start: entry.idSpan.start, value: entry })),
	shift: ({ id, idSpan, span, fields, names, references }, by) => ({
		id,
		idSpan: shiftSpan(idSpan, by),
		span: shiftSpan(span, by),
		fields,
		names: names.map((place) => ({ language: place.language, name: place.name, span: shiftSpan(place.span, by) })),
		references: references.map((place) => ({ id: place.id, span: shiftSpan(place.span, by) })),
	}),
	make: ({ items, ...file }) => ({
		...file,
		entries: items.map(({ value }) => value),
		isBlank: file.keys.length === 0,
	}),
};

/** What a file's text says after it has changed, by what it said before: only entries that the change touched are read. */
export function rereadCatalogue(previous: CatalogueFile, text: string): CatalogueFile {
	return reread(form, previous, text);
}

/** The same in steps; a change that cannot be read alone costs a step for every 15,000 characters of the file. */
export function rereadSteps(previous: CatalogueFile, text: string): Steps<CatalogueFile> {
	return rereadInSteps(form, previous, text);
}

/** Reads a file's text in steps. */
export function readSteps(text: string): Steps<CatalogueFile> {
	return readInSteps(form, text);
}
