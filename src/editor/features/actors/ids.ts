// Where actors' ids stand in YAML: as the key of an entry, after `of`, in a sidecar after `actor` and in what was said of mentions.
import { l10n, type TextDocument } from 'vscode';
import { awkwardInId, readCatalogue, unfitForId } from '../../../core/actors/catalogue';
import type { CatalogueFile } from '../../../core/actors/model';
import { rereadCatalogue } from '../../../core/actors/reread';
import type { Sidecar } from '../../../core/annotations/model';
import { readSidecar } from '../../../core/annotations/sidecar';
import type { Span } from '../../../core/text/span';
import type { Services } from '../../services/services';
import { seedOf } from '../../services/sidecars';

export interface IdPlace {
	readonly id: string;
	/** Quotation marks included. */
	readonly span: Span;
}

/** Of an id that somebody thinks up; others' ids may be stranger. Undefined where nothing is wrong with it. */
export function whyNotAnId(id: string): string | undefined {
	if (awkwardInId.test(id)) return l10n.t('“{0}” cannot be an id: no blanks, “#”, “,” or “:”.', id);
	return unfitForId.test(id) || id === 'format' ? l10n.t('“{0}” cannot be an id.', id) : undefined;
}

/** The id at a place of a YAML document; undefined where there is none. */
export async function idAt(
	{ catalogues, sidecars }: Services,
	document: TextDocument,
	offset: number,
): Promise<IdPlace | undefined> {
	const text = document.getText();
	const seed = seedOf(document.uri);
	const at = ({ span }: IdPlace) => span.start <= offset && offset <= span.end;
	if (seed) {
		const known = await sidecars.get(seed);
		return idsOfSidecar(known?.text === text ? known : readSidecar(text)).find(at);
	}
	if (!catalogues.isCatalogue(document)) return undefined;
	const { sources } = await catalogues.get();
	const known = sources.find(({ uri }) => uri.toString() === document.uri.toString());
	return idsOfCatalogue(known ? rereadCatalogue(known.file, text) : readCatalogue(text)).find(at);
}

function idsOfCatalogue({ entries }: CatalogueFile): IdPlace[] {
	return entries.flatMap(({ id, idSpan, references }) => [{ id, span: idSpan }, ...references]);
}

function idsOfSidecar({ entries, mentions }: Sidecar): IdPlace[] {
	const ofAnnotations = entries.flatMap(({ annotation: { actor }, fields }) => {
		const span = fields.get('actor');
		return actor !== undefined && span ? [{ id: actor, span }] : [];
	});
	return [...ofAnnotations, ...mentions.flatMap(({ ids }) => ids)];
}
